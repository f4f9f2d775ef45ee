package dev.chatcall.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OutboxTest {
    private static final int KIB = 1024;

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final Deque<Runnable> unfinished = new ConcurrentLinkedDeque<>();
    private int closeCode;

    private final Outbox outbox = new Outbox(new FrameSink() {
        @Override
        public void send(ByteBuffer payload, Runnable done) {
            sent.add(StandardCharsets.UTF_8.decode(payload.duplicate()).toString());
            unfinished.add(done);
        }

        @Override
        public void close(int code, String reason) {
            closeCode = code;
        }
    });

    @Test
    void sendsInOrderHoweverSlowTheSocketIs() {
        List<String> frames =
                IntStream.range(0, 200).mapToObj(i -> "frame " + i).toList();
        frames.forEach(frame -> outbox.offer(bytes(frame)));
        assertThat(sent).hasSizeLessThan(frames.size());
        finishAll();
        assertThat(sent).isEqualTo(frames);
    }

    @Test
    void closesWhoTakesTooLittle() {
        ByteBuffer large = ByteBuffer.allocate(64 * KIB);
        IntStream.range(0, 200).forEach(i -> outbox.offer(large));
        assertThat(closeCode).isEqualTo(1013);
        int before = sent.size();
        finishAll();
        outbox.offer(bytes("too late"));
        assertThat(sent).hasSize(before);
    }

    @Test
    void keepsDroppableFramesFromABusyConnection() {
        ByteBuffer large = ByteBuffer.allocate(64 * KIB);
        IntStream.range(0, 50).forEach(i -> outbox.offer(large));
        outbox.offerDroppable(bytes("typing"));
        finishAll();
        assertThat(sent).doesNotContain("typing");
        outbox.offerDroppable(bytes("typing again"));
        assertThat(sent).contains("typing again");
    }

    @Test
    void patientFramesWaitUntilThereIsRoom() {
        ByteBuffer large = ByteBuffer.allocate(64 * KIB);
        IntStream.range(0, 50).forEach(i -> outbox.offer(large));
        CompletableFuture<Boolean> patient = CompletableFuture.supplyAsync(() -> {
            try {
                return outbox.offerPatiently(bytes("much"));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(patient).isNotDone();
        while (!patient.isDone()) {
            finishOne();
        }
        assertThat(patient.join()).isTrue();
        assertThat(closeCode).isZero();
    }

    @Test
    void whoWaitsPatientlyIsToldOfTheEnd() {
        ByteBuffer large = ByteBuffer.allocate(64 * KIB);
        IntStream.range(0, 50).forEach(i -> outbox.offer(large));
        CompletableFuture<Boolean> patient = CompletableFuture.supplyAsync(() -> {
            try {
                return outbox.offerPatiently(bytes("much"));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        outbox.close();
        assertThat(patient.join()).isFalse();
    }

    private void finishAll() {
        while (!unfinished.isEmpty()) {
            finishOne();
        }
    }

    private void finishOne() {
        Runnable done = unfinished.poll();
        if (done != null) {
            done.run();
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
