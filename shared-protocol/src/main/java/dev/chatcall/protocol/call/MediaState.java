package dev.chatcall.protocol.call;

/**
 * What a participant gives and asks for, shown to the others.
 *
 * @param microphone false while muted
 * @param camera false while switched off
 * @param screen a screen is shared
 * @param hand raised
 */
public record MediaState(boolean microphone, boolean camera, boolean screen, boolean hand) {
    /** Of somebody who is not in the call. */
    public static final MediaState NONE = new MediaState(false, false, false, false);
}
