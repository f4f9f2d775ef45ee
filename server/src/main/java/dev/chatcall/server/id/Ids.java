package dev.chatcall.server.id;

import java.util.UUID;

/** The source of new ids. Passed in, so that a test can say which come next. */
@FunctionalInterface
public interface Ids {
    /** A UUID that was never given before; from the real source a UUIDv7, which sorts by time. */
    UUID next();
}
