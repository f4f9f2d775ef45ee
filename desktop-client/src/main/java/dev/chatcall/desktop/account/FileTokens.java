package dev.chatcall.desktop.account;

import dev.chatcall.desktop.file.JsonFile;
import dev.chatcall.desktop.session.TokenKeeper;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * One account's refresh token in a file that this user of the device alone may read. Whose it is may turn out at the sign
 * in: each account of a server has a file of its own.
 */
public final class FileTokens implements TokenKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(FileTokens.class);
    private static final String FILE = "session.json";

    private final DataFolder folder;
    private final String server;
    private final JsonMapper mapper;
    private @Nullable UUID accountId;
    /** Where the file cannot be written, this holds until the program ends. */
    private @Nullable KeptToken unwritten;

    /** @param accountId whose token; null: somebody is about to sign in */
    public FileTokens(DataFolder folder, String server, @Nullable UUID accountId, JsonMapper mapper) {
        this.folder = folder;
        this.server = server;
        this.accountId = accountId;
        this.mapper = mapper;
    }

    @Override
    public synchronized Optional<KeptToken> read() {
        if (unwritten != null) {
            return Optional.of(unwritten);
        }
        UUID whose = accountId;
        if (whose == null) {
            return Optional.empty();
        }
        return file(whose).read().filter(kept -> whose.equals(kept.accountId()) && kept.refreshToken() != null);
    }

    @Override
    public synchronized void write(KeptToken token) {
        accountId = token.accountId();
        try {
            file(token.accountId()).write(token);
            unwritten = null;
        } catch (IOException e) {
            LOG.error("Who is signed in is kept until the program ends: {}", e.toString());
            unwritten = token;
        }
    }

    @Override
    public synchronized void clear() {
        UUID whose = accountId;
        accountId = null;
        unwritten = null;
        if (whose == null) {
            return;
        }
        try {
            file(whose).delete();
        } catch (IOException e) {
            // The server has ended the session: what is left opens nothing.
            LOG.warn("A file of a session that is over stays: {}", e.toString());
        }
    }

    private JsonFile<KeptToken> file(UUID whose) {
        return new JsonFile<>(folder.account(server, whose).resolve(FILE), KeptToken.class, mapper);
    }
}
