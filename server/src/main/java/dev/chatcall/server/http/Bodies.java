package dev.chatcall.server.http;

import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a request carries, and no more of it than its route allows. */
final class Bodies {
    /** How much of a body that is too large is read and thrown away, so that its sender gets to see the answer. */
    private static final long DRAIN_MAX = 16L * 1024 * 1024;

    private final JsonMapper json;

    Bodies(JsonMapper json) {
        this.json = json;
    }

    /** @throws ServiceException or {@code JacksonException} when it is too large or not what the route takes */
    Object read(RequestBody expected, HttpServletRequest request) throws IOException {
        return switch (expected) {
            case RequestBody.None none -> NoBody.NONE;
            case RequestBody.Bytes bytes -> bytes(request, bytes.max());
            case RequestBody.Json type -> record(request, type.type());
        };
    }

    private Object record(HttpServletRequest request, Class<?> type) throws IOException {
        requireJson(request.getContentType());
        String text = text(bytes(request, Limits.BODY_BYTES_MAX));
        Object body = json.readValue(text, type);
        if (body == null) {
            throw malformed("The body is null");
        }
        return body;
    }

    private static byte[] bytes(HttpServletRequest request, int max) throws IOException {
        if (request.getHeader("Content-Encoding") != null) {
            throw malformed("The body must not be encoded");
        }
        InputStream stream = request.getInputStream();
        if (request.getContentLengthLong() <= max) {
            byte[] bytes = stream.readNBytes(max + 1);
            if (bytes.length <= max) {
                return bytes;
            }
        }
        drain(stream);
        throw new ServiceException(ErrorCode.REQUEST_TOO_LARGE, "The body has more than " + max + " bytes");
    }

    private static void drain(InputStream stream) throws IOException {
        byte[] waste = new byte[8192];
        long drained = 0;
        int read;
        while (drained < DRAIN_MAX && (read = stream.read(waste)) >= 0) {
            drained += read;
        }
    }

    private static void requireJson(String contentType) {
        String type =
                contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).replaceAll("[\\s\"]", "");
        if (!type.equals("application/json") && !type.equals("application/json;charset=utf-8")) {
            throw malformed("The body must be application/json in UTF-8");
        }
    }

    /** Strict, where the JSON parser would guess an encoding and let broken sequences pass. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw malformed("The body is not UTF-8");
        }
    }

    private static ServiceException malformed(String detail) {
        return new ServiceException(ErrorCode.REQUEST_MALFORMED, detail);
    }
}
