package dev.chatcall.server.call;

import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.media.MediaEvent;
import dev.chatcall.server.bus.Bus;
import dev.chatcall.server.bus.BusEvent;
import dev.chatcall.server.bus.Endpoint;
import dev.chatcall.server.contact.ContactService;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.media.MediaListener;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens elsewhere and matters to calls: connections that close, members who go, contacts that end, and what the
 * media service tells. With several servers each hears of it; the call's lock makes the second find nothing to do.
 */
final class CallNews implements MediaListener {
    private static final Logger log = LoggerFactory.getLogger(CallNews.class);

    private final CallStore store;
    private final Aftermath aftermath;
    private final Endpoints endpoints;
    private final Probes probes;
    private final ContactService contacts;
    private final Bus bus;
    private final Clock clock;
    private final Executor blocking;

    CallNews(
            CallStore store,
            Aftermath aftermath,
            Endpoints endpoints,
            Probes probes,
            ContactService contacts,
            Bus bus,
            Clock clock,
            Executor blocking) {
        this.store = store;
        this.aftermath = aftermath;
        this.endpoints = endpoints;
        this.probes = probes;
        this.contacts = contacts;
        this.bus = bus;
        this.clock = clock;
        this.blocking = blocking;
    }

    /** Subscribed to the bus; does not wait. */
    void on(BusEvent event) {
        switch (event) {
            case BusEvent.MemberLeft(var conversationId, var accountId) ->
                inBackground(() -> memberLeft(conversationId, accountId));
            case BusEvent.RelationChanged(var one, var other) -> inBackground(() -> relationChanged(one, other));
            case BusEvent.ToConversation _,
                    BusEvent.ToAccount _,
                    BusEvent.ToEndpoints _,
                    BusEvent.MemberJoined _,
                    BusEvent.AccountTouched _,
                    BusEvent.PersonTouched _,
                    BusEvent.PresenceTouched _,
                    BusEvent.SessionEnded _ -> {}
        }
    }

    private void memberLeft(UUID conversationId, UUID accountId) {
        store.runningIn(conversationId).ifPresent(callId -> remove(callId, accountId));
    }

    private void relationChanged(UUID one, UUID other) {
        if (!contacts.areContacts(one, other)) {
            store.runningBetween(one, other).ifPresent(callId -> remove(callId, one));
        }
    }

    /** Who is out of the conversation is not sent its frames any more, and hears of this one all the same. */
    private void remove(UUID callId, UUID accountId) {
        CallStore.Changed changed = change(callId, new CallChange.Remove(accountId));
        if (!changed.nothing()) {
            bus.publish(new BusEvent.ToAccount(
                    accountId, new ServerMessage.CallChanged(changed.after().view())));
        }
    }

    void disconnected(UUID connectionId) {
        endpoints.remove(connectionId);
        probes.closed(connectionId);
        inBackground(() -> store.heldBy(connectionId).ifPresent(callId -> disconnected(callId, connectionId)));
    }

    void disconnected(UUID callId, UUID connectionId) {
        change(callId, new CallChange.Disconnect(connectionId));
    }

    @Override
    public void happened(MediaEvent event) {
        switch (event) {
            case MediaEvent.RoomLost(var roomId) -> guarded(() -> roomLost(roomId));
            case MediaEvent.Speaking(var roomId, var endpointIds) -> guarded(() -> speaking(roomId, endpointIds));
            case MediaEvent.LayerWanted wanted -> guarded(() -> layerWanted(wanted));
        }
    }

    @Override
    public void startedAfresh() {
        guarded(() -> store.runningByMediaService().forEach(callId -> guarded(() -> roomLost(callId))));
    }

    private void roomLost(UUID roomId) {
        CallState call = change(roomId, new CallChange.LoseRoom()).after();
        aftermath.tell(call, new CallEvent.RoomLost(), false);
    }

    private void speaking(UUID roomId, List<UUID> endpointIds) {
        store.find(roomId).ifPresent(call -> {
            List<UUID> speakers = new ArrayList<>();
            for (UUID endpointId : endpointIds) {
                call.joined()
                        .filter(party -> sitsAt(party, endpointId))
                        .map(Party::accountId)
                        .forEach(speakers::add);
            }
            aftermath.tell(call, new CallEvent.Speaking(speakers), true);
        });
    }

    private void layerWanted(MediaEvent.LayerWanted wanted) {
        store.find(wanted.roomId()).ifPresent(call -> {
            List<Endpoint> to = call.joined()
                    .filter(party -> sitsAt(party, wanted.endpointId()))
                    .map(party -> new Endpoint(party.accountId(), wanted.endpointId()))
                    .toList();
            aftermath.tell(call, to, new CallEvent.LayerWanted(wanted.producerId(), wanted.spatialLayer()), false);
        });
    }

    private static boolean sitsAt(Party party, UUID endpointId) {
        return party.seat() != null && party.seat().endpointId().equals(endpointId);
    }

    private CallStore.Changed change(UUID callId, CallChange change) {
        CallStore.Changed changed = store.change(
                callId,
                (call, facts) -> CallRules.apply(call, change, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        aftermath.of(changed);
        return changed;
    }

    private void inBackground(Runnable task) {
        try {
            blocking.execute(() -> guarded(task));
        } catch (RejectedExecutionException stopping) {
            log.debug(
                    "What happened to a call is not noted, as the server is being stopped: all are away at its start");
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (ServiceException refused) {
            // A room that was a probe's, say: no call's.
            if (refused.code() != ErrorCode.CALL_NOT_FOUND) {
                log.warn("What happened to a call was refused: {}", refused.detail());
            }
        } catch (RuntimeException e) {
            log.warn("What happened to a call could not be noted; time will", e);
        }
    }
}
