package dev.chatcall.desktop.account;

import dev.chatcall.desktop.client.ChatClient;
import dev.chatcall.desktop.client.Session;
import dev.chatcall.desktop.file.LaterFile;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are signed in on this device, on which servers, and which was used last. Kept in one small file. On the
 * loop.
 */
public final class Accounts {
    /**
     * As it is in the file.
     *
     * @param server the one that was used last, also when nobody is signed in there; null at first
     */
    public record Kept(@Nullable String server, @Nullable List<KnownAccount> accounts) {}

    private final Store<List<KnownAccount>> known = new Store<>(List.of());
    private final Loop loop;
    private final LaterFile<Kept> file;
    private @Nullable String server;

    /** Reads the file: blocks for a moment, for the first window already shows whose it is. */
    public Accounts(Loop loop, LaterFile<Kept> file) {
        this.loop = loop;
        this.file = file;
        file.read().ifPresent(kept -> {
            server = kept.server();
            known.set(kept.accounts() == null ? List.of() : sorted(kept.accounts()));
        });
    }

    /** The last used first. */
    public Observable<List<KnownAccount>> known() {
        return known;
    }

    /** The server to begin with; empty on the first start. */
    public Optional<String> lastServer() {
        return Optional.ofNullable(server);
    }

    /** The account to begin with on a server; empty when nobody is signed in there. */
    public Optional<KnownAccount> lastUsed(String onServer) {
        return known.get().stream()
                .filter(each -> each.server().equals(onServer))
                .findFirst();
    }

    /** Keeps up with who is signed in with this client, until it is closed. From any thread. */
    public Subscription follow(ChatClient client) {
        Follower follower = new Follower(client.serverUrl());
        Observable<Session> session = client.state().session();
        Observable<Optional<Account>> account = client.state().account();
        Subscription ofSession = session.onChange(follower::session);
        Subscription ofAccount = account.onChange(follower::account);
        loop.execute(() -> {
            follower.session(session.get());
            follower.account(account.get());
        });
        return () -> {
            ofSession.close();
            ofAccount.close();
        };
    }

    /** The next start begins with this server. */
    public void usedServer(String used) {
        server = used;
        write();
    }

    /** This account is signed in here, and in use from now on. */
    public void used(String onServer, UUID accountId) {
        KnownAccount held =
                find(onServer, accountId).orElseGet(() -> new KnownAccount(onServer, accountId, "", null, 0));
        server = onServer;
        replace(new KnownAccount(onServer, accountId, held.name(), held.avatarId(), loop.now()));
    }

    /** How the account is shown where one chooses among several. One that is not known here stays so. */
    public void shown(String onServer, Person person) {
        find(onServer, person.id())
                .map(held -> new KnownAccount(
                        onServer, held.accountId(), person.displayName(), person.avatarId(), held.lastUsedAt()))
                .ifPresent(this::replace);
    }

    /** Signed out. */
    public void forget(String onServer, UUID accountId) {
        change(all -> all.stream().filter(each -> !each.is(onServer, accountId)).toList());
    }

    private Optional<KnownAccount> find(String onServer, UUID accountId) {
        return known.get().stream().filter(each -> each.is(onServer, accountId)).findFirst();
    }

    private void replace(KnownAccount account) {
        change(all -> {
            List<KnownAccount> next = new ArrayList<>(all);
            next.removeIf(each -> each.is(account.server(), account.accountId()));
            next.add(account);
            return sorted(next);
        });
    }

    private void change(UnaryOperator<List<KnownAccount>> change) {
        List<KnownAccount> next = change.apply(known.get());
        if (!next.equals(known.get())) {
            known.set(next);
            write();
        }
    }

    private void write() {
        file.write(new Kept(server, known.get()));
    }

    private static List<KnownAccount> sorted(List<KnownAccount> accounts) {
        return accounts.stream()
                .sorted(Comparator.comparingLong(KnownAccount::lastUsedAt).reversed())
                .toList();
    }

    private final class Follower {
        private final String url;
        private @Nullable UUID accountId;

        private Follower(String url) {
            this.url = url;
        }

        private void session(Session now) {
            switch (now) {
                case Session.Starting _ -> {}
                case Session.SignedIn(UUID id) -> {
                    accountId = id;
                    used(url, id);
                }
                case Session.SignedOut _ -> {
                    if (accountId != null) {
                        forget(url, accountId);
                    }
                    accountId = null;
                }
            }
        }

        private void account(Optional<Account> now) {
            now.ifPresent(account -> shown(url, account.person()));
        }
    }
}
