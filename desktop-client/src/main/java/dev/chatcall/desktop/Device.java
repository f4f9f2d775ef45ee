package dev.chatcall.desktop;

import dev.chatcall.desktop.account.Accounts;
import dev.chatcall.desktop.account.DataFolder;
import dev.chatcall.desktop.account.FileTokens;
import dev.chatcall.desktop.call.CallMemory;
import dev.chatcall.desktop.client.ChatClient;
import dev.chatcall.desktop.core.CoreClient;
import dev.chatcall.desktop.core.Surroundings;
import dev.chatcall.desktop.core.TimeOrderedIds;
import dev.chatcall.desktop.file.JsonFile;
import dev.chatcall.desktop.file.LaterFile;
import dev.chatcall.desktop.json.Json;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.loop.ThreadLoop;
import dev.chatcall.desktop.media.MediaEngine;
import dev.chatcall.desktop.preference.KeptPreferences;
import dev.chatcall.desktop.preference.Preferences;
import dev.chatcall.desktop.server.ServerCheck;
import dev.chatcall.desktop.storage.SqliteStorage;
import dev.chatcall.desktop.ui.shell.OpenAccount;
import dev.chatcall.desktop.ui.shell.WindowPlace;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Everything of the program that is not a screen: what is kept on this device, and clients of servers. */
final class Device implements AutoCloseable {
    private final Clock clock = Clock.systemUTC();
    private final JsonMapper mapper = Json.mapper();
    private final ThreadLoop loop = new ThreadLoop(clock);
    private final DataFolder folder;
    private final Function<Loop, MediaEngine> media;
    private final LaterFile<KeptPreferences> preferencesFile;
    private final LaterFile<Accounts.Kept> accountsFile;
    private final LaterFile<WindowPlace> windowFile;
    private final LaterFile<FileCallMemory.Kept> callsFile;
    private final Preferences preferences;
    private final Accounts accounts;
    private final CallMemory callMemory;

    /**
     * Reads the small files that the first window needs.
     *
     * @param media makes what calls need of the machine
     */
    Device(DataFolder folder, Function<Loop, MediaEngine> media) {
        this.folder = folder;
        this.media = media;
        preferencesFile = file("preferences.json", KeptPreferences.class);
        accountsFile = file("accounts.json", Accounts.Kept.class);
        windowFile = file("window.json", WindowPlace.class);
        callsFile = file("calls.json", FileCallMemory.Kept.class);
        preferences = new Preferences(preferencesFile);
        accounts = new Accounts(loop, accountsFile);
        callMemory = new FileCallMemory(callsFile);
    }

    ThreadLoop loop() {
        return loop;
    }

    Clock clock() {
        return clock;
    }

    Preferences preferences() {
        return preferences;
    }

    Accounts accounts() {
        return accounts;
    }

    ServerCheck serverCheck() {
        return new ServerCheck(loop.background(), mapper);
    }

    Optional<WindowPlace> window() {
        return windowFile.read();
    }

    void keep(WindowPlace place) {
        windowFile.write(place);
    }

    /** A client of a server, for an account that is signed in here, or for one that is going to be. */
    OpenAccount open(String server, @Nullable UUID accountId) {
        SqliteStorage storage = new SqliteStorage(loop, mapper, id -> folder.account(server, id));
        ChatClient client = CoreClient.create(new Surroundings(
                server,
                loop,
                storage,
                new FileTokens(folder, server, accountId, mapper),
                preferences,
                new TimeOrderedIds(clock),
                "chatcall-desktop/" + Version.current(),
                deviceName(),
                callMemory,
                () -> media.apply(loop)));
        return new OpenAccount(client, storage);
    }

    @Override
    public void close() {
        preferencesFile.flush();
        accountsFile.flush();
        windowFile.flush();
        callsFile.flush();
        loop.close();
    }

    private <T> LaterFile<T> file(String name, Class<T> type) {
        return new LaterFile<>(new JsonFile<>(folder.file(name), type, mapper), loop.background());
    }

    private static String deviceName() {
        String system = System.getProperty("os.name", "");
        try {
            return "ChatCall, " + InetAddress.getLocalHost().getHostName() + " (" + system + ")";
        } catch (UnknownHostException nameless) {
            return "ChatCall, " + system;
        }
    }
}
