package dev.chatcall.server.media;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the media service comes from, as the operator chose. */
public sealed interface MediaSettings {

    /** @param problem one sentence for an operator */
    record Off(String problem) implements MediaSettings {}

    /**
     * Somebody else runs it.
     *
     * @param url where its control connection is, {@code ws://} or {@code wss://}
     * @param secret that it shares with the server
     */
    record External(URI url, String secret) implements MediaSettings {

        /** Without the secret. */
        @Override
        public String toString() {
            return "External[url=" + url + "]";
        }
    }

    /**
     * The server runs it as a process of its own.
     *
     * @param command the program; builds the media service where that is needed
     * @param secretFile made at the first start, 0600
     * @param announcedAddress where clients reach it, null to let it find out
     */
    record Child(Path command, Path secretFile, @Nullable String announcedAddress) implements MediaSettings {}
}
