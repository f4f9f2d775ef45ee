package dev.chatcall.desktop.call;

import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallRoute;
import dev.chatcall.protocol.call.IceServer;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Makes the leg that a call's route asks for. */
final class LegMaker {
    private final CallContext context;
    private final Asking asking;
    private final Runnable noWay;

    /** @param noWay no direct way was found in time */
    LegMaker(CallContext context, Asking asking, Runnable noWay) {
        this.context = context;
        this.asking = asking;
        this.noWay = noWay;
    }

    /** The device on which one is in the call, and who helps it find ways. */
    record Place(UUID endpointId, List<IceServer> iceServers) {}

    DirectLeg direct(Place place, boolean offers) {
        return new DirectLeg(
                new DirectLeg.Surroundings(
                        context.loop(),
                        context.engine(),
                        asking,
                        context.accountId(),
                        place.endpointId(),
                        place.iceServers(),
                        noWay),
                offers);
    }

    /** @param ready a direct leg that was prepared for the first call; used or closed */
    BiFunction<Call, CallSession, Leg> makerFor(Place place, @Nullable DirectLeg ready) {
        return new BiFunction<>() {
            private @Nullable DirectLeg prepared = ready;

            @Override
            public Leg apply(Call call, CallSession session) {
                DirectLeg taken = prepared;
                prepared = null;
                if (call.route() == CallRoute.MEDIA_SERVICE) {
                    if (taken != null) {
                        taken.close();
                    }
                    return service(call, place, session);
                }
                // Who finds somebody there comes in, and offers.
                boolean offers = !Leg.othersIn(call, context.accountId()).isEmpty();
                return taken != null ? taken : direct(place, offers);
            }
        };
    }

    private Leg service(Call call, Place place, CallSession session) {
        return new ServiceLeg(context, asking, place, call, session::serviceRefused);
    }
}
