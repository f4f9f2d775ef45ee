package dev.chatcall.desktop.testing;

import dev.chatcall.desktop.account.DataFolder;
import dev.chatcall.desktop.account.FileTokens;
import dev.chatcall.desktop.client.ChatClient;
import dev.chatcall.desktop.core.CoreClient;
import dev.chatcall.desktop.core.Surroundings;
import dev.chatcall.desktop.core.TimeOrderedIds;
import dev.chatcall.desktop.file.JsonFile;
import dev.chatcall.desktop.file.LaterFile;
import dev.chatcall.desktop.json.Json;
import dev.chatcall.desktop.loop.ThreadLoop;
import dev.chatcall.desktop.media.MediaException;
import dev.chatcall.desktop.preference.KeptPreferences;
import dev.chatcall.desktop.preference.Preferences;
import dev.chatcall.desktop.storage.SqliteStorage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The program without its screens, with its files in a folder. */
public final class KeptDesk implements AutoCloseable {
    /** What the files are called after, wherever the server is reached this time. */
    private static final String SERVER = "https://chat.example.org";

    private final ThreadLoop loop;
    private final SqliteStorage storage;
    private final CoreClient client;

    private KeptDesk(ThreadLoop loop, SqliteStorage storage, CoreClient client) {
        this.loop = loop;
        this.storage = storage;
        this.client = client;
    }

    /**
     * @param url where the server is reached, or is not
     * @param account who is signed in there, or null
     */
    public static KeptDesk start(Path path, String url, UUID account) {
        DataFolder folder = new DataFolder(path);
        JsonMapper mapper = Json.mapper();
        ThreadLoop loop = new ThreadLoop(Clock.systemUTC());
        SqliteStorage storage = new SqliteStorage(loop, mapper, id -> folder.account(SERVER, id));
        JsonFile<KeptPreferences> preferences =
                new JsonFile<>(folder.file("preferences.json"), KeptPreferences.class, mapper);
        CoreClient client = CoreClient.create(new Surroundings(
                url,
                loop,
                storage,
                new FileTokens(folder, SERVER, account, mapper),
                new Preferences(new LaterFile<>(preferences, loop.background())),
                new TimeOrderedIds(Clock.systemUTC()),
                "desktop/test",
                "Test device",
                new TestCallMemory(new HashMap<>()),
                () -> {
                    throw new MediaException(MediaException.Problem.MISSING, "This device has no media");
                }));
        client.start();
        return new KeptDesk(loop, storage, client);
    }

    public ChatClient client() {
        return client;
    }

    /** Ends in order. */
    @Override
    public void close() {
        Awaiting.done(client.stopped());
        storage.close();
        loop.close();
    }
}
