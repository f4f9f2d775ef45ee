package dev.chatcall.server.bus;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The bus of a server that is alone: calls the subscribers at once, on the publisher's thread. */
public final class LocalBus implements Bus {
    private final List<Consumer<BusEvent>> subscribers = new CopyOnWriteArrayList<>();

    @Override
    public void publish(BusEvent event) {
        subscribers.forEach(subscriber -> subscriber.accept(event));
    }

    @Override
    public void subscribe(Consumer<BusEvent> subscriber) {
        subscribers.add(subscriber);
    }
}
