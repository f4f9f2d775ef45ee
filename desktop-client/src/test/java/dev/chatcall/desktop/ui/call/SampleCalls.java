package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CallPhase;
import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.call.CurrentCall.Ending;
import dev.chatcall.desktop.call.CurrentCall.SelfState;
import dev.chatcall.desktop.call.DeviceChoice;
import dev.chatcall.desktop.call.Devices;
import dev.chatcall.desktop.call.LinkQuality;
import dev.chatcall.desktop.call.Tile;
import dev.chatcall.desktop.media.VideoSource;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallParticipant;
import dev.chatcall.protocol.call.CallRoute;
import dev.chatcall.protocol.call.MediaState;
import dev.chatcall.protocol.call.ParticipantState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls for tests, and parts of them. */
public final class SampleCalls {
    public static final SelfState SELF = new SelfState(true, true, false, false, null, null);

    public static final Devices DEVICES = new Devices(
            List.of(new Devices.Device("m1", "Desk microphone"), new Devices.Device("m2", "Headset")),
            List.of(new Devices.Device("c1", "Front camera")),
            List.of(new Devices.Device("s1", "Headphones")),
            DeviceChoice.DEFAULTS,
            false,
            true,
            true);

    private SampleCalls() {}

    public static CallParticipant participant(Person person, ParticipantState state, MediaState media) {
        return new CallParticipant(
                person.id(), state, Samples.id("endpoint " + person.username()), true, media, List.of());
    }

    public static CallParticipant joined(Person person) {
        return participant(person, ParticipantState.JOINED, new MediaState(true, false, false, false));
    }

    public static Call call(String name, UUID conversationId, CallParticipant... participants) {
        return new Call(
                Samples.id(name),
                conversationId,
                1,
                participants[0].accountId(),
                true,
                CallRoute.DIRECT,
                Samples.NOON - 65_000,
                null,
                null,
                null,
                List.of(participants));
    }

    public static Tile tile(Person person, @Nullable VideoSource video) {
        return new Tile(person.id().toString(), person.id(), false, false, video, false, false, false);
    }

    public static Tile mine(Person me, @Nullable VideoSource video) {
        return new Tile(me.id().toString(), me.id(), false, true, video, false, false, false);
    }

    public static Tile screen(Person person, @Nullable VideoSource video) {
        return new Tile(person.id() + ":screen", person.id(), true, false, video, false, false, false);
    }

    /** Some people without pictures, and oneself last. */
    public static List<Tile> people(int count) {
        List<Tile> tiles = new ArrayList<>();
        for (int at = 0; at < count - 1; at++) {
            tiles.add(tile(Samples.person("person-" + at, "Person " + at), null));
        }
        tiles.add(mine(Samples.person("me", "Me"), null));
        return tiles;
    }

    public static CurrentCall current(Call call, Tile... tiles) {
        return new CurrentCall(
                call,
                CallPhase.CONNECTED,
                call.route(),
                Samples.NOON - 65_000,
                List.of(tiles),
                List.of(),
                SELF,
                Map.of(),
                List.of(),
                null,
                null);
    }

    public static CurrentCall with(CurrentCall now, SelfState self) {
        return new CurrentCall(
                now.call(),
                now.phase(),
                now.route(),
                now.connectedAt(),
                now.tiles(),
                now.speaking(),
                self,
                now.links(),
                now.reactions(),
                now.problem(),
                now.ending());
    }

    public static CurrentCall with(CurrentCall now, List<UUID> speaking, Map<UUID, LinkQuality> links) {
        return new CurrentCall(
                now.call(),
                now.phase(),
                now.route(),
                now.connectedAt(),
                now.tiles(),
                speaking,
                now.self(),
                links,
                now.reactions(),
                now.problem(),
                now.ending());
    }

    public static CurrentCall ended(CurrentCall now, Ending ending) {
        return new CurrentCall(
                now.call(),
                CallPhase.ENDED,
                now.route(),
                now.connectedAt(),
                now.tiles(),
                List.of(),
                now.self(),
                now.links(),
                List.of(),
                null,
                ending);
    }

    public static LinkQuality link(LinkQuality.Grade grade) {
        return new LinkQuality(
                grade, 48, 0.012, null, 1_240, null, "VP8", "opus", 24, 1_280, 720, LinkQuality.Way.RELAYED);
    }
}
