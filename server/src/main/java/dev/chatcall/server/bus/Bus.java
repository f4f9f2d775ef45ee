package dev.chatcall.server.bus;

import java.util.function.Consumer;

/**
 * Tells every server of this installation, this one included, what happened. Services publish after their transaction
 * has committed; what is lost on the way is found again by the clients' sync.
 */
public interface Bus {

    /** Never throws and never waits for a slow receiver. Events published by one thread arrive in their order. */
    void publish(BusEvent event);

    /** From now on the subscriber is called with every event, possibly on the publisher's thread: it must not block. */
    void subscribe(Consumer<BusEvent> subscriber);
}
