package dev.chatcall.desktop.client;

import java.util.UUID;

/** Who is signed in on this device. */
public sealed interface Session {
    /** Finding out after a start; {@code unreachable} while no server answers (it keeps trying). */
    record Starting(boolean unreachable) implements Session {}

    /** @param ended signed out from elsewhere or run out, otherwise never signed in or signed out here */
    record SignedOut(boolean ended) implements Session {}

    record SignedIn(UUID accountId) implements Session {}
}
