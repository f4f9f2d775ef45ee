package dev.chatcall.desktop.call;

/** Where a call stands on this device. */
public enum CallPhase {
    /** The others ring. */
    RINGING,
    /** Somebody answered; the media is on its way. */
    CONNECTING,
    CONNECTED,
    /** The media or the line to the server was lost; it is being restored. */
    RECONNECTING,
    /** Over; {@code ending} says how. Stays until it is left or a few seconds went by. */
    ENDED
}
