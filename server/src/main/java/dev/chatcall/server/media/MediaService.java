package dev.chatcall.server.media;

import dev.chatcall.protocol.media.MediaCommand;
import dev.chatcall.protocol.media.MediaReply;
import java.util.concurrent.CompletableFuture;

/** The media service as calls see it. Chat never depends on it. */
public interface MediaService {

    /**
     * Does not wait.
     *
     * @return the answer, never {@link MediaReply.Refused}: that, and a service that is not there or does not answer
     *     within five seconds, completes it with a {@link dev.chatcall.server.error.ServiceException} of {@code
     *     call.media_refused} or {@code call.media_unavailable}
     */
    CompletableFuture<MediaReply> ask(MediaCommand command);

    /** Whether it is there, where, and what an operator should do when it is not. */
    MediaStatus status();

    /** Before it is started; there is one listener. */
    void listen(MediaListener listener);
}
