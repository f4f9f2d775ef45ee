package dev.chatcall.desktop.storage;

import dev.chatcall.desktop.loop.Loop;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** One database file an account, and one thread that has them. Close it at the end of the program. */
public final class SqliteStorage implements Storage, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteStorage.class);

    private static final long LOOP_SECONDS = 3;

    private final Loop loop;
    private final JsonMapper mapper;
    private final Function<UUID, Path> folders;
    private final Writer writer;
    private final Set<SqliteAccount> open = ConcurrentHashMap.newKeySet();

    /** @param folders where what is kept of an account is */
    public SqliteStorage(Loop loop, JsonMapper mapper, Function<UUID, Path> folders) {
        this.loop = loop;
        this.mapper = mapper;
        this.folders = folders;
        writer = new Writer(loop);
    }

    @Override
    public CompletableFuture<AccountStorage> open(UUID accountId) {
        Path folder = folders.apply(accountId);
        return writer.ask(() -> opened(folder)).exceptionally(closed -> new MemoryStorage(false));
    }

    /**
     * Writes what is not written yet, and closes what is open. What was put on the loop before this comes first, such as
     * the end of a client. Blocks until all of it is on disk; not on the loop, which must be there still.
     */
    @Override
    public void close() {
        awaitLoop();
        open.forEach(SqliteAccount::close);
        writer.close();
    }

    private void awaitLoop() {
        CompletableFuture<Boolean> reached = new CompletableFuture<>();
        loop.execute(() -> reached.complete(true));
        boolean inTime =
                reached.completeOnTimeout(false, LOOP_SECONDS, TimeUnit.SECONDS).join();
        if (!inTime) {
            LOG.warn("The core is too slow to wait for; what it still wants kept is not");
        }
    }

    private AccountStorage opened(Path folder) {
        try {
            Database database = Database.open(folder);
            SqliteAccount account = new SqliteAccount(writer, database, folder, mapper, open::remove);
            open.add(account);
            return account;
        } catch (IOException | SQLException | LinkageError e) {
            LOG.error("Nothing can be kept in {}: it is kept until the program ends", folder, e);
            return new MemoryStorage(false);
        }
    }
}
