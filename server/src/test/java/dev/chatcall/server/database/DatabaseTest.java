package dev.chatcall.server.database;

import static dev.chatcall.server.database.generated.Tables.ACCOUNT;
import static dev.chatcall.server.database.generated.Tables.PROFILE_COUNTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that somebody else runs; the embedded one stands in for it. */
class DatabaseTest {

    @Test
    void an_empty_database_gets_its_tables() {
        try (TestDatabase somebodyElses = TestDatabase.createEmpty();
                Database database = Database.open(DatabaseConfig.of(somebodyElses.url(), null))) {
            assertThat(database.dsl().fetchCount(ACCOUNT)).isZero();
            assertThat(database.dsl().fetchCount(PROFILE_COUNTER)).isOne();
        }
    }

    @Test
    void servers_that_start_at_the_same_time_migrate_it_once() throws Exception {
        try (TestDatabase shared = TestDatabase.createEmpty();
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> server = () -> {
                try (Database database = Database.open(shared.config())) {
                    return database.dsl().fetchCount(PROFILE_COUNTER);
                }
            };
            for (Future<Integer> counters : executor.invokeAll(List.of(server, server, server))) {
                assertThat(counters.get()).isOne();
            }
        }
    }

    @Test
    void many_threads_share_few_connections() throws Exception {
        try (TestDatabase test = TestDatabase.create();
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> connections = () -> test.dsl()
                    .fetchOne("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
                    .get(0, Integer.class);
            List<Callable<Integer>> threads =
                    IntStream.range(0, 500).mapToObj(i -> connections).toList();
            for (Future<Integer> seen : executor.invokeAll(threads)) {
                assertThat(seen.get()).isBetween(1, 10);
            }
        }
    }

    @Test
    void tests_do_not_see_each_others_rows() {
        try (TestDatabase one = TestDatabase.create();
                TestDatabase other = TestDatabase.create()) {
            one.dsl().update(PROFILE_COUNTER).set(PROFILE_COUNTER.VALUE, 7L).execute();

            assertThat(other.dsl().fetchValue(PROFILE_COUNTER.VALUE, PROFILE_COUNTER.ONLY_ROW.isTrue()))
                    .isZero();
        }
    }

    @Test
    void a_database_of_a_newer_version_is_refused() {
        try (TestDatabase test = TestDatabase.create()) {
            test.dsl()
                    .execute("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
                            + " installed_by, execution_time, success)"
                            + " VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 'later', 1, true)");

            assertRefused(test.config(), "another version of ChatCall, probably a newer one");
        }
    }

    @Test
    void a_database_that_holds_something_else_is_refused_and_left_alone() {
        try (TestDatabase test = TestDatabase.createEmpty()) {
            try (Database unrelated = Database.open(test.config())) {
                unrelated.dsl().execute("DROP TABLE flyway_schema_history");
            }
            assertRefused(test.config(), "The tables could not be brought up to date: ");
        }
    }

    @Test
    void a_wrong_password_is_said_so() {
        try (TestDatabase test = TestDatabase.create()) {
            assertRefused(
                    new DatabaseConfig.External(test.config().jdbcUrl(), "chatcall", "wrong-secret"),
                    "refuses the user name or the password in DATABASE_URL");
        }
    }

    @Test
    void a_missing_database_is_said_so() {
        DatabaseConfig.External gone;
        try (TestDatabase test = TestDatabase.create()) {
            gone = test.config();
        }
        assertRefused(gone, "has no such database");
    }

    @Test
    void a_port_where_nobody_listens_is_said_so() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertRefused(
                DatabaseUrl.parse("postgres://ada:wrong-secret@127.0.0.1:" + port + "/chat"),
                "No PostgreSQL answers at 127.0.0.1:" + port + "/chat");
    }

    @Test
    void an_unknown_host_is_said_so() {
        assertRefused(
                DatabaseUrl.parse("postgres://ada:wrong-secret@nowhere.invalid/chat"),
                "The host in DATABASE_URL is not known: nowhere.invalid/chat");
    }

    @Test
    void wrong_parameters_are_said_so() {
        assertRefused(
                DatabaseUrl.parse("postgres://ada:wrong-secret@127.0.0.1:1/chat?sslmode=sometimes"),
                "There is no connection to the PostgreSQL at 127.0.0.1:1/chat: ");
    }

    private static void assertRefused(DatabaseConfig config, String sentence) {
        assertThatThrownBy(() -> Database.open(config).close())
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(sentence)
                .hasMessageEndingWith(".")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("\n");
    }
}
