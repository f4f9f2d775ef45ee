package dev.chatcall.desktop.media;

/** Of a connection as a whole: ICE and DTLS. */
public enum PeerState {
    NEW,
    CONNECTING,
    CONNECTED,
    /** Perhaps for a moment. */
    DISCONNECTED,
    FAILED,
    CLOSED
}
