package dev.chatcall.desktop.storage;

import dev.chatcall.desktop.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One account's file. A commit is done when it survives a power cut, and nobody else has the file meanwhile. Used by one
 * thread; everything blocks.
 */
final class Database implements AutoCloseable {
    static final String FILE = "kept.db";

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    /** What belongs to the file while it is open, or was when the program was killed. */
    private static final List<String> PARTS = List.of("", "-wal", "-shm", "-journal");

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** Opens the file in this folder. A damaged one is put aside and begun afresh. */
    static Database open(Path folder) throws IOException, SQLException {
        PrivateFiles.createFolder(folder);
        Path file = folder.resolve(FILE);
        PrivateFiles.createFile(file);
        try {
            return openSound(file);
        } catch (SQLException e) {
            if (!isDamage(e)) {
                throw e;
            }
            LOG.error("What was kept in {} is damaged and was put aside; it begins afresh", file, e);
            putAside(file);
            PrivateFiles.createFile(file);
            return openSound(file);
        }
    }

    static void delete(Path folder) throws IOException {
        for (String part : PARTS) {
            Files.deleteIfExists(folder.resolve(FILE + part));
            Files.deleteIfExists(aside(folder.resolve(FILE + part)));
        }
    }

    /** Runs it as one change: all of it is kept, or nothing. */
    void transact(Work work) throws SQLException {
        execute("BEGIN IMMEDIATE");
        try {
            work.run();
            execute("COMMIT");
        } catch (SQLException | RuntimeException e) {
            rollback(e);
            throw e;
        }
    }

    /** @return how many rows it changed */
    int change(String sql, @Nullable Object... values) throws SQLException {
        return prepared(sql, values).executeUpdate();
    }

    <T> List<T> query(Row<T> row, String sql, @Nullable Object... values) throws SQLException {
        List<T> all = new ArrayList<>();
        try (ResultSet rows = prepared(sql, values).executeQuery()) {
            while (rows.next()) {
                all.add(row.read(rows));
            }
        }
        return all;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        statements.clear();
        connection.close();
    }

    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static Database openSound(Path file) throws SQLException {
        Connection connection = connect(file);
        try {
            Database database = new Database(connection);
            String verdict = database.query(row -> row.getString(1), "PRAGMA quick_check(1)")
                    .getFirst();
            if (!verdict.equals("ok")) {
                throw new SQLiteException(verdict, SQLiteErrorCode.SQLITE_CORRUPT);
            }
            Schema.migrate(database);
            return database;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** A file that just cannot be used now, such as on a full disk, is not damaged: it is left alone. */
    private static boolean isDamage(SQLException failure) {
        if (!(failure instanceof SQLiteException known)) {
            return false;
        }
        int primary = known.getResultCode().code & 0xFF;
        return primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setBusyTimeout(2_000);
        // In KiB where negative: the working set is small, and the program is to stay small.
        config.setCacheSize(-1_024);
        // macOS holds an ordinary fsync back in the drive.
        config.setPragma(SQLiteConfig.Pragma.FULL_SYNC, "true");
        return config.createConnection("jdbc:sqlite:" + file);
    }

    private static void putAside(Path file) throws IOException {
        for (String part : PARTS) {
            Path each = file.resolveSibling(file.getFileName() + part);
            if (Files.exists(each)) {
                Files.move(each, aside(each), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Path aside(Path file) {
        return file.resolveSibling(file.getFileName() + ".damaged");
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private void rollback(Exception reason) {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // Some failures have rolled back already.
            reason.addSuppressed(e);
        }
    }
}
