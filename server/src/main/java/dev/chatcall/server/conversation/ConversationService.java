package dev.chatcall.server.conversation;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.conversation.ConversationPreferences;
import dev.chatcall.protocol.conversation.CreateGroup;
import dev.chatcall.protocol.conversation.Role;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.bus.Bus;
import dev.chatcall.server.bus.BusEvent;
import dev.chatcall.server.contact.ContactService;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.id.Ids;
import dev.chatcall.server.message.ConversationWriter;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens conversations and changes groups. Changes take their turn with the messages in the {@link ConversationWriter};
 * the methods here wait for that, so they are called on virtual threads.
 */
public final class ConversationService {
    private final ConversationStore store;
    private final ConversationWriter writer;
    private final ContactService contacts;
    private final Bus bus;
    private final Ids ids;
    private final Clock clock;

    public ConversationService(
            ConversationStore store,
            ConversationWriter writer,
            ContactService contacts,
            Bus bus,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.writer = writer;
        this.contacts = contacts;
        this.bus = bus;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws ServiceException {@link ErrorCode#CONVERSATION_NOT_FOUND} unless the person takes part */
    public void requireMember(UUID conversationId, UUID accountId) {
        if (!store.isMember(conversationId, accountId)) {
            throw new ServiceException(
                    ErrorCode.CONVERSATION_NOT_FOUND, "The asker takes part in no such conversation");
        }
    }

    /**
     * Asks before a picture is worked on whether it may be set at all.
     *
     * @throws ServiceException as {@link #changePicture} would
     */
    public void requireMayDescribe(UUID conversationId, UUID accountId) {
        GroupRules.requireMayDescribe(store.roleIn(conversationId, accountId));
    }

    /** The conversations the person takes part in now. */
    public List<UUID> conversationsOf(UUID accountId) {
        return store.conversationsOf(accountId);
    }

    /**
     * The one conversation of two people, made if there is none.
     *
     * @throws ServiceException {@link ErrorCode#CONTACT_REQUIRED} where there is none and they are not contacts,
     *     {@link ErrorCode#CONTACT_SELF}, {@link ErrorCode#CONVERSATION_LIMIT}
     */
    public UUID openDirect(UUID accountId, UUID otherId) {
        if (accountId.equals(otherId)) {
            throw new ServiceException(ErrorCode.CONTACT_SELF, "A conversation needs two people");
        }
        Optional<UUID> existing = store.findDirect(accountId, otherId);
        if (existing.isPresent()) {
            return existing.get();
        }
        if (!contacts.areContacts(accountId, otherId)) {
            throw new ServiceException(ErrorCode.CONTACT_REQUIRED, "The two are not each other's contact");
        }
        requireRoom(Set.of(accountId, otherId));
        UUID id = store.createDirect(ids.next(), accountId, otherId, clock.instant());
        bus.publish(new BusEvent.MemberJoined(id, accountId));
        bus.publish(new BusEvent.MemberJoined(id, otherId));
        return id;
    }

    /**
     * A new group, owned by its creator. The same id again is the same group.
     *
     * @throws ServiceException {@link ErrorCode#CONTACT_REQUIRED}, {@link ErrorCode#CONVERSATION_LIMIT}
     */
    public void createGroup(UUID creator, CreateGroup wanted) {
        Set<UUID> members = new HashSet<>(wanted.accountIds());
        members.remove(creator);
        requireContacts(creator, members);
        Set<UUID> everybody = new HashSet<>(members);
        everybody.add(creator);
        requireRoom(everybody);
        var group = new ConversationStore.NewGroup(
                wanted.id(), ids.next(), wanted.name().strip(), creator, members);
        if (store.createGroup(group, clock.instant())) {
            everybody.forEach(member -> bus.publish(new BusEvent.MemberJoined(wanted.id(), member)));
        }
    }

    public void rename(UUID actorId, UUID conversationId, String name) {
        edit(actorId, conversationId, new GroupChange.Rename(name.strip()));
    }

    /** @param avatarId a stored picture, or null for none */
    public void changePicture(UUID actorId, UUID conversationId, @Nullable UUID avatarId) {
        edit(actorId, conversationId, new GroupChange.ChangePicture(avatarId));
    }

    /** @throws ServiceException {@link ErrorCode#CONTACT_REQUIRED} where one of them is no contact of the actor */
    public void addMembers(UUID actorId, UUID conversationId, Set<UUID> accountIds) {
        requireMember(conversationId, actorId);
        requireContacts(actorId, accountIds);
        requireRoom(accountIds);
        edit(actorId, conversationId, new GroupChange.AddMembers(accountIds));
    }

    /** Removes a member, or leaves where that is the actor. */
    public void removeMember(UUID actorId, UUID conversationId, UUID accountId) {
        edit(actorId, conversationId, new GroupChange.RemoveMember(accountId));
    }

    public void changeRole(UUID actorId, UUID conversationId, UUID accountId, Role role) {
        edit(actorId, conversationId, new GroupChange.ChangeRole(accountId, role));
    }

    /** What the person chose for a conversation; private to them. */
    public void setPreferences(UUID accountId, ConversationPreferences preferences) {
        requireMember(preferences.conversationId(), accountId);
        store.setPreferences(accountId, preferences);
        bus.publish(new BusEvent.AccountTouched(accountId));
    }

    /** Preferences that differ from the default. */
    public List<ConversationPreferences> preferencesOf(UUID accountId) {
        return store.preferencesOf(accountId);
    }

    private void edit(UUID actorId, UUID conversationId, GroupChange change) {
        inTurn(() -> {
            Optional<Edited> edited = store.edit(conversationId, actorId, change, clock.instant());
            edited.ifPresent(this::publish);
            return edited;
        });
    }

    private void publish(Edited edited) {
        UUID id = edited.conversation().id();
        edited.left().forEach(gone -> bus.publish(new BusEvent.MemberLeft(id, gone)));
        bus.publish(BusEvent.ToConversation.all(
                id,
                new ServerMessage.ConversationChanged(
                        id,
                        edited.message().change(),
                        edited.message(),
                        edited.conversation(),
                        edited.participants(),
                        edited.people())));
        edited.joined().forEach(fresh -> bus.publish(new BusEvent.MemberJoined(id, fresh)));
    }

    private void requireContacts(UUID accountId, Set<UUID> others) {
        if (contacts.contactsAmong(accountId, others).size() != others.size()) {
            throw new ServiceException(ErrorCode.CONTACT_REQUIRED, "Only one's own contacts can be added");
        }
    }

    private void requireRoom(Set<UUID> accountIds) {
        if (!store.withoutRoom(accountIds).isEmpty()) {
            throw new ServiceException(
                    ErrorCode.CONVERSATION_LIMIT, "One takes part in at most " + Limits.CONVERSATIONS_MAX);
        }
    }

    private <T> T inTurn(Supplier<T> change) {
        try {
            return writer.edit(change).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
