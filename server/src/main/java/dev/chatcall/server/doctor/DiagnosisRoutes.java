package dev.chatcall.server.doctor;

import dev.chatcall.protocol.call.IceServer;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.media.MediaCommand;
import dev.chatcall.protocol.media.MediaReply;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.http.Api;
import dev.chatcall.server.http.Operators;
import dev.chatcall.server.http.Routes;
import dev.chatcall.server.id.Ids;
import dev.chatcall.server.media.MediaService;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the server tells the doctor, who looks from outside. */
public final class DiagnosisRoutes implements Routes {
    private static final long PROBE_SECONDS = 30;

    private final Operators operators;
    private final MediaService media;
    private final Supplier<List<IceServer>> iceServers;
    private final ScheduledExecutorService scheduler;
    private final Ids ids;
    private final Clock clock;
    private final String version;

    /** @param iceServers with credentials for a while */
    public DiagnosisRoutes(
            Operators operators,
            MediaService media,
            Supplier<List<IceServer>> iceServers,
            ScheduledExecutorService scheduler,
            Ids ids,
            Clock clock,
            String version) {
        this.operators = operators;
        this.media = media;
        this.iceServers = iceServers;
        this.scheduler = scheduler;
        this.ids = ids;
        this.clock = clock;
        this.version = version;
    }

    @Override
    public void declare(Api api) {
        api.post("/api/diagnosis", "What ./chatcall doctor asks: from this machine, or with the metrics token")
                .anyone()
                .refuses(ErrorCode.AUTH_REQUIRED)
                .answers(Diagnosis.class, call -> {
                    operators.require(call);
                    return diagnosis();
                });
    }

    private Diagnosis diagnosis() {
        String problem = media.status().problem();
        if (problem != null) {
            return diagnosis(problem, null);
        }
        try {
            return diagnosis(null, probe());
        } catch (CompletionException | ServiceException e) {
            return diagnosis("The media service does not open a transport.", null);
        }
    }

    private Diagnosis diagnosis(@Nullable String problem, MediaReply.@Nullable Transport probe) {
        return new Diagnosis(
                version,
                clock.millis(),
                iceServers.get(),
                problem,
                probe == null ? null : probe.iceParameters(),
                probe == null ? null : probe.iceCandidates());
    }

    /** A transport that nobody uses, in a room that closes by itself. */
    private MediaReply.Transport probe() {
        UUID room = ids.next();
        media.ask(new MediaCommand.OpenRoom(room)).join();
        scheduler.schedule(() -> media.ask(new MediaCommand.CloseRoom(room)), PROBE_SECONDS, TimeUnit.SECONDS);
        MediaReply reply = media.ask(new MediaCommand.OpenTransport(room, ids.next(), true, false))
                .join();
        if (reply instanceof MediaReply.Transport transport) {
            return transport;
        }
        throw new ServiceException(ErrorCode.CALL_MEDIA_UNAVAILABLE, "No transport came");
    }
}
