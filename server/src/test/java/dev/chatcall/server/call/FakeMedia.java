package dev.chatcall.server.call;

import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.media.ConsumedLine;
import dev.chatcall.protocol.media.MediaCommand;
import dev.chatcall.protocol.media.MediaEvent;
import dev.chatcall.protocol.media.MediaReply;
import dev.chatcall.protocol.media.ProducedLine;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.media.MediaListener;
import dev.chatcall.server.media.MediaService;
import dev.chatcall.server.media.MediaStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A media service that carries nothing, remembers what it was told to do, and can be away. */
public final class FakeMedia implements MediaService {
    private final List<MediaCommand> commands = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private volatile @Nullable MediaListener listener;

    @Override
    public CompletableFuture<MediaReply> ask(MediaCommand command) {
        if (away) {
            return CompletableFuture.failedFuture(
                    new ServiceException(ErrorCode.CALL_MEDIA_UNAVAILABLE, "It is away in this test"));
        }
        commands.add(command);
        return CompletableFuture.completedFuture(
                switch (command) {
                    case MediaCommand.OpenRoom _ -> new MediaReply.Room("{\"codecs\":[]}");
                    case MediaCommand.OpenTransport _ ->
                        new MediaReply.Transport(UUID.randomUUID(), "{}", "[]", "{\"role\":\"auto\"}");
                    case MediaCommand.RestartIce _ -> new MediaReply.Ice("{}");
                    case MediaCommand.Produce _ -> new MediaReply.Producer(UUID.randomUUID());
                    case MediaCommand.Consume _ -> new MediaReply.Consumer(UUID.randomUUID(), "audio", "{}", false);
                    case MediaCommand.Publish publish -> published(publish);
                    case MediaCommand.Subscribe subscribe -> offered(subscribe);
                    default -> new MediaReply.Done();
                });
    }

    /** A line has the same producer for as long as its endpoint is there. */
    private MediaReply published(MediaCommand.Publish publish) {
        return new MediaReply.Published(
                "answer",
                publish.lines().stream()
                        .map(line -> new ProducedLine(line.mid(), producer(publish.endpointId(), line.mid())))
                        .toList());
    }

    private static UUID producer(UUID endpointId, String mid) {
        return UUID.nameUUIDFromBytes((endpointId + mid).getBytes(StandardCharsets.UTF_8));
    }

    private static MediaReply offered(MediaCommand.Subscribe subscribe) {
        return new MediaReply.Offered(
                "offer",
                subscribe.producerIds().stream()
                        .map(id -> new ConsumedLine("0", UUID.randomUUID(), id, "audio", false))
                        .toList());
    }

    @Override
    public MediaStatus status() {
        return away
                ? new MediaStatus(false, "The media service is missing: run this.", null, List.of())
                : new MediaStatus(true, null, "127.0.0.1", List.of(40_000, 40_003));
    }

    @Override
    public void listen(MediaListener hears) {
        listener = hears;
    }

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    public void tell(MediaEvent event) {
        listener.happened(event);
    }

    public void startAfresh() {
        listener.startedAfresh();
    }

    public List<MediaCommand> commands() {
        return commands;
    }

    /** Returns once it was told so; a test that waits for too long is stopped by its timeout. */
    public <T extends MediaCommand> T awaitCommand(Class<T> type, Predicate<T> wanted) {
        while (true) {
            for (MediaCommand command : commands) {
                if (type.isInstance(command) && wanted.test(type.cast(command))) {
                    return type.cast(command);
                }
            }
            Thread.onSpinWait();
        }
    }
}
