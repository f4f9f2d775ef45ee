package dev.chatcall.server.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every bus does, whichever server the subscriber is on. */
abstract class BusContract {
    private static final int WAIT_SECONDS = 10;

    /** Where the tests publish. */
    abstract Bus publisher();

    /** Where they listen; may be the same. */
    abstract Bus listener();

    @Test
    void everySubscriberHearsEveryKindOfEvent() throws InterruptedException {
        BlockingQueue<BusEvent> first = subscribe();
        BlockingQueue<BusEvent> second = subscribe();

        BusEvents.oneOfEach().forEach(publisher()::publish);

        assertThat(take(first, BusEvents.oneOfEach().size())).isEqualTo(BusEvents.oneOfEach());
        assertThat(take(second, BusEvents.oneOfEach().size())).isEqualTo(BusEvents.oneOfEach());
    }

    @Test
    void eventsArriveOnceAndInTheOrderOfTheirPublisher() throws InterruptedException {
        BlockingQueue<BusEvent> heard = subscribe();
        List<BusEvent> sent = IntStream.range(0, 5_000)
                .<BusEvent>mapToObj(i -> new BusEvent.AccountTouched(new UUID(0, i)))
                .toList();

        sent.forEach(publisher()::publish);

        assertThat(take(heard, sent.size())).isEqualTo(sent);
        assertThat(heard).isEmpty();
    }

    @Test
    void aSubscriberThatFailsTakesNothingFromTheOthersOrThePublisher() throws InterruptedException {
        listener().subscribe(event -> {
            throw new IllegalStateException("on purpose");
        });
        BlockingQueue<BusEvent> heard = subscribe();
        BusEvent event = new BusEvent.AccountTouched(new UUID(1, 2));

        publisher().publish(event);
        publisher().publish(event);

        assertThat(take(heard, 2)).containsExactly(event, event);
    }

    final BlockingQueue<BusEvent> subscribe() {
        return subscribe(listener());
    }

    static BlockingQueue<BusEvent> subscribe(Bus bus) {
        BlockingQueue<BusEvent> heard = new LinkedBlockingQueue<>();
        bus.subscribe(heard::add);
        return heard;
    }

    static List<BusEvent> take(BlockingQueue<BusEvent> heard, int count) throws InterruptedException {
        List<BusEvent> events = new ArrayList<>();
        while (events.size() < count) {
            BusEvent event = heard.poll(WAIT_SECONDS, TimeUnit.SECONDS);
            assertThat(event).as("event %d of %d", events.size() + 1, count).isNotNull();
            events.add(event);
        }
        return events;
    }
}
