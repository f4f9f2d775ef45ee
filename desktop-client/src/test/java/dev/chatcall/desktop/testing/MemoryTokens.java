package dev.chatcall.desktop.testing;

import dev.chatcall.desktop.session.TokenKeeper;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps a token for as long as it lives itself. */
public final class MemoryTokens implements TokenKeeper {
    private final AtomicReference<KeptToken> token = new AtomicReference<>();

    @Override
    public Optional<KeptToken> read() {
        return Optional.ofNullable(token.get());
    }

    @Override
    public void write(KeptToken kept) {
        token.set(kept);
    }

    @Override
    public void clear() {
        token.set(null);
    }
}
