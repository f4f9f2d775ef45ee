package dev.chatcall.server.call;

import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.call.CallEvent;
import dev.chatcall.protocol.call.CallRoute;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.media.MediaCommand;
import dev.chatcall.server.bus.Bus;
import dev.chatcall.server.bus.BusEvent;
import dev.chatcall.server.bus.Endpoint;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.media.MediaService;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows from a change of a call once it is committed: everybody is told, media is let go, the entry is written. */
final class Aftermath {
    /** For so long the media of a call that moved flows on while its people change over to the other. */
    private static final Duration CHANGE_OVER = Duration.ofSeconds(20);

    private static final Logger log = LoggerFactory.getLogger(Aftermath.class);

    private final CallStore store;
    private final Bus bus;
    private final MediaService media;
    private final CallEntries entries;
    private final Clock clock;
    private final Executor blocking;

    Aftermath(CallStore store, Bus bus, MediaService media, CallEntries entries, Clock clock, Executor blocking) {
        this.store = store;
        this.bus = bus;
        this.media = media;
        this.entries = entries;
        this.clock = clock;
        this.blocking = blocking;
    }

    /** @return the call as it began */
    CallState began(CallState call) {
        publish(call);
        call.joined().forEach(party -> ringsNoMore(party.accountId(), call.id()));
        if (call.ended()) {
            entries.write(call);
        }
        return call;
    }

    /** @return the call as it is now */
    CallState of(CallStore.Changed changed) {
        CallState after = changed.after();
        if (changed.nothing()) {
            return after;
        }
        publish(after);
        after.joined()
                .filter(party -> !isIn(changed.before(), party.accountId()))
                .forEach(party -> ringsNoMore(party.accountId(), after.id()));
        releaseMedia(changed.before(), after);
        if (after.ended()) {
            log.info("Call {} ended: {}", after.id(), reason(after).wire());
            entries.write(after);
        }
        return after;
    }

    /** To every device in the call. */
    void tell(CallState call, CallEvent event, boolean droppable) {
        tell(call, endpoints(call), event, droppable);
    }

    void tell(CallState call, List<Endpoint> endpoints, CallEvent event, boolean droppable) {
        if (!endpoints.isEmpty()) {
            bus.publish(
                    new BusEvent.ToEndpoints(endpoints, new ServerMessage.CallHappened(call.id(), event), droppable));
        }
    }

    private void publish(CallState call) {
        bus.publish(BusEvent.ToConversation.all(call.conversationId(), new ServerMessage.CallChanged(call.view())));
    }

    private static List<Endpoint> endpoints(CallState call) {
        return call.joined()
                .flatMap(party -> Optional.ofNullable(party.seat()).stream()
                        .map(seat -> new Endpoint(party.accountId(), seat.endpointId())))
                .toList();
    }

    private static boolean isIn(CallState call, UUID accountId) {
        return call.party(accountId).filter(Party::isIn).isPresent();
    }

    /** Who is in a call now is busy for every other that rings them. */
    private void ringsNoMore(UUID accountId, UUID joined) {
        for (UUID other : store.ringingFor(accountId)) {
            if (!other.equals(joined)) {
                of(store.change(
                        other,
                        (call, facts) -> CallRules.apply(
                                call,
                                new CallChange.Occupy(accountId),
                                clock.instant().truncatedTo(ChronoUnit.MILLIS))));
            }
        }
    }

    private void releaseMedia(CallState before, CallState after) {
        if (before.route() != CallRoute.MEDIA_SERVICE) {
            return;
        }
        if (after.ended()) {
            closeRoom(after);
            return;
        }
        endpoints(before).stream()
                .filter(endpoint -> !endpoints(after).contains(endpoint))
                .forEach(endpoint -> ask(new MediaCommand.CloseEndpoint(after.id(), endpoint.endpointId())));
    }

    private void closeRoom(CallState call) {
        Executor when = reason(call) == EndReason.MOVED
                ? CompletableFuture.delayedExecutor(CHANGE_OVER.toMillis(), TimeUnit.MILLISECONDS, blocking)
                : Runnable::run;
        when.execute(() -> ask(new MediaCommand.CloseRoom(call.id())));
    }

    private static EndReason reason(CallState ended) {
        if (ended.end() == null) {
            throw new IllegalArgumentException("The call goes on");
        }
        return ended.end().reason();
    }

    /** What is let go is gone anyway where the media service is. */
    private void ask(MediaCommand command) {
        media.ask(command).whenComplete((reply, failure) -> {
            if (failure != null && !(failure instanceof ServiceException)) {
                log.debug("{} came to nothing", command.getClass().getSimpleName(), failure);
            }
        });
    }
}
