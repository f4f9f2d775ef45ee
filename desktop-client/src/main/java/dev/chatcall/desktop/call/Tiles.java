package dev.chatcall.desktop.call;

import dev.chatcall.desktop.call.CurrentCall.SelfState;
import dev.chatcall.desktop.media.LocalTrack;
import dev.chatcall.desktop.media.VideoSource;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallParticipant;
import dev.chatcall.protocol.call.ParticipantState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pictures of a call, from what is known of it. Pure. */
final class Tiles {
    private Tiles() {}

    /** Of one who shares a screen; that of a person is the account's id. */
    static String screenId(UUID accountId) {
        return accountId + ":screen";
    }

    /** One's own last, screens before cameras. */
    static List<Tile> of(Call call, UUID accountId, Map<UUID, RemoteMedia> remote, SelfState self, SentTracks own) {
        List<CallParticipant> others = call.participants().stream()
                .filter(participant -> !participant.accountId().equals(accountId))
                .filter(participant -> participant.state() == ParticipantState.JOINED
                        || (participant.state() == ParticipantState.RINGING && call.end() == null))
                .toList();
        List<Tile> tiles = new ArrayList<>();
        others.stream()
                .filter(each ->
                        each.state() == ParticipantState.JOINED && each.media().screen())
                .map(each -> screen(each, remote))
                .forEach(tiles::add);
        others.stream().map(each -> person(each, remote)).forEach(tiles::add);
        if (self.screen()) {
            VideoSource screen = videoOf(own.screen());
            tiles.add(new Tile(screenId(accountId), accountId, true, true, screen, false, false, false));
        }
        VideoSource camera = videoOf(own.camera());
        tiles.add(
                new Tile(accountId.toString(), accountId, false, true, camera, !self.microphone(), self.hand(), false));
        return List.copyOf(tiles);
    }

    private static Tile person(CallParticipant participant, Map<UUID, RemoteMedia> remote) {
        boolean joined = participant.state() == ParticipantState.JOINED;
        UUID id = participant.accountId();
        RemoteMedia got = joined ? remote.getOrDefault(id, RemoteMedia.NONE) : RemoteMedia.NONE;
        return new Tile(
                id.toString(),
                id,
                false,
                false,
                participant.media().camera() ? got.camera() : null,
                joined && !participant.media().microphone(),
                joined && participant.media().hand(),
                !joined || !participant.connected());
    }

    private static Tile screen(CallParticipant participant, Map<UUID, RemoteMedia> remote) {
        UUID id = participant.accountId();
        RemoteMedia got = remote.getOrDefault(id, RemoteMedia.NONE);
        return new Tile(screenId(id), id, true, false, got.screen(), false, false, !participant.connected());
    }

    private static @Nullable VideoSource videoOf(@Nullable LocalTrack track) {
        return track == null ? null : track.video();
    }
}
