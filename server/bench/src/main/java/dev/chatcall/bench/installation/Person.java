package dev.chatcall.bench.installation;

import java.util.UUID;

/** Somebody signed in. */
public record Person(UUID accountId, String accessToken) {
    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "Person[" + accountId + "]";
    }
}
