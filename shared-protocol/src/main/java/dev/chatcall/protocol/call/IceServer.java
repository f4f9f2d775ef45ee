package dev.chatcall.protocol.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A STUN or TURN server, in the shape that browsers take.
 *
 * @param urls for example {@code turn:chat.example.org:3478?transport=udp}
 * @param username null for STUN; otherwise valid for an hour (TURN REST API, draft-uberti-behave-turn-rest-00)
 */
public record IceServer(
        List<String> urls,
        @Nullable String username,
        @Nullable String credential) {}
