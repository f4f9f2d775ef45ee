package dev.chatcall.server.call;

import dev.chatcall.server.bus.Bus;
import dev.chatcall.server.contact.ContactService;
import dev.chatcall.server.conversation.ConversationService;
import dev.chatcall.server.id.Ids;
import dev.chatcall.server.media.MediaService;
import dev.chatcall.server.message.ConversationWriter;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/** Calls, put together. */
public final class Calls {

    /** What calls stand on. */
    public record Parts(
            ConversationWriter writer,
            ConversationService conversations,
            ContactService contacts,
            Bus bus,
            MediaService media,
            IceServers iceServers,
            Ids ids,
            Clock clock,
            ExecutorService blocking) {}

    private final CallRequests requests;
    private final CallRoutes routes;
    private final CallSweep sweep;

    /** Listens to the bus and the media service from now on. */
    public Calls(CallStore store, Parts parts) {
        Endpoints endpoints = new Endpoints();
        Probes probes = new Probes(parts.media(), parts.ids(), parts.clock());
        CallEntries entries = new CallEntries(store, parts.writer(), parts.blocking());
        Aftermath aftermath =
                new Aftermath(store, parts.bus(), parts.media(), entries, parts.clock(), parts.blocking());
        CallService calls =
                new CallService(store, aftermath, endpoints, parts.iceServers(), parts.media(), parts.clock());
        CallNews news = new CallNews(
                store, aftermath, endpoints, probes, parts.contacts(), parts.bus(), parts.clock(), parts.blocking());
        RoomAccess access = new RoomAccess(calls, probes);
        this.requests = new CallRequests(
                calls,
                new CallAddition(store, calls, aftermath, parts.conversations(), parts.ids()),
                new CallMedia(store, calls, aftermath, probes, access, parts.media(), parts.blocking()),
                new CallSdp(store, calls, aftermath, access, parts.media(), parts.blocking()),
                news,
                endpoints);
        this.routes = new CallRoutes(store, parts.iceServers(), parts.media(), parts.clock());
        this.sweep = new CallSweep(store, aftermath, news, entries, endpoints, probes, parts.clock(), parts.blocking());
        parts.bus().subscribe(news::on);
        parts.media().listen(news);
    }

    public CallRequests requests() {
        return requests;
    }

    public CallRoutes routes() {
        return routes;
    }

    /** Begins to let time pass. @param alone there is no other server */
    public void start(ScheduledExecutorService scheduler, boolean alone) {
        sweep.start(scheduler, alone);
    }
}
