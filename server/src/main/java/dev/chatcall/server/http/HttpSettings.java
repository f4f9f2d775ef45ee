package dev.chatcall.server.http;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the HTTP server is reached.
 *
 * @param host the address to listen on
 * @param port 0 for any that is free
 * @param publicUrl where browsers find the server, such as {@code https://chat.example.org}; null: wherever they asked
 * @param metricsToken lets a scraper that is not on this machine read {@code /metrics}; null: nobody else may
 * @param trustedProxies whose {@code X-Forwarded-*} headers are believed
 * @param webRoot the built web client; null: none is served
 * @param version shown in {@code /health} and {@code /openapi.json}
 */
public record HttpSettings(
        String host,
        int port,
        @Nullable URI publicUrl,
        @Nullable String metricsToken,
        TrustedProxies trustedProxies,
        @Nullable Path webRoot,
        String version) {}
