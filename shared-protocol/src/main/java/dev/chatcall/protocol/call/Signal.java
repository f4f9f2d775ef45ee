package dev.chatcall.protocol.call;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.Require;
import org.jspecify.annotations.Nullable;

/** What the two ends of a direct call tell each other through the server (JSEP, RFC 9429; trickle ICE, RFC 8838). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Signal.Description.class, name = "description"),
    @JsonSubTypes.Type(value = Signal.Candidate.class, name = "candidate")
})
public sealed interface Signal {

    /** @param kind {@code offer}, {@code answer} or {@code rollback} */
    record Description(String kind, String sdp) implements Signal {
        public Description {
            Require.text(kind, "kind", 1, 16);
            Require.text(sdp, "sdp", 0, Limits.SDP_MAX);
        }
    }

    /** @param candidate the attribute's text; empty when there are no more */
    record Candidate(
            String candidate,
            @Nullable String sdpMid,
            @Nullable Integer sdpMLineIndex,
            @Nullable String usernameFragment)
            implements Signal {
        public Candidate {
            Require.text(candidate, "candidate", 0, Limits.CANDIDATE_MAX);
        }
    }
}
