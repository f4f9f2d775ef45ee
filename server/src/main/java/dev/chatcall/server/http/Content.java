package dev.chatcall.server.http;

/**
 * An answer that is not JSON.
 *
 * @param mediaType with its charset where it is text
 * @param cacheControl who may keep it and how long, such as {@code no-store}
 */
public record Content(byte[] bytes, String mediaType, String cacheControl) {}
