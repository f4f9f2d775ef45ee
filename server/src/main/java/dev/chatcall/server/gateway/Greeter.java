package dev.chatcall.server.gateway;

import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.conversation.ConversationState;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.call.CallRequests;
import dev.chatcall.server.conversation.ConversationService;
import dev.chatcall.server.presence.PresenceService;
import dev.chatcall.server.sync.SyncService;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Answers {@code hello}: everything that the client missed. The connection is subscribed before anything is read, so what
 * happens meanwhile arrives as well, and the numbers tell the client which came first. Blocks.
 */
final class Greeter {
    private static final int PEOPLE_A_FRAME = 500;

    private final Connections connections;
    private final Frames frames;
    private final ConversationService conversations;
    private final SyncService sync;
    private final Function<UUID, Account> accounts;
    private final PresenceService presence;
    private final CallRequests calls;
    private final Clock clock;
    private final String version;

    Greeter(
            Connections connections,
            Frames frames,
            ConversationService conversations,
            SyncService sync,
            Function<UUID, Account> accounts,
            PresenceService presence,
            CallRequests calls,
            Clock clock,
            String version) {
        this.connections = connections;
        this.frames = frames;
        this.conversations = conversations;
        this.sync = sync;
        this.accounts = accounts;
        this.presence = presence;
        this.calls = calls;
        this.clock = clock;
        this.version = version;
    }

    void greet(Connection to, ClientMessage.Hello hello) {
        if (hello.protocol() != Limits.PROTOCOL_VERSION) {
            send(
                    to,
                    Replies.error(
                            null,
                            ErrorCode.PROTOCOL_UNSUPPORTED,
                            "This server speaks protocol " + Limits.PROTOCOL_VERSION));
            to.close(Connection.PROTOCOL_UNSUPPORTED, "unsupported protocol");
            return;
        }
        connections.subscribe(to, conversations.conversationsOf(to.accountId()));
        send(to, welcome(to));
        account(to, hello.accountChange());
        people(to, hello.peopleChange());
        conversations(to, hello);
        send(to, new ServerMessage.RunningCalls(calls.running(to.accountId())));
        send(to, new ServerMessage.SyncDone());
        present(to);
    }

    /** The connection may have closed while it was being greeted, and was not present then. */
    private void present(Connection to) {
        presence.came(to.id(), to.accountId());
        if (connections.find(to.id()) == null) {
            presence.went(to.id(), to.accountId());
        }
    }

    /** One conversation again, after the client saw a gap. */
    void resend(Connection to, ClientMessage.SyncConversation wanted) {
        ConversationState state = sync.since(to.accountId(), wanted.conversationId(), wanted.change());
        send(to, new ServerMessage.StateOfConversation(state));
    }

    private ServerMessage welcome(Connection to) {
        return new ServerMessage.Welcome(
                Limits.PROTOCOL_VERSION, version, List.of(), to.accountId(), to.sessionId(), clock.millis());
    }

    private void account(Connection to, long known) {
        Account account = accounts.apply(to.accountId());
        if (account.change() != known) {
            send(to, new ServerMessage.AccountChanged(account));
        }
    }

    private void people(Connection to, long known) {
        SyncService.People changed = sync.peopleSince(to.accountId(), known);
        List<Person> people = changed.people();
        for (int from = 0; from < people.size(); from += PEOPLE_A_FRAME) {
            List<Person> some = people.subList(from, Math.min(people.size(), from + PEOPLE_A_FRAME));
            boolean last = from + PEOPLE_A_FRAME >= people.size();
            send(to, new ServerMessage.SyncPeople(some, last ? changed.change() : known));
        }
    }

    private void conversations(Connection to, ClientMessage.Hello hello) {
        SyncService.Plan plan = sync.plan(to.accountId(), hello.conversations());
        boolean knowsSomebody = hello.peopleChange() > 0;
        for (Map<UUID, Long> chunk : plan.chunks()) {
            for (ConversationState state : sync.states(to.accountId(), chunk, knowsSomebody)) {
                send(to, new ServerMessage.StateOfConversation(state));
            }
        }
        plan.gone().forEach(id -> send(to, new ServerMessage.ConversationRemoved(id)));
    }

    /** Patiently: a long absence is much to send at once, and is no reason to be thrown off for slowness. */
    private void send(Connection to, ServerMessage message) {
        try {
            to.sendPatiently(frames.encode(message));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
