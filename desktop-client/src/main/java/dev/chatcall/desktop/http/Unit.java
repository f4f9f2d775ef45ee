package dev.chatcall.desktop.http;

/** An answer that says nothing but that it is done. */
public enum Unit {
    DONE
}
