package dev.chatcall.desktop.call;

import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallReply;
import dev.chatcall.protocol.call.CallRequest;
import dev.chatcall.protocol.call.CallRoute;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** While it rings, gets the way ready that the media will take, so that accepting shows a picture at once. */
final class PreparedLeg implements AutoCloseable {
    private final CallContext context;
    private final Asking asking;
    private final LegMaker legs;
    private final BooleanSupplier busy;
    private final Subscription watching;
    private @Nullable Prepared held;

    /** @param busy a call already goes on in this program */
    PreparedLeg(CallContext context, Asking asking, LegMaker legs, BooleanSupplier busy) {
        this.context = context;
        this.asking = asking;
        this.legs = legs;
        this.busy = busy;
        watching = context.incoming().onChange(this::look);
        look(context.incoming().get());
    }

    /** @param leg null until it is there, or where the call is not direct */
    record Prepared(UUID callId, UUID endpointId, @Nullable DirectLeg leg) {}

    /** Hands over what is ready for a call; null where nothing is. */
    @Nullable
    Prepared take(UUID callId) {
        Prepared taken = held;
        if (taken == null || !taken.callId().equals(callId)) {
            return null;
        }
        held = null;
        return taken;
    }

    @Override
    public void close() {
        watching.close();
        drop();
    }

    private void look(List<Call> incoming) {
        Prepared now = held;
        if (now != null && incoming.stream().noneMatch(call -> call.id().equals(now.callId()))) {
            drop();
        }
        if (incoming.isEmpty() || held != null || busy.getAsBoolean()) {
            return;
        }
        Call call = incoming.getFirst();
        Prepared next = new Prepared(call.id(), context.ids().get(), null);
        held = next;
        if (call.route() == CallRoute.DIRECT) {
            prepare(next);
        }
    }

    private void prepare(Prepared wanted) {
        // Without servers it begins when it is accepted.
        asking.ask(new CallRequest.GetIceServers(), CallReply.IceServers.class).thenAccept(answer -> {
            if (wanted.equals(held)) {
                DirectLeg leg = legs.direct(new LegMaker.Place(wanted.endpointId(), answer.iceServers()), true);
                held = new Prepared(wanted.callId(), wanted.endpointId(), leg);
            }
        });
    }

    private void drop() {
        if (held != null && held.leg() != null) {
            held.leg().close();
        }
        held = null;
    }
}
