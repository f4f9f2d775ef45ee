package dev.chatcall.desktop.ui.gallery;

import static dev.chatcall.desktop.ui.gallery.People.BEN;
import static dev.chatcall.desktop.ui.gallery.People.CHAT;
import static dev.chatcall.desktop.ui.gallery.People.CLARA;
import static dev.chatcall.desktop.ui.gallery.People.DORA;
import static dev.chatcall.desktop.ui.gallery.People.GROUP;
import static dev.chatcall.desktop.ui.gallery.People.MIRA;
import static dev.chatcall.desktop.ui.gallery.People.OMAR;

import dev.chatcall.desktop.call.CallPhase;
import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.call.CurrentCall.CallProblem;
import dev.chatcall.desktop.call.CurrentCall.Ending;
import dev.chatcall.desktop.call.CurrentCall.Reaction;
import dev.chatcall.desktop.call.LinkQuality;
import dev.chatcall.desktop.call.MediaChoice;
import dev.chatcall.desktop.call.Preview;
import dev.chatcall.desktop.call.Tile;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.ui.CallStage.Preparation;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.call.SampleCalls;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.call.MediaState;
import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.call.QualityCause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Calls from before they ring until after they ended. */
final class CallsShown {
    private static final Call DIRECT =
            SampleCalls.call("direct call", CHAT.id(), SampleCalls.joined(BEN), SampleCalls.joined(MIRA));

    static final List<Exhibit> ALL = List.of(
            new Exhibit("call-incoming", room -> {
                open(room);
                room.client()
                        .incomingCalls
                        .set(List.of(SampleCalls.call(
                                "direct call",
                                CHAT.id(),
                                SampleCalls.joined(BEN),
                                SampleCalls.participant(MIRA, ParticipantState.RINGING, MediaState.NONE))));
                room.whenDone();
            }),
            new Exhibit("call-preview", room -> {
                open(room);
                room.act(() -> room.screens.stage().prepare(new Preparation(CHAT.id(), true, null)));
                room.read(room.t("call.testSpeaker"));
            }),
            new Exhibit("call-banner", room -> {
                room.client().runningCalls.set(List.of(groupCall()));
                People.arrive(room.client());
                room.open(new Place.Conversation(GROUP.id()));
            }),
            new Exhibit("call-direct", room -> {
                open(room);
                be(room, direct());
            }),
            new Exhibit("call-grid", room -> {
                open(room);
                be(room, rich());
            }),
            new Exhibit("call-screen", room -> {
                open(room);
                CurrentCall now = rich();
                be(room, with(now, now.tiles(), SampleCalls.screen(DORA, null)));
            }),
            new Exhibit("call-problem", room -> {
                open(room);
                CurrentCall now = direct();
                be(
                        room,
                        new CurrentCall(
                                now.call(),
                                CallPhase.RECONNECTING,
                                now.route(),
                                now.connectedAt(),
                                now.tiles(),
                                List.of(),
                                now.self(),
                                Map.of(),
                                List.of(),
                                CallProblem.LINE,
                                null));
            }),
            new Exhibit("call-corner", room -> {
                open(room);
                be(room, direct());
                room.act(() -> room.screens.stage().minimise());
            }),
            new Exhibit("call-ended", room -> {
                open(room);
                be(room, SampleCalls.ended(direct(), new Ending(EndReason.FINISHED, 754_000, QualityCause.UPLINK)));
            }),
            new Exhibit("call-failed", room -> {
                open(room);
                be(room, SampleCalls.ended(direct(), new Ending(EndReason.LOST, 9_000, null)));
            }));

    private CallsShown() {}

    private static void open(Room room) {
        room.client().devices.set(SampleCalls.DEVICES);
        room.client().answer("preview", given -> new StillPreview());
        Panes.open(room, new Place.Conversation(CHAT.id()));
    }

    private static void be(Room room, CurrentCall call) {
        room.client().currentCall.set(Optional.of(call));
        room.until(".tile", tile -> tile.getLayoutBounds().getWidth() > 60);
    }

    private static CurrentCall direct() {
        return SampleCalls.current(DIRECT, SampleCalls.tile(BEN, null), SampleCalls.mine(MIRA, null));
    }

    private static Call groupCall() {
        return SampleCalls.call(
                "group call",
                GROUP.id(),
                SampleCalls.joined(BEN),
                SampleCalls.joined(CLARA),
                SampleCalls.joined(DORA),
                SampleCalls.joined(OMAR));
    }

    private static CurrentCall rich() {
        CurrentCall now = SampleCalls.current(groupCall());
        return new CurrentCall(
                now.call(),
                CallPhase.CONNECTED,
                now.route(),
                now.connectedAt(),
                List.of(
                        tile(BEN, false, false, false),
                        tile(CLARA, true, true, false),
                        tile(DORA, false, true, false),
                        tile(OMAR, false, false, true),
                        SampleCalls.mine(MIRA, null)),
                List.of(BEN.id()),
                now.self(),
                Map.of(DORA.id(), SampleCalls.link(LinkQuality.Grade.POOR)),
                List.of(new Reaction(7, CLARA.id(), "🎉")),
                null,
                null);
    }

    private static CurrentCall with(CurrentCall now, List<Tile> tiles, Tile first) {
        return SampleCalls.current(
                now.call(),
                java.util.stream.Stream.concat(java.util.stream.Stream.of(first), tiles.stream())
                        .toArray(Tile[]::new));
    }

    private static Tile tile(Person person, boolean muted, boolean hand, boolean waiting) {
        return new Tile(person.id().toString(), person.id(), false, false, null, muted, hand, waiting);
    }

    /** Somebody with a voice and no camera. */
    private static final class StillPreview implements Preview {
        private final Store<State> state = new Store<>(new State(new MediaChoice(true, true), null, 0.3, null, null));

        @Override
        public Observable<State> state() {
            return state;
        }

        @Override
        public void set(MediaChoice choice) {}

        @Override
        public CompletableFuture<Void> testSpeaker() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {}
    }
}
