package dev.chatcall.server.media;

import java.net.URI;

/** Where a media service is to be had. Used by one thread, closed by another. */
interface MediaSource extends AutoCloseable {

    /**
     * Waits until there is one, for as long as that takes.
     *
     * @return where its control connection is
     * @throws MediaUnavailableException when there is none for now
     */
    URI await() throws MediaUnavailableException, InterruptedException;

    /** What {@link #await()} named did not answer. */
    void unreachable();

    @Override
    void close();
}
