package dev.chatcall.desktop.media;

/** What a track carries. */
public enum MediaKind {
    AUDIO,
    VIDEO
}
