package dev.chatcall.desktop.call;

import dev.chatcall.desktop.media.VideoSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One picture of the call: a person (with or without video), or a screen.
 *
 * @param id the account's id, with ":screen" after it for a screen
 * @param video null while there is no picture: the avatar is shown
 * @param waiting still ringing, or their device has lost its connection
 */
public record Tile(
        String id,
        UUID accountId,
        boolean screen,
        boolean mine,
        @Nullable VideoSource video,
        boolean muted,
        boolean hand,
        boolean waiting) {}
