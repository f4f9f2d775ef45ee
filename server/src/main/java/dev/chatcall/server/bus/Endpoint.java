package dev.chatcall.server.bus;

import java.util.UUID;

/**
 * A device in a call. Its id was made by the client and is known to others, so it means something only together with
 * whose it is.
 */
public record Endpoint(UUID accountId, UUID endpointId) {}
