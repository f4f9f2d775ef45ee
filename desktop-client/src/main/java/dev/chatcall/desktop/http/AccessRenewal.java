package dev.chatcall.desktop.http;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The access token for requests. On the loop. */
public interface AccessRenewal {
    /** A token that is good as far as is known, renewed where it is not. Fails as {@link #renew}. */
    CompletableFuture<String> token();

    /**
     * Renews the token unless it is no longer {@code used}.
     *
     * @return the token now; fails with {@code ApiException} when there is none to be had
     */
    CompletableFuture<String> renew(@Nullable String used);

    /** The server said that the session is over. */
    void over();
}
