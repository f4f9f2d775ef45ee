package dev.chatcall.server.redis;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once in the log that Redis is away and once that it is back, however often that is met. Thread-safe. */
public final class Outage {
    private static final Logger log = LoggerFactory.getLogger(Outage.class);

    private final String what;
    private final AtomicBoolean away = new AtomicBoolean();

    /** @param what does not work in the meantime, as the subject of a sentence */
    public Outage(String what) {
        this.what = what;
    }

    public void began(String reason) {
        if (away.compareAndSet(false, true)) {
            log.warn("{} is down to this server alone: {}", what, reason);
        }
    }

    public void ended() {
        if (away.compareAndSet(true, false)) {
            log.info("{} reaches the other servers again", what);
        }
    }

    public boolean lasts() {
        return away.get();
    }
}
