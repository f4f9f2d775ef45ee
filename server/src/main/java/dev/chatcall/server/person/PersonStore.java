package dev.chatcall.server.person;

import dev.chatcall.protocol.account.Person;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what everybody may see of everybody. */
public interface PersonStore {

    /** Whoever of these exists, in no order. */
    List<Person> byIds(Collection<UUID> ids);

    Optional<Person> byId(UUID id);

    /** @param key folded, with single spaces. Those with a name that begins with it come first */
    List<Person> search(String key, int limit);

    /** Changes the profile and counts it. */
    void updateProfile(UUID accountId, String displayName, String statusMessage);

    /** Sets or takes away the picture, counts it and forgets the one before. */
    void setAvatar(UUID accountId, @Nullable UUID avatarId);
}
