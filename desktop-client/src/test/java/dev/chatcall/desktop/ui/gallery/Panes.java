package dev.chatcall.desktop.ui.gallery;

import static dev.chatcall.desktop.ui.gallery.People.BEN;
import static dev.chatcall.desktop.ui.gallery.People.CHAT;
import static dev.chatcall.desktop.ui.gallery.People.GROUP;
import static dev.chatcall.desktop.ui.gallery.People.MIRA;

import dev.chatcall.desktop.client.ConnectionState;
import dev.chatcall.desktop.ui.FakeClient;
import dev.chatcall.desktop.ui.Place;
import dev.chatcall.desktop.ui.Samples;
import dev.chatcall.desktop.ui.Toasts;
import dev.chatcall.protocol.account.Account;
import dev.chatcall.protocol.account.Settings;
import dev.chatcall.protocol.call.CallPage;
import dev.chatcall.protocol.call.CallSummary;
import dev.chatcall.protocol.call.EndReason;
import dev.chatcall.protocol.call.ParticipantState;
import dev.chatcall.protocol.call.QualityCause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The panes of the main screen: lists, conversations, details. */
final class Panes {
    static final List<Exhibit> ALL = List.of(
            new Exhibit("chats", room -> open(room, new Place.Chats())),
            new Exhibit("chats-loading", room -> {
                room.client().state.session.set(new dev.chatcall.desktop.client.Session.SignedIn(MIRA.id()));
                room.client().state.ready.set(false);
                room.open(new Place.Chats());
            }),
            new Exhibit("chats-none", room -> {
                newcomer(room);
                room.open(new Place.Chats());
            }),
            new Exhibit("chats-found", room -> {
                room.client().answer("search", args -> CompletableFuture.completedFuture(List.of(BEN)));
                open(room, new Place.Chats());
                room.fill(room.t("list.search"), "e");
            }),
            new Exhibit("chats-nothing", room -> {
                open(room, new Place.Chats());
                room.fill(room.t("list.search"), "zzz");
                room.read(room.t("list.nothing", Map.of("query", "zzz")));
            }),
            new Exhibit("chats-outdated", room -> {
                room.client().state.connection.set(new ConnectionState.Unsupported());
                open(room, new Place.Chats());
            }),
            new Exhibit("conversation", room -> {
                open(room, new Place.Conversation(CHAT.id()));
                room.read("Twice");
            }),
            new Exhibit("conversation-group", room -> {
                room.client().state.typing(GROUP.id()).set(List.of(BEN.id()));
                room.client().state.draft(GROUP.id()).set("A draft");
                open(room, new Place.Conversation(GROUP.id()));
                room.read("This one was not sent");
            }),
            new Exhibit("conversation-draft", room -> {
                room.client()
                        .state
                        .draft(CHAT.id())
                        .set(
                                "مرحبا بالعالم، هذا نص طويل جدا يجب أن ينكسر إلى عدة أسطر لأنه لا يتسع في سطر واحد: ChatCall 2026.");
                open(room, new Place.Conversation(CHAT.id()));
            }),
            new Exhibit("conversation-gone", room -> open(room, new Place.Conversation(Samples.id("gone")))),
            new Exhibit("details-person", room -> open(room, new Place.Details(CHAT.id()))),
            new Exhibit("details-group", room -> open(room, new Place.Details(GROUP.id()))),
            new Exhibit("contacts", room -> open(room, new Place.Contacts())),
            new Exhibit("contacts-none", room -> {
                newcomer(room);
                room.open(new Place.Contacts());
            }),
            new Exhibit("calls", room -> {
                room.client()
                        .answer(
                                "history",
                                args -> CompletableFuture.completedFuture(new CallPage(
                                        List.of(
                                                past("1", false, EndReason.MISSED, ParticipantState.UNANSWERED, null),
                                                past(
                                                        "2",
                                                        true,
                                                        EndReason.FINISHED,
                                                        ParticipantState.LEFT,
                                                        QualityCause.UPLINK),
                                                past("3", false, EndReason.FINISHED, ParticipantState.LEFT, null)),
                                        true)));
                open(room, new Place.Calls());
                room.read(BEN.displayName());
            }),
            new Exhibit("calls-none", room -> open(room, new Place.Calls())),
            new Exhibit("calls-failed", room -> {
                room.client().answer("history", args -> FakeClient.failed("network.unreachable"));
                open(room, new Place.Calls());
                room.read(room.t("action.retry"));
            }),
            new Exhibit("toasts", room -> {
                open(room, new Place.Conversation(CHAT.id()));
                room.act(() -> {
                    room.screens.toasts().show(room.t("account.passwordChanged"));
                    room.screens.toasts().show(room.t("error.network.unreachable"), room.t("action.retry"), () -> {});
                    room.screens
                            .toasts()
                            .show(new Toasts.Toast(
                                    null,
                                    "Ben Okafor",
                                    "A message that is longer than the toast is wide",
                                    null,
                                    () -> {}));
                });
            }));

    private Panes() {}

    static void open(Room room, Place place) {
        People.arrive(room.client());
        room.open(place);
    }

    private static void newcomer(Room room) {
        Samples.signIn(room.client(), MIRA);
        room.client()
                .state
                .account
                .set(Optional.of(new Account(
                        MIRA, "mira@example.org", false, new Settings(true, true), List.of(), List.of(), 1)));
    }

    private static CallSummary past(
            String id, boolean own, EndReason reason, ParticipantState mine, @Nullable QualityCause cause) {
        return new CallSummary(
                Samples.id(id),
                CHAT.id(),
                own ? MIRA.id() : BEN.id(),
                own,
                Samples.NOON - 60_000,
                reason,
                61_000,
                List.of(MIRA.id(), BEN.id()),
                mine,
                cause);
    }
}
