package dev.chatcall.protocol.call;

import dev.chatcall.protocol.InvalidFieldException;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.Require;
import dev.chatcall.protocol.error.ErrorCode;
import java.util.List;

/**
 * A media line of an offer on which a client sends.
 *
 * @param mid its id in the SDP
 * @param paused how it begins; one that is sent already stays as it is
 */
public record PublishedLine(String mid, TrackSource source, boolean paused) {
    public PublishedLine {
        Require.text(mid, "mid", 1, Limits.MID_MAX);
        Require.present(source, "source");
    }

    /** @throws InvalidFieldException when a line or a source is there twice */
    static List<PublishedLine> distinct(List<PublishedLine> lines) {
        if (lines.stream().map(PublishedLine::mid).distinct().count() < lines.size()
                || lines.stream().map(PublishedLine::source).distinct().count() < lines.size()) {
            throw new InvalidFieldException(ErrorCode.REQUEST_INVALID, "lines", "has a line or a source twice");
        }
        return lines;
    }
}
