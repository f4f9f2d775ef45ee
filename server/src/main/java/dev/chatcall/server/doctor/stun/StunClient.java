package dev.chatcall.server.doctor.stun;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Asks STUN and TURN servers, and the media service's ports, whether they are there. Each call waits for seconds. */
public final class StunClient {
    private static final int TRANSACTION = 12;
    private static final int UNAUTHORIZED = 401;
    private static final int UDP = 17 << 24;
    private static final int HIGH_PRIORITY = 0x6E0001FF;

    private final RandomGenerator random;

    public StunClient(RandomGenerator random) {
        this.random = random;
    }

    /** What a server said. */
    public sealed interface Outcome {
        /** @param address as which the server sees us, or which it relays for us */
        record Reached(String address) implements Outcome {}

        /** @param code of RFC 8489 section 14.8 */
        record Refused(int code) implements Outcome {}

        record Silent() implements Outcome {}
    }

    /** @throws IOException when it cannot be reached at all, or its name is unknown */
    public Outcome bind(StunAddress server) throws IOException {
        try (StunWire wire = wire(server)) {
            return outcome(ask(wire, StunMessage.BINDING_REQUEST, Map.of(), null), StunMessage.XOR_MAPPED_ADDRESS);
        }
    }

    /**
     * Takes a relayed address and gives it back, with long-term credentials (RFC 8489 section 9.2).
     *
     * @throws IOException when it cannot be reached at all, or its name is unknown
     */
    public Outcome allocate(StunAddress server, String username, String credential) throws IOException {
        try (StunWire wire = wire(server)) {
            Map<Integer, byte[]> wanted = Map.of(StunMessage.REQUESTED_TRANSPORT, StunMessage.number(UDP));
            StunMessage first = ask(wire, StunMessage.ALLOCATE_REQUEST, wanted, null);
            if (first == null || first.error() != UNAUTHORIZED) {
                return outcome(first, StunMessage.XOR_RELAYED_ADDRESS);
            }
            byte[] realm = first.attributes().getOrDefault(StunMessage.REALM, new byte[0]);
            byte[] key = key(username, realm, credential);
            Map<Integer, byte[]> known = new LinkedHashMap<>();
            known.put(StunMessage.USERNAME, bytes(username));
            known.put(StunMessage.REALM, realm);
            known.put(StunMessage.NONCE, first.attributes().getOrDefault(StunMessage.NONCE, new byte[0]));
            Map<Integer, byte[]> allowed = new LinkedHashMap<>(wanted);
            allowed.putAll(known);
            StunMessage second = ask(wire, StunMessage.ALLOCATE_REQUEST, allowed, key);
            if (second != null && second.type() == StunMessage.ALLOCATE_SUCCESS) {
                known.put(StunMessage.LIFETIME, StunMessage.number(0));
                ask(wire, StunMessage.REFRESH_REQUEST, known, key);
            }
            return outcome(second, StunMessage.XOR_RELAYED_ADDRESS);
        }
    }

    /**
     * A check of ICE (RFC 8445 section 7.2.2) at a candidate of another.
     *
     * @param theirs user name fragment and password of the other
     * @throws IOException when nothing listens there
     */
    public Outcome check(InetSocketAddress candidate, boolean tcp, Fragment theirs) throws IOException {
        try (StunWire wire = tcp
                ? StunWire.tcp(candidate, false, candidate.getHostString(), StunWire.Framing.ICE)
                : StunWire.udp(candidate)) {
            Map<Integer, byte[]> attributes = new LinkedHashMap<>();
            attributes.put(StunMessage.USERNAME, bytes(theirs.name() + ":doctor"));
            attributes.put(StunMessage.PRIORITY, StunMessage.number(HIGH_PRIORITY));
            attributes.put(
                    StunMessage.ICE_CONTROLLING,
                    ByteBuffer.allocate(Long.BYTES).putLong(random.nextLong()).array());
            StunMessage answer = ask(wire, StunMessage.BINDING_REQUEST, attributes, bytes(theirs.password()));
            return outcome(answer, StunMessage.XOR_MAPPED_ADDRESS);
        }
    }

    /** User name fragment and password of one side of ICE. */
    public record Fragment(String name, String password) {}

    private static StunWire wire(StunAddress server) throws IOException {
        InetSocketAddress to = server.resolve();
        return server.tcp() ? StunWire.tcp(to, server.tls(), server.host(), StunWire.Framing.STUN) : StunWire.udp(to);
    }

    private @Nullable StunMessage ask(StunWire wire, int type, Map<Integer, byte[]> attributes, byte @Nullable [] key)
            throws IOException {
        byte[] transaction = new byte[TRANSACTION];
        random.nextBytes(transaction);
        return wire.ask(new StunMessage(type, transaction, attributes).encode(key), transaction);
    }

    private static Outcome outcome(@Nullable StunMessage answer, int addressName) {
        if (answer == null) {
            return new Outcome.Silent();
        }
        String address = answer.address(addressName);
        return address == null ? new Outcome.Refused(answer.error()) : new Outcome.Reached(address);
    }

    /** RFC 8489 section 9.2.2, with MD5 as every TURN server takes it. */
    private static byte[] key(String username, byte[] realm, String credential) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(bytes(username + ":"));
            md5.update(realm);
            return md5.digest(bytes(":" + credential));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
