package dev.chatcall.desktop.connection;

/** One WebSocket, perhaps still being opened. On the loop. */
public interface Line {
    void send(String text);

    /** Nothing is told of it after this. */
    void close();
}
