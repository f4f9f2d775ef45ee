package dev.chatcall.bench.socket;

/** Is told what happens to a {@link Connection}, on the loop's thread. */
public interface Listener {

    /** The upgrade is done; frames may be sent. */
    void opened(Connection connection);

    /** A message; the bytes may be used during the call only. */
    void text(byte[] bytes, int from, int to);

    /**
     * The connection is gone, by the server's will or because the line broke. Called at most once, and not after
     * {@link Connection#close()}.
     *
     * @param code the server's close code, or {@link Connection#BROKEN}
     */
    void closed(int code, String reason);
}
