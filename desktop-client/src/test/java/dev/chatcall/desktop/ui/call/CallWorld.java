package dev.chatcall.desktop.ui.call;

import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.call.MediaChoice;
import dev.chatcall.desktop.call.Preview;
import dev.chatcall.desktop.client.ConversationView;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.ui.FakeClient;
import dev.chatcall.desktop.ui.FxTest;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.desktop.ui.Screens;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.MediaState;
import dev.chatcall.protocol.call.ParticipantState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;

/** People, their calls and the layers of the call over an empty window. */
abstract class CallWorld extends FxTest {
    protected static final Person ME = Samples.person("me", "Mira");
    protected static final Person BEN = Samples.person("ben", "Ben Okafor");
    protected static final Person CLARA = Samples.person("clara", "Clara Silva");
    protected static final Person DORA = Samples.person("dora", "Dora Lindqvist");
    protected static final Person EMRE = Samples.person("emre", "Emre Yılmaz");
    protected static final ConversationView DIRECT = Samples.direct(ME, BEN, "Hello", 0);
    protected static final ConversationView GROUP =
            Samples.group("Summer house", ME, List.of(BEN, CLARA, DORA, EMRE), "Hello");

    protected final Store<Preview.State> previewState =
            new Store<>(new Preview.State(new MediaChoice(true, true), null, 0.3, null, null));
    protected final List<String> previewAsked = new CopyOnWriteArrayList<>();

    protected Screens screens;
    protected CallLayer layer;

    protected void showLayers() {
        Samples.signIn(client, ME, BEN, CLARA, DORA, EMRE);
        client.state.conversations.set(List.of(DIRECT, GROUP));
        client.devices.set(SampleCalls.DEVICES);
        client.answer("preview", given -> new FakePreview());
        show(given -> {
            screens = given;
            layer = new CallLayer(given);
            return new StackPane(layer, new RingLayer(given));
        });
    }

    protected static Call directCall() {
        return SampleCalls.call("direct call", DIRECT.id(), SampleCalls.joined(BEN), SampleCalls.joined(ME));
    }

    protected static Call ringing() {
        return SampleCalls.call(
                "direct call",
                DIRECT.id(),
                SampleCalls.joined(BEN),
                SampleCalls.participant(ME, ParticipantState.RINGING, MediaState.NONE));
    }

    protected static Call groupCall() {
        return SampleCalls.call(
                "group call",
                GROUP.id(),
                SampleCalls.joined(BEN),
                SampleCalls.joined(ME),
                SampleCalls.joined(CLARA),
                SampleCalls.joined(DORA),
                SampleCalls.joined(EMRE));
    }

    protected static CurrentCall direct() {
        return SampleCalls.current(directCall(), SampleCalls.tile(BEN, null), SampleCalls.mine(ME, null));
    }

    protected static CurrentCall group() {
        return SampleCalls.current(
                groupCall(),
                SampleCalls.tile(BEN, null),
                SampleCalls.tile(CLARA, null),
                SampleCalls.tile(DORA, null),
                SampleCalls.tile(EMRE, null),
                SampleCalls.mine(ME, null));
    }

    protected void be(CurrentCall current) {
        client.currentCall.set(Optional.of(current));
        settle();
    }

    protected void press(String name) {
        ButtonBase button = named(name, ButtonBase.class);
        until(() -> button.getWidth() > 0);
        clickOn(button, MouseButton.PRIMARY);
    }

    protected boolean has(String name) {
        return onFx(() -> stage.getScene().getRoot().lookupAll("*").stream()
                .filter(node -> name.equals(node.getAccessibleText()))
                .anyMatch(CallWorld::isSeen));
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** What was asked of the calls in order, without how wide tiles are. */
    protected List<String> asked(String... names) {
        List<String> asked = new ArrayList<>();
        for (String name : names) {
            for (FakeClient.Asked one : client.asked(name)) {
                asked.add(one.arguments().isEmpty() ? name : name + " " + one.argument(0));
            }
        }
        return asked;
    }

    private final class FakePreview implements Preview {
        @Override
        public Observable<State> state() {
            return previewState;
        }

        @Override
        public void set(MediaChoice choice) {
            previewAsked.add("set " + choice);
        }

        @Override
        public CompletableFuture<Void> testSpeaker() {
            previewAsked.add("testSpeaker");
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            previewAsked.add("close");
        }
    }
}
