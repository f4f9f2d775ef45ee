package dev.chatcall.server.call;

import java.util.UUID;

/**
 * A person's device as it speaks to this server now.
 *
 * @param endpointId made by the client, the same through a reload; known to the others in a call, so it proves nothing
 * @param connectionId made by the server and known to nobody else
 */
record Device(UUID accountId, UUID endpointId, UUID connectionId) {}
