package dev.chatcall.desktop.client;

/** How far one's own message has come. In a group it is delivered or read when it is for all others. */
public enum Delivery {
    QUEUED,
    SENDING,
    SENT,
    DELIVERED,
    READ,
    FAILED
}
