package dev.chatcall.server.gateway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The open connections of this server, by id, by account and by conversation. Reading a conversation's connections is
 * what happens for every message, so they stand ready in an array; changing them copies it.
 */
public final class Connections {
    private static final Connection[] NONE = {};

    private static final class Entry {
        final Connection connection;
        /** Guarded by the entry. */
        final Set<UUID> conversations = new HashSet<>(0);
        /** Conversations left while {@code hello} still reads which there are; null once it has. Guarded by the entry. */
        @Nullable
        Set<UUID> leftEarly = new HashSet<>(0);

        Entry(Connection connection) {
            this.connection = connection;
        }
    }

    private final Map<UUID, Entry> byId = new ConcurrentHashMap<>();
    private final Map<UUID, Connection[]> byAccount = new ConcurrentHashMap<>();
    private final Map<UUID, Connection[]> byConversation = new ConcurrentHashMap<>();

    void add(Connection connection) {
        byId.put(connection.id(), new Entry(connection));
        byAccount.merge(connection.accountId(), new Connection[] {connection}, Connections::with);
    }

    void remove(Connection connection) {
        Entry entry = byId.remove(connection.id());
        if (entry == null) {
            return;
        }
        byAccount.computeIfPresent(connection.accountId(), (id, all) -> without(all, connection));
        synchronized (entry) {
            entry.conversations.forEach(id -> withdraw(id, connection));
            entry.conversations.clear();
        }
    }

    /** In answer to {@code hello}: the connection takes part in these, but for those it left since they were read. */
    void subscribe(Connection connection, Collection<UUID> conversationIds) {
        Entry entry = byId.get(connection.id());
        if (entry == null) {
            return;
        }
        synchronized (entry) {
            Set<UUID> left = entry.leftEarly == null ? Set.of() : entry.leftEarly;
            entry.leftEarly = null;
            conversationIds.stream().filter(id -> !left.contains(id)).forEach(id -> enter(entry, id));
        }
    }

    /** The connection takes part in one more conversation. */
    void join(Connection connection, UUID conversationId) {
        Entry entry = byId.get(connection.id());
        if (entry == null) {
            return;
        }
        synchronized (entry) {
            if (entry.leftEarly != null) {
                entry.leftEarly.remove(conversationId);
            }
            enter(entry, conversationId);
        }
    }

    /** Called with the entry held. A connection that is gone enters nothing. */
    private void enter(Entry entry, UUID conversationId) {
        if (byId.containsKey(entry.connection.id()) && entry.conversations.add(conversationId)) {
            byConversation.merge(conversationId, new Connection[] {entry.connection}, Connections::with);
        }
    }

    /** The connection takes no part in the conversation from now on. */
    void leave(Connection connection, UUID conversationId) {
        Entry entry = byId.get(connection.id());
        if (entry == null) {
            return;
        }
        synchronized (entry) {
            if (entry.leftEarly != null) {
                entry.leftEarly.add(conversationId);
            }
            if (entry.conversations.remove(conversationId)) {
                withdraw(conversationId, connection);
            }
        }
    }

    /** Whether the connection takes part, as far as this server has heard. */
    boolean takesPart(Connection connection, UUID conversationId) {
        Entry entry = byId.get(connection.id());
        if (entry == null) {
            return false;
        }
        synchronized (entry) {
            return entry.conversations.contains(conversationId);
        }
    }

    @Nullable
    Connection find(UUID connectionId) {
        Entry entry = byId.get(connectionId);
        return entry == null ? null : entry.connection;
    }

    /** Not to be changed by the caller. */
    Connection[] ofConversation(UUID conversationId) {
        return byConversation.getOrDefault(conversationId, NONE);
    }

    /** Not to be changed by the caller. */
    Connection[] ofAccount(UUID accountId) {
        return byAccount.getOrDefault(accountId, NONE);
    }

    /** Whoever has a connection here. */
    Set<UUID> accounts() {
        return Set.copyOf(byAccount.keySet());
    }

    void forEach(Consumer<Connection> action) {
        List<Entry> all = new ArrayList<>(byId.values());
        all.forEach(entry -> action.accept(entry.connection));
    }

    int size() {
        return byId.size();
    }

    private void withdraw(UUID conversationId, Connection connection) {
        byConversation.computeIfPresent(conversationId, (id, all) -> without(all, connection));
    }

    private static Connection[] with(Connection[] all, Connection[] one) {
        Connection[] more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = one[0];
        return more;
    }

    private static Connection @Nullable [] without(Connection[] all, Connection one) {
        Connection[] fewer = Arrays.stream(all).filter(each -> each != one).toArray(Connection[]::new);
        return fewer.length == 0 ? null : fewer;
    }
}
