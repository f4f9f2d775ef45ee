package dev.chatcall.server.doctor.stun;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A STUN message, RFC 8489 section 5.
 *
 * @param type class and method together, as they stand in the header
 * @param transaction 12 bytes
 * @param attributes by their type, in their order; of several of one type the first
 */
record StunMessage(int type, byte[] transaction, Map<Integer, byte[]> attributes) {
    static final int BINDING_REQUEST = 0x0001;
    static final int BINDING_SUCCESS = 0x0101;
    static final int ALLOCATE_REQUEST = 0x0003;
    static final int ALLOCATE_SUCCESS = 0x0103;
    static final int REFRESH_REQUEST = 0x0004;

    static final int USERNAME = 0x0006;
    static final int ERROR_CODE = 0x0009;
    static final int LIFETIME = 0x000D;
    static final int REALM = 0x0014;
    static final int NONCE = 0x0015;
    static final int XOR_RELAYED_ADDRESS = 0x0016;
    static final int REQUESTED_TRANSPORT = 0x0019;
    static final int XOR_MAPPED_ADDRESS = 0x0020;
    static final int PRIORITY = 0x0024;
    static final int ICE_CONTROLLING = 0x802A;

    private static final int MESSAGE_INTEGRITY = 0x0008;
    private static final int FINGERPRINT = 0x8028;
    private static final int FINGERPRINT_XOR = 0x5354554E;
    private static final int COOKIE = 0x2112A442;
    static final int HEADER = 20;
    private static final int TRANSACTION = 12;
    private static final int ATTRIBUTE_HEADER = 4;
    private static final int INTEGRITY_LENGTH = 20;
    private static final int LENGTH_AT = 2;
    private static final int LARGEST = 2048;

    StunMessage {
        attributes = new LinkedHashMap<>(attributes);
    }

    /**
     * The message as it goes over the wire.
     *
     * @param key of the message's integrity (HMAC-SHA1), null for a message without
     */
    byte[] encode(byte @Nullable [] key) {
        ByteBuffer out = ByteBuffer.allocate(LARGEST);
        out.putShort((short) type).putShort((short) 0).putInt(COOKIE).put(transaction);
        attributes.forEach((name, value) -> put(out, name, value));
        if (key != null) {
            out.putShort(LENGTH_AT, (short) (out.position() - HEADER + ATTRIBUTE_HEADER + INTEGRITY_LENGTH));
            put(out, MESSAGE_INTEGRITY, hmac(key, out));
        }
        out.putShort(LENGTH_AT, (short) (out.position() - HEADER + ATTRIBUTE_HEADER + Integer.BYTES));
        CRC32 crc = new CRC32();
        crc.update(out.array(), 0, out.position());
        put(out, FINGERPRINT, number((int) crc.getValue() ^ FINGERPRINT_XOR));
        return Arrays.copyOf(out.array(), out.position());
    }

    private static void put(ByteBuffer out, int name, byte[] value) {
        out.putShort((short) name).putShort((short) value.length).put(value);
        while (out.position() % Integer.BYTES != 0) {
            out.put((byte) 0);
        }
    }

    private static byte[] hmac(byte[] key, ByteBuffer written) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            mac.update(written.array(), 0, written.position());
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA1", e);
        }
    }

    /** @return null when it is no STUN message */
    static @Nullable StunMessage decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            int type = in.getShort();
            int length = in.getShort();
            if (in.getInt() != COOKIE || length != bytes.length - HEADER) {
                return null;
            }
            byte[] transaction = new byte[TRANSACTION];
            in.get(transaction);
            Map<Integer, byte[]> attributes = new LinkedHashMap<>();
            while (in.hasRemaining()) {
                int name = Short.toUnsignedInt(in.getShort());
                byte[] value = new byte[Short.toUnsignedInt(in.getShort())];
                in.get(value);
                attributes.putIfAbsent(name, value);
                in.position(Math.min(in.limit(), (in.position() + Integer.BYTES - 1) / Integer.BYTES * Integer.BYTES));
            }
            return new StunMessage(type, transaction, attributes);
        } catch (BufferUnderflowException e) {
            return null;
        }
    }

    static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    /** The code of an error answer (RFC 8489 section 14.8), 0 when it is none. */
    int error() {
        byte[] value = attributes.get(ERROR_CODE);
        return value == null || value.length < Integer.BYTES ? 0 : (value[2] & 7) * 100 + value[3];
    }

    /** An IPv4 or IPv6 address of RFC 8489 section 14.2 as {@code address:port}, null when it is not there. */
    @Nullable
    String address(int name) {
        byte[] value = attributes.get(name);
        if (value == null || value.length < Long.BYTES) {
            return null;
        }
        byte[] mask = ByteBuffer.allocate(Integer.BYTES + TRANSACTION)
                .putInt(COOKIE)
                .put(transaction)
                .array();
        int port = (ByteBuffer.wrap(value).getShort(2) ^ (COOKIE >>> Short.SIZE)) & 0xFFFF;
        byte[] address = Arrays.copyOfRange(value, Integer.BYTES, value.length);
        for (int i = 0; i < address.length && i < mask.length; i++) {
            address[i] ^= mask[i];
        }
        try {
            return InetAddress.getByAddress(address).getHostAddress() + ":" + port;
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
