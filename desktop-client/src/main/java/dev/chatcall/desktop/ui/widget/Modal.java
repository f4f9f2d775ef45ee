package dev.chatcall.desktop.ui.widget;

/** What lies above the dialogs and keeps the keyboard itself: a dialog does not take the focus back from it. */
public interface Modal {}
