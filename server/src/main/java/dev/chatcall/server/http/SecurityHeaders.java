package dev.chatcall.server.http;

import jakarta.servlet.http.HttpServletResponse;

/** What every answer tells the browser not to do. */
final class SecurityHeaders {
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' blob: data:",
            "media-src 'self' blob:",
            "font-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "form-action 'self'",
            "connect-src 'self'");
    private static final String PERMISSIONS =
            "camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=(), usb=()";
    private static final String ONE_YEAR = "max-age=31536000; includeSubDomains";

    private SecurityHeaders() {}

    /**
     * @param host of the request, empty when it has none: there are browsers for which {@code 'self'} does not stand for
     *     the WebSocket as well
     */
    static void set(HttpServletResponse response, boolean secure, String host) {
        String socket = host.matches("[A-Za-z0-9.:\\[\\]-]{1,255}") ? (secure ? " wss://" : " ws://") + host : "";
        response.setHeader("Content-Security-Policy", POLICY + socket);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", PERMISSIONS);
        if (secure) {
            response.setHeader("Strict-Transport-Security", ONE_YEAR);
        }
    }
}
