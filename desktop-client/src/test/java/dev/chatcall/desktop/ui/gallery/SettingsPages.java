package dev.chatcall.desktop.ui.gallery;

import dev.chatcall.desktop.check.Check;
import dev.chatcall.desktop.check.Check.Name;
import dev.chatcall.desktop.check.Check.Problem;
import dev.chatcall.desktop.check.Check.State;
import dev.chatcall.desktop.ui.FakeClient;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.desktop.ui.call.SampleCalls;
import dev.chatcall.protocol.account.SessionInfo;
import dev.chatcall.protocol.admin.Invitation;
import dev.chatcall.protocol.contact.ContactState;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Every section of the settings. */
final class SettingsPages {
    static final List<Exhibit> ALL = List.of(
            new Exhibit("settings", room -> open(room, null)),
            page("profile"),
            page("account"),
            page("privacy"),
            page("notifications"),
            page("calls"),
            page("appearance"),
            page("blocked"),
            page("administration"),
            new Exhibit("settings-check", room -> {
                room.client().answer("run", args -> SettingsPages.check(args.getFirst()));
                open(room, "calls");
                room.go(new Place.Check());
            }),
            new Exhibit("settings-account-failed", room -> {
                open(room, "profile");
                room.client().answer("list", args -> FakeClient.failed("network.unreachable"));
                room.go(new Place.Settings("account"));
            }));

    private SettingsPages() {}

    private static Exhibit page(String section) {
        return new Exhibit("settings-" + section, room -> open(room, section));
    }

    private static void open(Room room, @org.jspecify.annotations.Nullable String section) {
        FakeClient client = room.client();
        People.arrive(client);
        client.state.account.update(account -> account.map(own -> new dev.chatcall.protocol.account.Account(
                own.person(),
                own.email(),
                true,
                own.settings(),
                List.of(People.contact(People.EMRE, ContactState.BLOCKED)),
                own.preferences(),
                2)));
        client.devices.set(SampleCalls.DEVICES);
        client.answer(
                "list",
                args -> CompletableFuture.completedFuture(List.of(
                        new SessionInfo(
                                Samples.id("s1"), "ChatCall, harbour (Linux)", Samples.NOON, Samples.NOON, true),
                        new SessionInfo(Samples.id("s2"), "Firefox", Samples.NOON, Samples.NOON - 7_200_000, false),
                        new SessionInfo(Samples.id("s3"), "", Samples.NOON, Samples.NOON - 86_400_000L, false))));
        Invitation made = new Invitation(
                Samples.id("i"), "For Cleo", 5, 1, Samples.NOON, Samples.NOON + 3 * 86_400_000L, "/join/abc");
        client.answer("createInvitation", args -> CompletableFuture.completedFuture(made));
        client.answer("invitations", args -> CompletableFuture.completedFuture(List.of(made)));
        room.open(new Place.Settings(section));
        room.whenDone();
    }

    @SuppressWarnings("unchecked")
    private static CompletableFuture<Void> check(Object listener) {
        Consumer<Check> report = (Consumer<Check>) listener;
        report.accept(new Check(Name.CERTIFICATE, State.PASSED, "2027-03-01", null));
        report.accept(new Check(Name.WEB_SOCKET, State.PASSED, "12 ms", null));
        report.accept(new Check(Name.CLOCK, State.FAILED, "400.0 s", Problem.CLOCK_OFF));
        report.accept(new Check(Name.MICROPHONE, State.FAILED, null, Problem.DENIED));
        report.accept(new Check(Name.CAMERA, State.PASSED, "Front camera", null));
        report.accept(new Check(Name.STUN, State.SKIPPED, null, Problem.STUN_NOT_CONFIGURED));
        report.accept(new Check(Name.TURN, State.FAILED, null, Problem.TURN_REFUSED));
        report.accept(new Check(Name.MEDIA_SERVICE, State.PASSED, "media.example.org:44400–44499", null));
        report.accept(new Check(Name.MEDIA_UDP, State.FAILED, null, Problem.UDP_BLOCKED));
        report.accept(new Check(Name.MEDIA_TCP, State.RUNNING, null, null));
        return CompletableFuture.completedFuture(null);
    }
}
