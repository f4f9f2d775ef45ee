package dev.chatcall.protocol.media;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the media service tells by itself. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MediaEvent.RoomLost.class, name = "room.lost"),
    @JsonSubTypes.Type(value = MediaEvent.Speaking.class, name = "room.speaking"),
    @JsonSubTypes.Type(value = MediaEvent.LayerWanted.class, name = "producer.layer")
})
public sealed interface MediaEvent {

    /** Its worker died; opened again, it is a new room. */
    record RoomLost(UUID roomId) implements MediaEvent {}

    /** @param endpointIds who is heard, the active speaker first; empty when nobody is */
    record Speaking(UUID roomId, List<UUID> endpointIds) implements MediaEvent {}

    /** @param spatialLayer the highest that any consumer wants, null when none wants any */
    record LayerWanted(
            UUID roomId,
            UUID endpointId,
            UUID producerId,
            @Nullable Integer spatialLayer) implements MediaEvent {}
}
