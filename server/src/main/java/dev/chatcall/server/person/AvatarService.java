package dev.chatcall.server.person;

import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import dev.chatcall.server.id.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Takes pictures of people and groups. What is kept and served is always drawn anew, never what was sent. */
public final class AvatarService {
    /** A large picture takes some 200 MB while it is read: one at a time. */
    private final Semaphore turn = new Semaphore(1, true);

    private static final Duration WAIT = Duration.ofSeconds(10);

    private final AvatarStore store;
    private final AvatarPainter painter = new AvatarPainter();
    private final Clock clock;
    private final Ids ids;

    public AvatarService(AvatarStore store, Clock clock, Ids ids) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Draws and keeps a picture.
     *
     * @param picture as it was uploaded: a JPEG, PNG, GIF or BMP
     * @return its id, at {@code /api/avatars/{id}}
     * @throws ServiceException with {@code avatar.unreadable} when it is none or too large, {@code server.busy} when too
     *     many upload pictures at once
     */
    public UUID store(byte[] picture) {
        byte[] image = paint(picture);
        UUID id = ids.next();
        store.add(id, new AvatarStore.Avatar(AvatarPainter.CONTENT_TYPE, image), clock.instant());
        return id;
    }

    /** @throws ServiceException with {@code not_found} when there is none */
    public AvatarStore.Avatar avatar(UUID id) {
        return store.find(id).orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "There is no such picture"));
    }

    private byte[] paint(byte[] picture) {
        try {
            if (!turn.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return painter.paint(picture);
        } finally {
            turn.release();
        }
    }

    private static ServiceException busy() {
        return new ServiceException(ErrorCode.SERVER_BUSY, "Too many pictures at once", Duration.ofSeconds(5));
    }
}
