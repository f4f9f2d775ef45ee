package dev.chatcall.server.bus;

class LocalBusTest extends BusContract {
    private final Bus bus = new LocalBus();

    @Override
    Bus publisher() {
        return bus;
    }

    @Override
    Bus listener() {
        return bus;
    }
}
