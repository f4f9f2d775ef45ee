package dev.chatcall.server.presence;

class LocalPresenceTest extends PresenceContract {
    private final Presence presence =
            new LocalPresence(new JooqPresenceStore(database.dsl()), bus, time.scheduler(), Runnable::run, time);

    @Override
    Presence presence() {
        return presence;
    }
}
