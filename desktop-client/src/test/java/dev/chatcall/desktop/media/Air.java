package dev.chatcall.desktop.media;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What carries media between the peers of a test. */
public final class Air {
    private final Map<String, FakePeer> peers = new LinkedHashMap<>();
    private boolean open = true;
    private int sessions;

    /** Those that are open, in the order in which they were made. */
    public List<FakePeer> peers() {
        return new ArrayList<>(peers.values());
    }

    /** No way is found, and ways that were found are lost: they need new ones even when the air is clear again. */
    public void cut() {
        open = false;
        peers().forEach(FakePeer::lose);
    }

    public void clear() {
        open = true;
        peers().forEach(FakePeer::look);
    }

    boolean open() {
        return open;
    }

    String add(FakePeer peer) {
        String session = String.valueOf(++sessions);
        peers.put(session, peer);
        return session;
    }

    void remove(FakePeer gone) {
        peers.remove(gone.session());
        peers().stream().filter(peer -> peer.talksTo(gone.session())).forEach(FakePeer::lose);
    }
}
