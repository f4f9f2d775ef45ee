package dev.chatcall.server.call;

import dev.chatcall.protocol.call.MediaState;
import dev.chatcall.protocol.call.Track;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What somebody does to a call, or what happens to it. */
sealed interface CallChange {

    /**
     * Accepts, joins, comes back or takes over.
     *
     * @param joinedElsewhere the person is in another call
     */
    record Join(Device device, MediaState media, boolean joinedElsewhere) implements CallChange {}

    record Decline(UUID accountId) implements CallChange {}

    record Leave(UUID accountId, UUID connectionId) implements CallChange {}

    /** For all. @param administers the person may end other people's calls in the conversation */
    record End(UUID accountId, boolean administers) implements CallChange {}

    /**
     * Rings more members of a group.
     *
     * @param busy those of them who are in another call
     */
    record Ring(UUID accountId, UUID connectionId, List<UUID> callees, Set<UUID> busy) implements CallChange {}

    record SetMedia(Device device, MediaState media) implements CallChange {}

    record UseMediaService(UUID accountId, UUID connectionId) implements CallChange {}

    /** The device sends something through the media service. */
    record AddTrack(Device device, Track track) implements CallChange {}

    record RemoveTrack(Device device, UUID producerId) implements CallChange {}

    /** What the device sends through the media service is this and nothing else. */
    record SetTracks(Device device, List<Track> tracks) implements CallChange {}

    /** The device begins anew with the media service. */
    record ClearTracks(Device device) implements CallChange {}

    /** The media service lost everything of this call. */
    record LoseRoom() implements CallChange {}

    /** A connection is gone. */
    record Disconnect(UUID connectionId) implements CallChange {}

    /** The person may no longer take part in the conversation. */
    record Remove(UUID accountId) implements CallChange {}

    /** The person is in another call from now on: here they ring no more. */
    record Occupy(UUID accountId) implements CallChange {}

    /** It goes on as another call. */
    record Move(UUID movedTo) implements CallChange {}

    /** Nothing but that time has passed. */
    record Pass() implements CallChange {}
}
