package dev.chatcall.desktop.call;

/** Where one way of a call's media stands. */
enum LegState {
    /** Nobody to talk to yet. */
    WAITING,
    CONNECTING,
    CONNECTED,
    /** Was connected, or could not be; it keeps trying. */
    LOST
}
