package dev.chatcall.desktop.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.client.OutboxSummary;
import dev.chatcall.desktop.storage.MemoryStorage;
import dev.chatcall.protocol.ClientMessage;
import dev.chatcall.protocol.ServerMessage;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.protocol.message.MessageBody;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final UUID TALK = new UUID(1, 1);

    private final OutboxWorld world = new OutboxWorld();

    @Test
    void aMessageIsShownAtOnceAndSentWhenItIsKept() {
        world.write(TALK, "one");
        assertThat(steps()).containsExactly(OutboxStep.QUEUED);
        assertThat(world.disk.records().join()).hasSize(1);
        world.pass(5);
        assertThat(steps()).containsExactly(OutboxStep.QUEUED);
        world.pass(5);
        assertThat(steps()).containsExactly(OutboxStep.SENDING);
        world.pass(40);
        assertThat(steps()).isEmpty();
        assertThat(world.storedIn(TALK)).containsExactly("one");
    }

    @Test
    void aLineThatComesBackSendsNothingThatIsNotKeptYet() {
        world.write(TALK, "one");
        world.outbox.live();
        assertThat(steps()).containsExactly(OutboxStep.QUEUED);
        world.pass(10);
        assertThat(steps()).containsExactly(OutboxStep.SENDING);
    }

    @Test
    void aMessageThatIsStoredIsShownUntilTheConversationIsKnownUpToIt() {
        UUID id = world.write(TALK, "one");
        world.pass(15);
        world.outbox.accepted(new ServerMessage.MessageAccepted(id.toString(), TALK, id, 4, 7, 0));
        assertThat(steps()).containsExactly(new OutboxStep.Sent(7));
        assertThat(world.outbox.state().get().summary().unsent()).isZero();
        world.outbox.settle(TALK, 6);
        assertThat(steps()).hasSize(1);
        world.outbox.settle(TALK, 7);
        assertThat(steps()).isEmpty();
    }

    @Test
    void whatIsRefusedForGoodWaitsForThePersonAndLetsTheNextPass() {
        world.refusals.add(ErrorCode.MESSAGE_TOO_LONG);
        UUID refused = world.write(TALK, "one");
        world.write(TALK, "two");
        world.pass(1_000);
        assertThat(world.storedIn(TALK)).containsExactly("two");
        assertThat(steps()).containsExactly(new OutboxStep.Failed("message.too_long"));
        assertThat(world.outbox.state().get().summary()).isEqualTo(new OutboxSummary(0, 1, true));
        world.restart();
        world.pass(1_000);
        assertThat(steps()).containsExactly(new OutboxStep.Failed("message.too_long"));
        world.outbox.retry(TALK, refused);
        world.pass(1_000);
        assertThat(world.storedIn(TALK)).containsExactly("two", "one");
        assertThat(world.disk.records().join()).isEmpty();
    }

    @Test
    void whatFailedOrIsQueuedCanBeDiscardedAndStaysAway() {
        world.reachable = false;
        world.cut();
        UUID queued = world.write(TALK, "one");
        world.pass(100);
        world.outbox.discard(TALK, queued);
        UUID unkept = world.write(TALK, "two");
        world.outbox.discard(TALK, unkept);
        world.reachable = true;
        world.pass(1_000);
        world.restart();
        world.pass(1_000);
        assertThat(steps()).isEmpty();
        assertThat(world.received).isEmpty();
        assertThat(world.disk.records().join()).isEmpty();
    }

    @Test
    void whatIsOnItsWayCannotBeDiscarded() {
        UUID id = world.write(TALK, "one");
        world.pass(15);
        world.outbox.discard(TALK, id);
        assertThat(steps()).containsExactly(OutboxStep.SENDING);
    }

    @Test
    void aServerThatFailsOverAMessageAgainAndAgainLeavesItToThePerson() {
        for (int i = 0; i < 6; i++) {
            world.refusals.add(ErrorCode.SERVER_INTERNAL);
        }
        world.write(TALK, "one");
        world.pass(60_000);
        assertThat(world.received).hasSize(6);
        assertThat(steps()).containsExactly(new OutboxStep.Failed("server.internal"));
    }

    @Test
    void whatWasOftenTooManyAtOnceIsNotHeldAgainstAMessageThatTheServerFailsOver() {
        for (int i = 0; i < 6; i++) {
            world.refusals.add(ErrorCode.RATE_LIMITED);
        }
        world.refusals.add(ErrorCode.SERVER_INTERNAL);
        world.write(TALK, "one");
        world.pass(60_000);
        assertThat(world.storedIn(TALK)).containsExactly("one");
    }

    @Test
    void tooManyAtOnceWaitAsLongAsTheServerSays() {
        List<ClientMessage> said = new ArrayList<>();
        Outbox outbox = new Outbox(world.loop, failures -> OutboxWorld.WAY, said::add);
        outbox.begin(world.disk);
        UUID id = new UUID(2, 1);
        outbox.add(TALK, id, text("one"));
        assertThat(outbox.refused(new ServerMessage.Error(id.toString(), ErrorCode.RATE_LIMITED, "", 5_000L)))
                .isTrue();
        outbox.add(TALK, new UUID(2, 2), text("two"));
        world.pass(4_900);
        assertThat(said).hasSize(1);
        world.pass(200);
        assertThat(said).hasSize(2).last().isEqualTo(said.getFirst());
    }

    @Test
    void aRefusalOfSomethingElseIsNotOfAMessage() {
        world.write(TALK, "one");
        assertThat(world.outbox.refused(new ServerMessage.Error("other", ErrorCode.RATE_LIMITED, "", null)))
                .isFalse();
        assertThat(world.outbox.refused(new ServerMessage.Error(null, ErrorCode.RATE_LIMITED, "", null)))
                .isFalse();
    }

    @Test
    void aSessionThatEndedSaysNothingAgainstTheMessage() {
        world.refusals.add(ErrorCode.AUTH_SESSION_ENDED);
        world.write(TALK, "one");
        world.pass(100);
        assertThat(steps()).containsExactly(OutboxStep.QUEUED);
        world.restart();
        world.pass(1_000);
        assertThat(world.storedIn(TALK)).containsExactly("one");
    }

    @Test
    void anAnswerThatNeverComesMakesItSayTheMessageAgain() {
        Outbox outbox = new Outbox(world.loop, failures -> OutboxWorld.WAY, message -> true);
        outbox.begin(world.disk);
        outbox.add(TALK, new UUID(2, 1), text("one"));
        assertThat(outbox.state().get().of(TALK)).extracting(OutboxEntry::step).containsExactly(OutboxStep.SENDING);
        List<OutboxStep> seen = new ArrayList<>();
        outbox.state().onChange(state -> seen.add(state.of(TALK).getFirst().step()));
        world.pass(29_000);
        assertThat(seen).isEmpty();
        world.pass(2_000);
        assertThat(seen).containsExactly(OutboxStep.QUEUED, OutboxStep.SENDING);
    }

    @Test
    void whereTheDiskKeepsNothingTheMessageIsSentAllTheSameAndThatIsSaid() {
        SlowDisk disk = new SlowDisk(new MemoryStorage(true), world.loop, 1, () -> 1);
        disk.full = true;
        Outbox outbox = new Outbox(world.loop, failures -> OutboxWorld.WAY, message -> true);
        outbox.begin(disk);
        outbox.add(TALK, new UUID(2, 1), text("one"));
        assertThat(outbox.state().get().durable()).isTrue();
        world.pass(100);
        assertThat(outbox.state().get().durable()).isFalse();
        assertThat(outbox.state().get().of(TALK)).extracting(OutboxEntry::step).containsExactly(OutboxStep.SENDING);
    }

    private static MessageBody text(String text) {
        return new MessageBody.Text(text, List.of());
    }

    private List<OutboxStep> steps() {
        return world.outbox.state().get().of(TALK).stream()
                .map(OutboxEntry::step)
                .toList();
    }
}
