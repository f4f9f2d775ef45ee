package dev.chatcall.server.bus;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those on this server who hear every event. One who fails takes it from nobody else and not from the publisher. */
final class Subscribers {
    private static final Logger log = LoggerFactory.getLogger(Subscribers.class);

    private final List<Consumer<BusEvent>> subscribers = new CopyOnWriteArrayList<>();

    void add(Consumer<BusEvent> subscriber) {
        subscribers.add(subscriber);
    }

    void deliver(BusEvent event) {
        for (Consumer<BusEvent> subscriber : subscribers) {
            try {
                subscriber.accept(event);
            } catch (RuntimeException e) {
                log.error("A subscriber failed on {}", event.getClass().getSimpleName(), e);
            }
        }
    }
}
