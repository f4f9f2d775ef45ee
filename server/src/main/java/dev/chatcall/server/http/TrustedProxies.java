package dev.chatcall.server.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The reverse proxies before this server: only what they say about whom they forward is believed. */
public final class TrustedProxies {
    /** Digits, dots, colons and hex only, so that nothing here ever asks a name server. */
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]+");

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = networks;
    }

    /** Nobody is before this server. */
    public static TrustedProxies none() {
        return new TrustedProxies(List.of());
    }

    /**
     * @param list addresses or networks with commas between, such as {@code 127.0.0.1, 172.16.0.0/12}
     * @throws IllegalArgumentException when one is neither
     */
    public static TrustedProxies parse(String list) {
        return new TrustedProxies(Arrays.stream(list.split(",", -1))
                .map(String::trim)
                .filter(entry -> !entry.isEmpty())
                .map(Network::parse)
                .toList());
    }

    boolean contains(String address) {
        byte @Nullable [] bytes = bytes(address);
        return bytes != null && networks.stream().anyMatch(network -> network.contains(bytes));
    }

    /**
     * Who is at the other end: the last address of {@code X-Forwarded-For} that is not a trusted proxy's, where the peer
     * is one; otherwise the peer.
     */
    String client(String peer, @Nullable String forwardedFor) {
        if (forwardedFor == null || !contains(peer)) {
            return peer;
        }
        String client = peer;
        for (String hop : Arrays.asList(forwardedFor.split(",", -1)).reversed()) {
            String address = hop.trim();
            if (bytes(address) == null) {
                return client;
            }
            client = address;
            if (!contains(address)) {
                return client;
            }
        }
        return client;
    }

    private static byte @Nullable [] bytes(String address) {
        String literal =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        if (!LITERAL.matcher(literal).matches() || (literal.indexOf(':') < 0 && literal.split("\\.", -1).length != 4)) {
            return null;
        }
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException notAnAddress) {
            return null;
        }
    }

    private record Network(byte[] address, int bits) {

        static Network parse(String entry) {
            String[] parts = entry.split("/", 2);
            byte @Nullable [] address = bytes(parts[0]);
            if (address == null) {
                throw new IllegalArgumentException(entry + " is neither an address nor a network");
            }
            int all = address.length * Byte.SIZE;
            int bits = parts.length == 1 ? all : prefix(parts[1], entry);
            if (bits > all) {
                throw new IllegalArgumentException(entry + " has a prefix that is too long");
            }
            return new Network(address, bits);
        }

        private static int prefix(String text, String entry) {
            if (!text.matches("[0-9]{1,3}")) {
                throw new IllegalArgumentException(entry + " has no number after the slash");
            }
            return Integer.parseInt(text);
        }

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >>> (bit % Byte.SIZE);
                if (((address[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
