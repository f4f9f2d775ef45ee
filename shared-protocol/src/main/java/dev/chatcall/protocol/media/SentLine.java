package dev.chatcall.protocol.media;

/**
 * A media line of an offer on which a client sends.
 *
 * @param mid its id in the SDP
 * @param kind {@code audio} or {@code video}
 * @param paused how its producer begins; one that is there stays as it is
 * @param observed whether its loudness counts for who is speaking
 */
public record SentLine(String mid, String kind, boolean paused, boolean observed) {}
