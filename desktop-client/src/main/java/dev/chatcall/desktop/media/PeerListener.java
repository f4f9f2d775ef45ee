package dev.chatcall.desktop.media;

import dev.chatcall.desktop.media.Peer.IceCandidate;

/** Hears of a connection, on the loop. */
public interface PeerListener {
    void candidate(IceCandidate candidate);

    void stateChanged(PeerState state);
}
