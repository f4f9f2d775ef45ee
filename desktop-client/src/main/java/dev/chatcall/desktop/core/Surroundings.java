package dev.chatcall.desktop.core;

import dev.chatcall.desktop.call.CallMemory;
import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.media.MediaEngine;
import dev.chatcall.desktop.preference.Preferences;
import dev.chatcall.desktop.session.TokenKeeper;
import dev.chatcall.desktop.storage.Storage;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a client needs of the machine it runs on.
 *
 * @param serverUrl such as {@code https://chat.example.org}; without a slash at the end
 * @param storage what is kept of that server's accounts
 * @param ids new UUIDs of version 7
 * @param program name and version, for the server's log
 * @param deviceName what a session begun here is called in the list of sessions
 * @param media makes the engine of calls once one is at hand; must not block
 */
public record Surroundings(
        String serverUrl,
        Loop loop,
        Storage storage,
        TokenKeeper tokens,
        Preferences preferences,
        Supplier<UUID> ids,
        String program,
        String deviceName,
        CallMemory callMemory,
        Supplier<MediaEngine> media) {}
