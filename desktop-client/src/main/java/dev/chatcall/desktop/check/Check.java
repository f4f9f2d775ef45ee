package dev.chatcall.desktop.check;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at, as people are told of it.
 *
 * @param detail for people: an address, a duration, a name; null: nothing to say
 * @param problem what is wrong, or why it was left out; null: nothing
 */
public record Check(
        Name name,
        State state,
        @Nullable String detail,
        @Nullable Problem problem) {

    /** What is looked at, in this order. */
    public enum Name {
        CERTIFICATE("certificate"),
        WEB_SOCKET("webSocket"),
        CLOCK("clock"),
        MICROPHONE("microphone"),
        CAMERA("camera"),
        STUN("stun"),
        TURN("turn"),
        MEDIA_SERVICE("mediaService"),
        MEDIA_UDP("mediaUdp"),
        MEDIA_TCP("mediaTcp");

        private final String key;

        Name(String key) {
            this.key = key;
        }

        /** As the catalogue names it. */
        public String key() {
            return key;
        }
    }

    public enum State {
        RUNNING,
        PASSED,
        FAILED,
        SKIPPED;

        /** As the catalogue names it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why something does not work. */
    public enum Problem {
        CERTIFICATE,
        PLAIN,
        OFFLINE,
        CLOCK_OFF,
        DENIED,
        MISSING,
        BUSY,
        STUN_NOT_CONFIGURED,
        TURN_NOT_CONFIGURED,
        STUN_UNREACHABLE,
        TURN_UNREACHABLE,
        TURN_REFUSED,
        MEDIA_SERVICE_MISSING,
        UDP_BLOCKED,
        TCP_BLOCKED,
        NOT_CHECKED;

        /** As the catalogue names it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Check running(Name name) {
        return new Check(name, State.RUNNING, null, null);
    }

    static Check of(Name name, Finding finding) {
        return new Check(name, finding.state(), finding.detail(), finding.problem());
    }
}
