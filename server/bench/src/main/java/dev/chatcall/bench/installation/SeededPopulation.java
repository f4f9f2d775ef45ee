package dev.chatcall.bench.installation;

import dev.chatcall.protocol.account.Refresh;
import dev.chatcall.protocol.account.SignedIn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * People written straight into the database of a server of our own: to hash ten thousand passwords would take an hour.
 * Each row is what registering would have made but for the password, which is none, so nobody can sign in with it. Each
 * person comes with a session whose refresh token only this process knows; it is traded for an access token over HTTP,
 * so the server's own rules are passed as by any client.
 */
public final class SeededPopulation implements Population {
    private static final String ACCOUNTS = """
            INSERT INTO account (id, username, email, email_key, password_hash, display_name, search_key,
                                 profile_change, created_at)
            SELECT id, 'bench-' || id, id || '@bench.invalid', id || '@bench.invalid', '!', 'Bench', 'bench-' || id,
                   0, now()
              FROM unnest(?::uuid[]) AS id
            """;
    private static final String SESSIONS = """
            INSERT INTO session (id, account_id, device_name, created_at, last_used_at, expires_at)
            SELECT id, id, 'bench', now(), now(), now() + interval '1 day' FROM unnest(?::uuid[]) AS id
            """;
    private static final String TOKENS = """
            INSERT INTO refresh_token (hash, session_id, issued_at)
            SELECT hash, id, now() FROM unnest(?::uuid[], ?::bytea[]) AS t (id, hash)
            """;
    private static final String CONTACTS = """
            INSERT INTO contact (low_id, high_id, since)
            SELECT least(one, other), greatest(one, other), now() FROM unnest(?::uuid[], ?::uuid[]) AS p (one, other)
            """;

    private final Postgres postgres;
    private final ServerApi api;
    private final SecureRandom random;

    private record Seed(UUID id, String refreshToken) {}

    public SeededPopulation(Postgres postgres, ServerApi api, SecureRandom random) {
        this.postgres = postgres;
        this.api = api;
        this.random = random;
    }

    @Override
    public List<Person> people(int count) {
        List<Seed> seeds = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            seeds.add(new Seed(UUID.randomUUID(), secret()));
        }
        Object[] ids = seeds.stream().map(Seed::id).toArray();
        byte[][] hashes =
                seeds.stream().map(seed -> sha256(seed.refreshToken())).toArray(byte[][]::new);
        inDatabase(connection -> {
            write(connection, ACCOUNTS, ids);
            write(connection, SESSIONS, ids);
            try (PreparedStatement tokens = connection.prepareStatement(TOKENS)) {
                tokens.setArray(1, connection.createArrayOf("uuid", ids));
                tokens.setArray(2, connection.createArrayOf("bytea", hashes));
                tokens.executeUpdate();
            }
        });
        List<Callable<Person>> signIns =
                seeds.stream().<Callable<Person>>map(seed -> () -> signIn(seed)).toList();
        return ServerApi.each(signIns);
    }

    private Person signIn(Seed seed) {
        SignedIn signedIn = api.post("/api/session/refresh", null, new Refresh(seed.refreshToken()), SignedIn.class);
        if (signedIn.tokens() == null) {
            throw new BenchFailure("The server kept the tokens to itself.");
        }
        return new Person(seed.id(), signedIn.tokens().accessToken());
    }

    @Override
    public void befriend(List<Pair> pairs) {
        Object[] one = pairs.stream().map(pair -> pair.one().accountId()).toArray();
        Object[] other = pairs.stream().map(pair -> pair.other().accountId()).toArray();
        inDatabase(connection -> write(connection, CONTACTS, one, other));
    }

    /** Brings the planner's statistics up to date, which autovacuum would do a minute later. */
    public void analyze() {
        inDatabase(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE");
            }
        });
    }

    /** A setting of the PostgreSQL, for the report. */
    public String setting(String name) {
        StringBuilder value = new StringBuilder();
        inDatabase(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT current_setting(?)")) {
                statement.setString(1, name);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    value.append(row.getString(1));
                }
            }
        });
        return value.toString();
    }

    private interface Work {
        void in(Connection connection) throws SQLException;
    }

    private void inDatabase(Work work) {
        try (Connection connection = postgres.connect()) {
            work.in(connection);
        } catch (SQLException e) {
            throw new BenchFailure("The server's database could not be prepared.", e);
        }
    }

    private static void write(Connection connection, String sql, Object[]... uuids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < uuids.length; i++) {
                statement.setArray(i + 1, connection.createArrayOf("uuid", uuids[i]));
            }
            statement.executeUpdate();
        }
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
