package dev.chatcall.desktop.call;

import dev.chatcall.desktop.loop.Loop;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.call.QualityCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Measures a call every two seconds, for the marks during it and the verdict after it. */
final class LinkWatch implements AutoCloseable {
    private static final Duration MEASURE_EVERY = Duration.ofSeconds(2);
    /** Ten minutes of it decide how a call was. */
    private static final int MEASURES_KEPT = 300;

    private final UUID accountId;
    private final Loop loop;
    private final Supplier<CompletableFuture<Map<UUID, Sample>>> samples;
    private final Consumer<Map<UUID, LinkQuality>> measured;
    private final Map<UUID, List<Quality.Measure>> measures = new HashMap<>();
    private Map<UUID, Sample> before = Map.of();
    private Subscription timer = () -> {};
    private boolean closed;

    LinkWatch(
            UUID accountId,
            Loop loop,
            Supplier<CompletableFuture<Map<UUID, Sample>>> samples,
            Consumer<Map<UUID, LinkQuality>> measured) {
        this.accountId = accountId;
        this.loop = loop;
        this.samples = samples;
        this.measured = measured;
        later();
    }

    @Nullable
    QualityCause cause() {
        return Quality.causeOf(measures.values());
    }

    @Override
    public void close() {
        closed = true;
        timer.close();
    }

    private void later() {
        timer = loop.after(
                MEASURE_EVERY,
                // A connection that closes meanwhile has nothing to tell.
                () -> samples.get().exceptionally(gone -> Map.of()).thenAccept(this::take));
    }

    private void take(Map<UUID, Sample> now) {
        if (closed) {
            return;
        }
        Map<UUID, LinkQuality> links = new HashMap<>();
        now.forEach((of, sample) -> {
            LinkQuality link = Quality.between(comparable(before.get(of), sample), sample);
            links.put(of, link);
            List<Quality.Measure> list = measures.computeIfAbsent(of, id -> new ArrayList<>());
            list.add(new Quality.Measure(link, sample.limitedBy(), of.equals(accountId)));
            if (list.size() > MEASURES_KEPT) {
                list.removeFirst();
            }
        });
        before = now;
        measured.accept(Map.copyOf(links));
        later();
    }

    /** Another way begins to count from zero. */
    private static @Nullable Sample comparable(@Nullable Sample before, Sample after) {
        boolean same = before != null && before.bytesIn() <= after.bytesIn() && before.bytesOut() <= after.bytesOut();
        return same ? before : null;
    }
}
