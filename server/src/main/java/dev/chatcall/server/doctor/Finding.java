package dev.chatcall.server.doctor;

/** What an examination brought to light, in sentences for an operator. */
public sealed interface Finding {

    /** @param detail a figure or an address */
    record Fine(String detail) implements Finding {}

    /** @param remedy what to do about it */
    record Wrong(String problem, String remedy) implements Finding {}

    /** @param why there was nothing to look at; no fault by itself */
    record Skipped(String why) implements Finding {}
}
