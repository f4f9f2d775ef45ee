package dev.chatcall.server.person;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps pictures of people and groups, as the server drew them. */
public interface AvatarStore {

    /** @param contentType {@code image/png} or another that the server wrote itself */
    record Avatar(String contentType, byte[] image) {}

    void add(UUID id, Avatar avatar, Instant createdAt);

    Optional<Avatar> find(UUID id);
}
