package dev.chatcall.desktop.ui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.call.MediaChoice;
import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.ui.FakeClient;
import dev.chatcall.desktop.ui.FxTest;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.protocol.account.Person;
import dev.chatcall.protocol.call.CallPage;
import dev.chatcall.protocol.call.CallSummary;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.call.QualityCause;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallsViewTest extends FxTest {
    private final Person me = Samples.person("ada", "Ada Lovelace");
    private final Person ben = Samples.person("ben", "Ben Alder");
    private final UUID chat = Samples.direct(me, ben, "x", 0).id();

    @BeforeEach
    void signIn() {
        width = 360;
        Samples.signIn(client, me, ben);
        client.state.conversations.set(List.of(Samples.direct(me, ben, "Hello", 0)));
        client.answer(
                "history",
                args -> CompletableFuture.completedFuture(
                        args.getFirst() == null
                                ? new CallPage(
                                        List.of(
                                                past("1", ben, EndReason.MISSED, ParticipantState.UNANSWERED, null),
                                                past(
                                                        "2",
                                                        me,
                                                        EndReason.FINISHED,
                                                        ParticipantState.LEFT,
                                                        QualityCause.UPLINK)),
                                        true)
                                : new CallPage(
                                        List.of(past("3", ben, EndReason.FINISHED, ParticipantState.LEFT, null)),
                                        false)));
    }

    private CallSummary past(String id, Person caller, EndReason reason, ParticipantState mine, QualityCause cause) {
        return new CallSummary(
                Samples.id(id),
                chat,
                caller.id(),
                false,
                Samples.NOON - 60_000,
                reason,
                61_000,
                List.of(me.id(), ben.id()),
                mine,
                cause);
    }

    @Test
    void pastCallsAreListedPageByPage() {
        show(CallsView::new);
        until(() -> says("Missed call"));
        until(() -> says("Call · 1:01"));
        until(() -> says("It was bad because your uplink lost data"));
        screenshot("calls-light");
        clickOn("Earlier calls");
        until(() -> client.asked("history").size() == 2);
        assertThat(client.asked("history").getLast().argument(0)).isEqualTo(Samples.id("2"));
        until(() -> !says("Earlier calls"));
    }

    @Test
    void eachCanBeMadeAgain() {
        client.state.preferences.set(DevicePreferences.DEFAULTS.withCallPreview(false));
        show(CallsView::new);
        until(() -> says("Missed call"));
        clickOn(named("Call Ben Alder", Button.class));
        until(() -> !client.asked("start").isEmpty());
        assertThat(client.asked("start").getFirst().arguments()).containsExactly(chat, new MediaChoice(true, false));
        assertThat(navigation.place().getValue()).isEqualTo(new Place.Conversation(chat));
    }

    @Test
    void nobodyCalledYetIsToldWithWhatToDo() {
        client.answer("history", args -> CompletableFuture.completedFuture(new CallPage(List.of(), false)));
        show(CallsView::new);
        until(() -> says("No calls yet"));
    }

    @Test
    void whatFailedIsSaidAndAskedAgain() {
        client.answer("history", args -> FakeClient.failed("network.unreachable"));
        show(CallsView::new);
        until(() -> says("Can't reach the server."));
        int asked = client.asked("history").size();
        clickOn("Try again");
        until(() -> client.asked("history").size() > asked);
    }
}
