package dev.chatcall.desktop.ui.call.layout;

/** What the tiles have to stand on, in pixels. */
public record StageSize(double width, double height) {}
