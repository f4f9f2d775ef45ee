package dev.chatcall.server.bus;

import java.util.function.Consumer;

/** The bus of a server that is alone: calls the subscribers at once, on the publisher's thread. */
public final class LocalBus implements Bus {
    private final Subscribers subscribers = new Subscribers();

    @Override
    public void publish(BusEvent event) {
        subscribers.deliver(event);
    }

    @Override
    public void subscribe(Consumer<BusEvent> subscriber) {
        subscribers.add(subscriber);
    }
}
