package dev.chatcall.desktop.call;

public record MediaChoice(boolean microphone, boolean camera) {}
