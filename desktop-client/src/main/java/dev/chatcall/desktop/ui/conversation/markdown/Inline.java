package dev.chatcall.desktop.ui.conversation.markdown;

import java.util.List;

/** A piece of a line. */
public sealed interface Inline {
    /** Plain text; may hold line breaks. */
    record Words(String text) implements Inline {}

    record Strong(List<Inline> content) implements Inline {}

    record Emphasis(List<Inline> content) implements Inline {}

    record Code(String text) implements Inline {}

    /** @param address where it leads; http, https or mailto */
    record Link(String address, List<Inline> content) implements Inline {}

    /** @param name what the person is called, without the at-sign */
    record Mention(String name, boolean me) implements Inline {}
}
