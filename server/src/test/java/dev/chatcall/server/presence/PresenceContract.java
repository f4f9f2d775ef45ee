package dev.chatcall.server.presence;

import static dev.chatcall.server.database.generated.Tables.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.server.bus.BusEvent;
import dev.chatcall.server.bus.LocalBus;
import dev.chatcall.server.contact.TestAccounts;
import dev.chatcall.server.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every presence does. */
abstract class PresenceContract {
    static final Duration GRACE = ConnectedAccounts.GRACE;
    static final Duration MOMENT = Duration.ofMillis(1);
    static TestDatabase database;

    final ManualTime time = new ManualTime();
    final LocalBus bus = new LocalBus();
    /** Who was published as touched, in order. */
    final List<UUID> touched = new ArrayList<>();

    UUID anna;
    UUID ben;
    final UUID laptop = UUID.randomUUID();
    final UUID phone = UUID.randomUUID();

    abstract Presence presence();

    @BeforeAll
    static void createDatabase() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @BeforeEach
    void listen() {
        anna = TestAccounts.insert(database.dsl());
        ben = TestAccounts.insert(database.dsl());
        bus.subscribe(event -> {
            if (event instanceof BusEvent.PresenceTouched(UUID accountId)) {
                touched.add(accountId);
            }
        });
    }

    @Test
    void nobodyIsOnlineAtFirst() {
        assertThat(presence().onlineAmong(List.of(anna, ben))).isEmpty();
        assertThat(presence().onlineAmong(List.of())).isEmpty();
    }

    @Test
    void theFirstConnectionBringsOnlineAndTheSecondIsNoNews() {
        presence().came(anna, laptop);
        presence().came(anna, phone);
        presence().came(anna, phone);

        assertThat(presence().onlineAmong(List.of(anna, ben))).containsExactly(anna);
        assertThat(touched).containsExactly(anna);
    }

    @Test
    void whoClosesOneOfTwoTabsStaysOnline() {
        presence().came(anna, laptop);
        presence().came(anna, phone);
        touched.clear();

        presence().went(anna, laptop);
        time.advance(GRACE.multipliedBy(3));

        assertThat(isOnline(anna)).isTrue();
        assertThat(touched).isEmpty();
    }

    @Test
    void theLastConnectionTakesOfflineAfterTheGraceAndNotBefore() {
        presence().came(anna, laptop);
        touched.clear();
        presence().went(anna, laptop);

        time.advance(GRACE.minus(MOMENT));
        assertThat(isOnline(anna)).isTrue();
        assertThat(touched).isEmpty();

        time.advance(MOMENT);
        assertThat(isOnline(anna)).isFalse();
        assertThat(touched).containsExactly(anna);
    }

    @Test
    void aReloadIsNotSeen() {
        presence().came(anna, laptop);
        touched.clear();

        presence().went(anna, laptop);
        time.advance(GRACE.minus(MOMENT));
        presence().came(anna, phone);
        time.advance(GRACE);

        assertThat(isOnline(anna)).isTrue();
        assertThat(touched).isEmpty();
        assertThat(lastSeen(anna)).isNull();
    }

    @Test
    void eachLossHasAGraceOfItsOwn() {
        presence().came(anna, laptop);
        presence().went(anna, laptop);
        time.advance(GRACE.dividedBy(2));
        presence().came(anna, phone);
        presence().went(anna, phone);

        time.advance(GRACE.minus(MOMENT));
        assertThat(isOnline(anna)).isTrue();
        time.advance(MOMENT);
        assertThat(isOnline(anna)).isFalse();
    }

    @Test
    void whenTheyWereLastSeenIsWrittenBeforeItIsTold() {
        List<Instant> writtenWhenTold = new ArrayList<>();
        presence().came(anna, laptop);
        time.advance(Duration.ofMinutes(5));
        bus.subscribe(event -> writtenWhenTold.add(lastSeen(anna)));
        Instant left = time.instant();

        presence().went(anna, laptop);
        time.advance(GRACE);

        assertThat(writtenWhenTold).containsExactly(left);
        assertThat(lastSeen(ben)).isNull();
    }

    @Test
    void whatIsSaidTwiceOrOfNobodyChangesNothing() {
        presence().came(anna, laptop);
        presence().went(anna, phone);
        presence().went(ben, laptop);
        time.advance(GRACE);
        assertThat(isOnline(anna)).isTrue();

        presence().went(anna, laptop);
        time.advance(GRACE.minus(MOMENT));
        presence().went(anna, laptop);
        time.advance(MOMENT);

        assertThat(isOnline(anna)).isFalse();
        assertThat(touched).containsExactly(anna, anna);
    }

    @Test
    void aServerThatStopsTakesItsPeopleOfflineAtOnce() {
        presence().came(anna, laptop);
        presence().came(ben, phone);
        presence().went(ben, phone);
        Instant benLeft = time.instant();
        time.advance(Duration.ofSeconds(3));
        touched.clear();

        presence().close();

        assertThat(presence().onlineAmong(List.of(anna, ben))).isEmpty();
        assertThat(touched).containsExactlyInAnyOrder(anna, ben);
        assertThat(lastSeen(anna)).isEqualTo(time.instant());
        assertThat(lastSeen(ben)).isEqualTo(benLeft);
        time.advance(GRACE);
        assertThat(touched).hasSize(2);
    }

    @Test
    void aCrowdComesAndGoes() {
        List<UUID> crowd = Stream.generate(UUID::randomUUID).limit(2_000).toList();

        crowd.forEach(id -> presence().came(id, id));
        assertThat(presence().onlineAmong(crowd)).hasSize(crowd.size());
        assertThat(touched).hasSize(crowd.size());

        crowd.forEach(id -> presence().went(id, id));
        time.advance(GRACE);
        assertThat(presence().onlineAmong(crowd)).isEmpty();
        assertThat(Set.copyOf(touched)).hasSize(crowd.size());
    }

    final boolean isOnline(UUID accountId) {
        return presence().onlineAmong(List.of(accountId)).contains(accountId);
    }

    static @Nullable Instant lastSeen(UUID accountId) {
        return database.dsl()
                .select(ACCOUNT.LAST_SEEN_AT)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(accountId))
                .fetchOne(ACCOUNT.LAST_SEEN_AT);
    }
}
