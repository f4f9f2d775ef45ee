package dev.chatcall.desktop.ui.signin;

import org.jspecify.annotations.Nullable;

/** The way between the signed-out pages. */
interface Pages {
    void signIn();

    /** @param invitation the secret of an invitation link */
    void register(@Nullable String invitation);

    void forgot();

    void reset();

    /** Another server or account of this device. */
    void otherServer();
}
