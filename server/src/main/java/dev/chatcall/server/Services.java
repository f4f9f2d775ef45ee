package dev.chatcall.server;

import dev.chatcall.server.account.AccountService;
import dev.chatcall.server.account.JooqAccountStore;
import dev.chatcall.server.bus.Bus;
import dev.chatcall.server.call.Calls;
import dev.chatcall.server.call.IceServers;
import dev.chatcall.server.call.JooqCallStore;
import dev.chatcall.server.contact.ContactService;
import dev.chatcall.server.contact.JooqContactStore;
import dev.chatcall.server.conversation.ConversationService;
import dev.chatcall.server.conversation.JooqConversationStore;
import dev.chatcall.server.gateway.Connections;
import dev.chatcall.server.gateway.PresencePost;
import dev.chatcall.server.media.MediaService;
import dev.chatcall.server.message.ConversationWriter;
import dev.chatcall.server.message.JooqMessageStore;
import dev.chatcall.server.message.MessageRows;
import dev.chatcall.server.message.MessageService;
import dev.chatcall.server.person.AvatarService;
import dev.chatcall.server.person.JooqAvatarStore;
import dev.chatcall.server.person.JooqPersonStore;
import dev.chatcall.server.person.PersonService;
import dev.chatcall.server.person.PersonStore;
import dev.chatcall.server.presence.JooqPresenceStore;
import dev.chatcall.server.presence.LocalPresence;
import dev.chatcall.server.presence.Presence;
import dev.chatcall.server.presence.PresenceService;
import dev.chatcall.server.presence.RedisPresence;
import dev.chatcall.server.receipt.JooqReceiptStore;
import dev.chatcall.server.receipt.ReceiptService;
import dev.chatcall.server.sync.JooqSyncStore;
import dev.chatcall.server.sync.SyncService;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;

/**
 * What the server can do, without the edges at which it is asked.
 *
 * @param connections who is connected here: the one thing that services and the socket's edge share
 */
record Services(
        Connections connections,
        PersonService people,
        AvatarService avatars,
        AccountService accounts,
        ContactService contacts,
        ConversationWriter writer,
        MessageService messages,
        ReceiptService receipts,
        ConversationService conversations,
        SyncService sync,
        PresenceService presence,
        MediaService media,
        IceServers iceServers,
        Calls calls) {
    private static final long LAST_RECEIPTS_SECONDS = 2;

    static Services open(Foundations base, MediaService media, Opened opened) {
        DSLContext dsl = base.database().dsl();
        Bus bus = base.bus();
        PersonStore people = new JooqPersonStore(dsl);
        AvatarService avatars = new AvatarService(new JooqAvatarStore(dsl), base.clock(), base.ids());
        ContactService contacts = new ContactService(new JooqContactStore(dsl), bus, base.clock());
        AccountService accounts =
                new AccountService(new JooqAccountStore(dsl), people, avatars, contacts::contactsOf, bus);
        MessageRows rows = new MessageRows(base.json());
        JooqMessageStore messageStore =
                new JooqMessageStore(dsl, base.database().dataSource(), base.json(), base.clock());
        ConversationWriter writer = opened.add(new ConversationWriter(messageStore, bus));
        ReceiptService receipts = new ReceiptService(new JooqReceiptStore(dsl), writer, bus, base.clock());
        opened.add(() -> receipts.flushNow().get(LAST_RECEIPTS_SECONDS, TimeUnit.SECONDS));
        Connections connections = new Connections();
        IceServers iceServers = iceServers(base);
        ConversationService conversations = new ConversationService(
                new JooqConversationStore(dsl, rows, base.ids()), writer, contacts, bus, base.ids(), base.clock());
        return new Services(
                connections,
                new PersonService(people),
                avatars,
                accounts,
                contacts,
                writer,
                new MessageService(writer, messageStore),
                receipts,
                conversations,
                new SyncService(new JooqSyncStore(dsl, rows)),
                presence(base, connections, contacts, opened),
                media,
                iceServers,
                calls(base, writer, conversations, contacts, media, iceServers));
    }

    private static IceServers iceServers(Foundations base) {
        Configuration configuration = base.configuration();
        return new IceServers(
                configuration.stunUrls(), configuration.turnUrls(), configuration.turnSecret(), base.clock());
    }

    private static Calls calls(
            Foundations base,
            ConversationWriter writer,
            ConversationService conversations,
            ContactService contacts,
            MediaService media,
            IceServers iceServers) {
        return new Calls(
                new JooqCallStore(base.database().dsl(), base.json(), base.clock()),
                new Calls.Parts(
                        writer,
                        conversations,
                        contacts,
                        base.bus(),
                        media,
                        iceServers,
                        base.ids(),
                        base.clock(),
                        base.blocking()));
    }

    private static PresenceService presence(
            Foundations base, Connections connections, ContactService contacts, Opened opened) {
        JooqPresenceStore store = new JooqPresenceStore(base.database().dsl());
        Presence presence = opened.add(
                base.redis() == null
                        ? new LocalPresence(store, base.bus(), base.scheduler(), base.blocking(), base.clock())
                        : new RedisPresence(
                                base.redis(),
                                store,
                                base.bus(),
                                base.scheduler(),
                                base.blocking(),
                                base.clock(),
                                base.ids()));
        PresenceService service = new PresenceService(
                presence, store, contacts, new PresencePost(connections, base.json()), base.blocking());
        base.bus().subscribe(service::on);
        return service;
    }

    void start(Foundations base) {
        writer.start();
        receipts.start(base.scheduler());
        base.media().start();
        calls.start(base.scheduler(), base.redis() == null);
    }
}
