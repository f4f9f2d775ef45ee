package dev.chatcall.desktop.check;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A message of STUN and TURN (RFC 8489, RFC 8656): what this program asks with and what it reads of the answers.
 *
 * @param type method and class
 * @param id of the transaction, 12 bytes
 * @param attributes by their number, in their order; of two with the same number the first counts
 */
record StunMessage(int type, byte[] id, Map<Integer, byte[]> attributes) {
    static final int BINDING = 0x0001;
    static final int ALLOCATE = 0x0003;
    static final int REFRESH = 0x0004;
    static final int SUCCESS = 0x0100;
    static final int ERROR = 0x0110;

    static final int USERNAME = 0x0006;
    static final int ERROR_CODE = 0x0009;
    static final int LIFETIME = 0x000d;
    static final int XOR_RELAYED_ADDRESS = 0x0016;
    static final int REALM = 0x0014;
    static final int NONCE = 0x0015;
    static final int REQUESTED_TRANSPORT = 0x0019;
    static final int XOR_MAPPED_ADDRESS = 0x0020;
    static final int PRIORITY = 0x0024;
    static final int ICE_CONTROLLING = 0x802a;

    static final int HEADER = 20;

    private static final int MESSAGE_INTEGRITY = 0x0008;
    private static final int FINGERPRINT = 0x8028;
    private static final int COOKIE = 0x2112a442;
    private static final int ID_LENGTH = 12;
    private static final int INTEGRITY_LENGTH = 20;
    private static final int FINGERPRINT_XOR = 0x5354554e;
    private static final int IPV4 = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    static StunMessage request(int method) {
        byte[] id = new byte[ID_LENGTH];
        RANDOM.nextBytes(id);
        return new StunMessage(method, id, new LinkedHashMap<>());
    }

    StunMessage with(int attribute, byte[] value) {
        Map<Integer, byte[]> more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new StunMessage(type, id, more);
    }

    StunMessage with(int attribute, String value) {
        return with(attribute, value.getBytes(StandardCharsets.UTF_8));
    }

    /** @param key signs it; null: unsigned */
    byte[] bytes(byte @Nullable [] key) {
        int room = HEADER + INTEGRITY_LENGTH + 4 + 8;
        for (byte[] value : attributes.values()) {
            room += 4 + padded(value.length);
        }
        ByteBuffer out = ByteBuffer.allocate(room);
        out.putShort((short) type).putShort((short) 0).putInt(COOKIE).put(id);
        attributes.forEach((number, value) -> put(out, number, value));
        if (key != null) {
            // What is signed counts the signature, and what is checked the checksum.
            length(out, 4 + INTEGRITY_LENGTH);
            put(out, MESSAGE_INTEGRITY, hmac(key, out.array(), out.position()));
        }
        length(out, 8);
        CRC32 checksum = new CRC32();
        checksum.update(out.array(), 0, out.position());
        put(
                out,
                FINGERPRINT,
                ByteBuffer.allocate(4)
                        .putInt((int) checksum.getValue() ^ FINGERPRINT_XOR)
                        .array());
        return Arrays.copyOf(out.array(), out.position());
    }

    /** @throws IOException it is no such message */
    static StunMessage read(byte[] bytes, int length) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
        if (length < HEADER || in.getInt(4) != COOKIE || HEADER + in.getShort(2) != length) {
            throw new IOException("No STUN message");
        }
        int type = Short.toUnsignedInt(in.getShort());
        byte[] id = Arrays.copyOfRange(bytes, 8, HEADER);
        in.position(HEADER);
        Map<Integer, byte[]> attributes = new LinkedHashMap<>();
        while (in.remaining() >= 4) {
            int number = Short.toUnsignedInt(in.getShort());
            byte[] value = new byte[Short.toUnsignedInt(in.getShort())];
            if (in.remaining() < value.length) {
                throw new IOException("A STUN message that ends early");
            }
            in.get(value);
            in.position(Math.min(in.limit(), in.position() + padded(value.length) - value.length));
            attributes.putIfAbsent(number, value);
        }
        return new StunMessage(type, id, attributes);
    }

    boolean answers(StunMessage request) {
        return Arrays.equals(id, request.id) && (type == (request.type | SUCCESS) || type == (request.type | ERROR));
    }

    boolean succeeded() {
        return (type & ERROR) == SUCCESS;
    }

    /** The code of an error, such as 401; 0: there is none. */
    int error() {
        byte[] value = attributes.get(ERROR_CODE);
        return value == null || value.length < 4 ? 0 : (value[2] & 7) * 100 + value[3];
    }

    /** An address that is told as the relay's or as one's own; null: there is none. */
    @Nullable
    String address(int attribute) throws IOException {
        byte[] value = attributes.get(attribute);
        if (value == null || value.length < 4 + IPV4) {
            return null;
        }
        byte[] key = ByteBuffer.allocate(4 + ID_LENGTH).putInt(COOKIE).put(id).array();
        byte[] plain = new byte[Math.min(value.length - 4, key.length)];
        for (int at = 0; at < plain.length; at++) {
            plain[at] = (byte) (value[4 + at] ^ key[at]);
        }
        return InetAddress.getByAddress(plain).getHostAddress();
    }

    String text(int attribute) {
        return new String(attributes.getOrDefault(attribute, new byte[0]), StandardCharsets.UTF_8);
    }

    private static void put(ByteBuffer out, int number, byte[] value) {
        out.putShort((short) number).putShort((short) value.length).put(value);
        out.position(out.position() + padded(value.length) - value.length);
    }

    private static void length(ByteBuffer out, int toCome) {
        out.putShort(2, (short) (out.position() - HEADER + toCome));
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static byte[] hmac(byte[] key, byte[] bytes, int length) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            mac.update(bytes, 0, length);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA1", e);
        }
    }
}
