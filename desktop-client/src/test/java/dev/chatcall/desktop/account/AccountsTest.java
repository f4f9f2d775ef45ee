package dev.chatcall.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.file.JsonFile;
import dev.chatcall.desktop.file.LaterFile;
import dev.chatcall.desktop.json.Json;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.desktop.testing.FakeLoop;
import dev.chatcall.desktop.ui.FakeClient;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.account.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
    private static final String HOME = "https://home.example.org";
    private static final String WORK = "https://work.example.org";
    private static final UUID ANN = new UUID(7, 1);
    private static final UUID BEN = new UUID(7, 2);

    private final FakeLoop loop = new FakeLoop();

    @TempDir
    private Path folder;

    @Test
    void knowsNobodyAtFirst() {
        assertThat(open().known().get()).isEmpty();
        assertThat(open().lastServer()).isEmpty();
    }

    @Test
    void theLastUsedIsFirstAlsoAfterARestart() {
        Accounts accounts = open();
        use(accounts, HOME, ANN);
        use(accounts, WORK, BEN);
        use(accounts, WORK, ANN);
        use(accounts, HOME, BEN);
        use(accounts, HOME, ANN);
        Accounts again = open();
        assertThat(again.lastServer()).hasValue(HOME);
        assertThat(again.known().get()).extracting(KnownAccount::accountId).containsExactly(ANN, BEN, ANN, BEN);
        assertThat(again.lastUsed(WORK).orElseThrow().accountId()).isEqualTo(ANN);
    }

    @Test
    void remembersHowSomebodyIsCalledAndForgetsWhoSignedOut() {
        Accounts accounts = open();
        use(accounts, HOME, ANN);
        UUID picture = new UUID(3, 1);
        accounts.shown(HOME, new Person(ANN, "ann", "Ann", "", picture));
        accounts.shown(HOME, new Person(BEN, "ben", "Ben", "", null));
        use(accounts, HOME, ANN);
        assertThat(open().known().get()).singleElement().satisfies(known -> {
            assertThat(known.name()).isEqualTo("Ann");
            assertThat(known.avatarId()).isEqualTo(picture);
        });
        accounts.forget(HOME, ANN);
        assertThat(open().known().get()).isEmpty();
        assertThat(open().lastServer()).hasValue(HOME);
    }

    @Test
    void followsWhoIsSignedInWithAClient() {
        Accounts accounts = open();
        FakeClient client = new FakeClient();
        String server = client.serverUrl();
        client.state.session.set(new Session.SignedIn(ANN));
        Subscription following = accounts.follow(client);
        loop.runReady();
        client.state.account.set(Optional.of(account(ANN, "Ann")));
        assertThat(accounts.lastUsed(server).orElseThrow().name()).isEqualTo("Ann");
        client.state.session.set(new Session.SignedOut(false));
        assertThat(accounts.known().get()).isEmpty();
        following.close();
        client.state.session.set(new Session.SignedIn(BEN));
        assertThat(accounts.known().get()).isEmpty();
    }

    private static Account account(UUID id, String name) {
        Person person = new Person(id, "ann", name, "", null);
        return new Account(person, "a@example.org", false, new Settings(true, true), List.of(), List.of(), 1);
    }

    private void use(Accounts accounts, String server, UUID account) {
        loop.pass(Duration.ofSeconds(1));
        accounts.used(server, account);
    }

    private Accounts open() {
        JsonFile<Accounts.Kept> file =
                new JsonFile<>(folder.resolve("accounts.json"), Accounts.Kept.class, Json.mapper());
        return new Accounts(loop, new LaterFile<>(file, Runnable::run));
    }
}
