package dev.chatcall.desktop.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.client.Timeline.Loading;
import dev.chatcall.desktop.http.PageOf;
import dev.chatcall.desktop.sync.Held;
import dev.chatcall.desktop.sync.Range;
import dev.chatcall.desktop.testing.FakeLoop;
import dev.chatcall.protocol.message.Message;
import dev.chatcall.protocol.message.MessagePage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final List<PageOf> asked = new ArrayList<>();
    private final List<CompletableFuture<MessagePage>> answers = new ArrayList<>();
    private Held held = new Held(new FakeLoop(), 200, 200);
    private History history = make();

    private History make() {
        return new History(held.replica(), (_, of, _) -> {
            asked.add(of);
            answers.add(new CompletableFuture<>());
            return answers.getLast();
        });
    }

    @Test
    void whatIsReadOpensAtItsEnd() {
        history.open(Held.ID);
        assertEquals(List.of(new PageOf.Before(201)), asked);
        assertEquals(Loading.AROUND, view().loading());
        answer(151, 200);
        assertShown(151, 200);
        assertNull(view().newLineSeq());
    }

    @Test
    void whatIsUnreadOpensAtTheFirstUnreadOne() {
        held = new Held(new FakeLoop(), 200, 120);
        history = make();
        history.open(Held.ID);
        assertEquals(List.of(new PageOf.Around(121)), asked);
        answer(96, 145);
        assertShown(96, 145);
        assertEquals(121, view().newLineSeq());
    }

    @Test
    void olderPagesJoinAndAreAskedForOnce() {
        history.open(Held.ID);
        answer(151, 200);
        CompletableFuture<Void> first = history.loadOlder(Held.ID);
        CompletableFuture<Void> again = history.loadOlder(Held.ID);
        assertEquals(List.of(new PageOf.Before(201), new PageOf.Before(151)), asked);
        assertEquals(Loading.OLDER, view().loading());
        answer(101, 150);
        assertTrue(first.isDone() && again.isDone());
        assertShown(101, 200);
    }

    @Test
    void atTheFirstMessageThereIsNothingOlder() {
        history.open(Held.ID);
        answer(1, 200);
        assertTrue(history.loadOlder(Held.ID).isDone());
        assertEquals(1, asked.size());
    }

    @Test
    void newerPagesReachThePresent() {
        held = new Held(new FakeLoop(), 200, 120);
        history = make();
        history.open(Held.ID);
        answer(96, 145);
        history.loadNewer(Held.ID);
        answer(146, 195);
        assertEquals(145L, view().focus());
        history.loadNewer(Held.ID);
        assertEquals(new PageOf.After(195), asked.getLast());
        answer(196, 199);
        assertNull(view().focus());
        assertShown(96, 200);
    }

    @Test
    void aPageThatComesLateDoesNotUndoAJump() {
        held = new Held(new FakeLoop(), 400, 120);
        history = make();
        history.open(Held.ID);
        answer(96, 145);
        history.loadNewer(Held.ID);
        CompletableFuture<MessagePage> late = answers.getLast();
        history.jumpToNewest(Held.ID);
        late.complete(new MessagePage(Held.messages(146, 195), 1, 195));
        answer(351, 400);
        assertShown(351, 400);
    }

    @Test
    void aFailureIsToldAndTheNextAskClearsIt() {
        history.open(Held.ID);
        answers.getLast().completeExceptionally(new ApiException(ApiException.UNREACHABLE));
        assertEquals(ApiException.UNREACHABLE, view().error());
        history.synced();
        assertNull(view().error());
        assertEquals(2, asked.size());
    }

    @Test
    void whatIsScrolledFarUpIsCutAtTheOtherEnd() {
        history.open(Held.ID);
        answer(151, 200);
        held.tell(2_000, 2_000);
        history.reset(Held.ID);
        answer(1_951, 2_000);
        for (long first = 1_901; first > 1_401; first -= 50) {
            history.loadOlder(Held.ID);
            answer(first, first + 49);
        }
        Range shown = shown();
        assertEquals(500, shown.size());
        assertEquals(1_451, shown.firstSeq());
    }

    @Test
    void aPageAskedForBeforeEverythingWasDroppedIsPassedOver() {
        history.open(Held.ID);
        history.clear();
        answer(151, 200);
        assertEquals(1, held.entry().ranges().getFirst().size());
        assertEquals(Views.NONE, history.views().get());
    }

    @Test
    void theNewLineMovesToWhatCameWhileNobodyLooked() {
        history.open(Held.ID);
        answer(151, 200);
        Message first = held.arrive();
        history.arrivedUnseen(first);
        history.arrivedUnseen(held.arrive());
        assertEquals(201, view().newLineSeq());
    }

    private TimelineView view() {
        return history.views().get().of(Held.ID);
    }

    private void answer(long first, long last) {
        answers.getLast().complete(new MessagePage(Held.messages(first, last), 1, last));
    }

    private Range shown() {
        return Shown.range(held.entry(), view()).orElseThrow();
    }

    private void assertShown(long first, long last) {
        assertEquals(List.of(first, last), List.of(shown().firstSeq(), shown().lastSeq()));
    }
}
