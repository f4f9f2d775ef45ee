package dev.chatcall.protocol.call;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens in a call and is kept nowhere, inside {@code call.event}; only to those who are in it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CallEvent.Signalled.class, name = "signal"),
    @JsonSubTypes.Type(value = CallEvent.Reacted.class, name = "reaction"),
    @JsonSubTypes.Type(value = CallEvent.Speaking.class, name = "speaking"),
    @JsonSubTypes.Type(value = CallEvent.LayerWanted.class, name = "layer"),
    @JsonSubTypes.Type(value = CallEvent.RoomLost.class, name = "room.lost")
})
public sealed interface CallEvent {

    /** @param from the endpoint that said it */
    record Signalled(UUID from, Signal signal) implements CallEvent {}

    /** To everybody in the call, who reacted too. */
    record Reacted(UUID accountId, String emoji) implements CallEvent {}

    /** Who is heard now, the loudest first; empty when nobody is. The first is the active speaker. */
    record Speaking(List<UUID> accountIds) implements CallEvent {}

    /**
     * To the one who sends it: nobody wants more than this of it.
     *
     * @param spatialLayer the highest that anybody wants, or null: nobody wants any
     */
    record LayerWanted(UUID producerId, @Nullable Integer spatialLayer) implements CallEvent {}

    /** The media service lost this call: begin again at {@code room.open}. */
    record RoomLost() implements CallEvent {}
}
