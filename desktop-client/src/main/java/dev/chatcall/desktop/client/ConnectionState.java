package dev.chatcall.desktop.client;

/** The state of the line to the server. */
public sealed interface ConnectionState {
    /** Nobody is signed in, or the client is stopped. */
    record Idle() implements ConnectionState {}

    /** The socket is being opened. */
    record Connecting() implements ConnectionState {}

    /** Open; the server is telling what was missed. */
    record Syncing() implements ConnectionState {}

    /** Everything is as on the server. */
    record Live() implements ConnectionState {}

    /** Lost; the next try is at {@code retryAt} (ms since the epoch), earlier when the network comes back. */
    record Waiting(long retryAt) implements ConnectionState {}

    /** The server speaks another version of the protocol: the program must be updated. */
    record Unsupported() implements ConnectionState {}
}
