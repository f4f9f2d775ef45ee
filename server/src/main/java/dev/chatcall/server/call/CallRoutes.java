package dev.chatcall.server.call;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.call.CallPage;
import dev.chatcall.protocol.call.Connectivity;
import dev.chatcall.server.http.Api;
import dev.chatcall.server.http.Routes;
import dev.chatcall.server.media.MediaService;
import dev.chatcall.server.media.MediaStatus;
import java.time.Clock;
import java.util.UUID;

/** One's calls of the past, and whether calls will work. */
public final class CallRoutes implements Routes {
    private static final int USUAL_PAGE = 50;

    private final CallStore store;
    private final IceServers iceServers;
    private final MediaService media;
    private final Clock clock;

    CallRoutes(CallStore store, IceServers iceServers, MediaService media, Clock clock) {
        this.store = store;
        this.iceServers = iceServers;
        this.media = media;
        this.clock = clock;
    }

    @Override
    public void declare(Api api) {
        api.get("/api/calls", "A page of one's calls that are over, the newest first")
                .query("before", "The page after this call's id")
                .query("limit", "At most so many calls, 1 to " + Limits.PAGE_MAX)
                .answers(CallPage.class, call -> {
                    Long limit = call.queryNumber("limit");
                    int most = limit == null ? USUAL_PAGE : (int) Math.clamp(limit, 1, Limits.PAGE_MAX);
                    return store.history(call.caller().accountId(), call.queryId("before"), most);
                });
        api.get("/api/connectivity", "What a client needs to find out whether calls will work")
                .answers(Connectivity.class, call -> connectivity(call.caller().accountId()));
    }

    private Connectivity connectivity(UUID accountId) {
        MediaStatus status = media.status();
        return new Connectivity(
                clock.millis(),
                iceServers.of(accountId),
                status.available(),
                status.problem(),
                status.announcedAddress(),
                status.ports());
    }
}
