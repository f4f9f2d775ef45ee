package dev.chatcall.desktop.check;

import dev.chatcall.desktop.check.Check.Problem;
import dev.chatcall.desktop.check.Check.State;
import dev.chatcall.protocol.call.IceServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Asks STUN servers for one's own address and TURN servers for a relayed one. All at once: one that answers is enough. */
public final class IceCheck {
    /** What TURN answers to wrong credentials (RFC 8489, RFC 8656). */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 438, 441);

    private static final int UNAUTHORISED = 401;
    private static final byte[] UDP = {17, 0, 0, 0};

    private final Executor background;

    /** @param background where it may block */
    public IceCheck(Executor background) {
        this.background = background;
    }

    /** Never fails. */
    public CompletableFuture<Finding> check(List<IceServer> servers, boolean relay) {
        Finding silent = Finding.failed(relay ? Problem.TURN_UNREACHABLE : Problem.STUN_UNREACHABLE);
        CompletableFuture<Finding> best = CompletableFuture.completedFuture(silent);
        for (IceServer server : servers) {
            for (String url : server.urls()) {
                CompletableFuture<Finding> one = IceAddress.parse(url)
                        .map(address -> CompletableFuture.supplyAsync(
                                () -> relay ? relayed(address, server, silent) : reflected(address, silent),
                                background))
                        .orElseGet(() -> CompletableFuture.completedFuture(silent));
                best = best.thenCombine(one, IceCheck::better);
            }
        }
        return best;
    }

    private static Finding better(Finding one, Finding other) {
        if (one.state() == State.PASSED || other.state() != State.PASSED && one.problem() == Problem.TURN_REFUSED) {
            return one;
        }
        return other;
    }

    private static Finding reflected(IceAddress address, Finding silent) {
        StunMessage request = StunMessage.request(StunMessage.BINDING);
        try (StunLine line = StunLine.open(address)) {
            StunMessage answer = line.ask(request, request.bytes(null));
            return answer.succeeded() ? Finding.passed(answer.address(StunMessage.XOR_MAPPED_ADDRESS)) : silent;
        } catch (IOException e) {
            return silent;
        }
    }

    private static Finding relayed(IceAddress address, IceServer server, Finding silent) {
        try (StunLine line = StunLine.open(address)) {
            StunMessage first = allocate();
            StunMessage answer = line.ask(first, first.bytes(null));
            if (answer.error() == UNAUTHORISED && server.username() != null && server.credential() != null) {
                return signedIn(line, answer, server.username(), server.credential(), silent);
            }
            return found(answer, silent);
        } catch (IOException e) {
            return silent;
        }
    }

    private static Finding signedIn(
            StunLine line, StunMessage asked, String username, String credential, Finding silent) throws IOException {
        String realm = asked.text(StunMessage.REALM);
        byte[] key = md5(username + ":" + realm + ":" + credential);
        StunMessage request = signed(allocate(), username, realm, asked.text(StunMessage.NONCE));
        StunMessage answer = line.ask(request, request.bytes(key));
        if (answer.succeeded()) {
            letGo(
                    line,
                    signed(StunMessage.request(StunMessage.REFRESH), username, realm, asked.text(StunMessage.NONCE)),
                    key);
        }
        return found(answer, silent);
    }

    /** The relay would keep what it gave for ten minutes. */
    private static void letGo(StunLine line, StunMessage refresh, byte[] key) {
        StunMessage none = refresh.with(StunMessage.LIFETIME, new byte[4]);
        try {
            line.ask(none, none.bytes(key));
        } catch (IOException e) {
            // It goes by itself, then.
        }
    }

    private static Finding found(StunMessage answer, Finding silent) throws IOException {
        if (answer.succeeded()) {
            return Finding.passed(answer.address(StunMessage.XOR_RELAYED_ADDRESS));
        }
        return REFUSALS.contains(answer.error()) ? Finding.failed(Problem.TURN_REFUSED) : silent;
    }

    private static StunMessage allocate() {
        return StunMessage.request(StunMessage.ALLOCATE).with(StunMessage.REQUESTED_TRANSPORT, UDP);
    }

    private static StunMessage signed(StunMessage message, String username, String realm, String nonce) {
        return message.with(StunMessage.USERNAME, username)
                .with(StunMessage.REALM, realm)
                .with(StunMessage.NONCE, nonce);
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5, which TURN wants", e);
        }
    }

    /** Asks the media service as a call would (RFC 8445): whoever knows its password is answered. */
    static boolean reaches(StunLine line, String user, String password, @Nullable String own) throws IOException {
        StunMessage request = StunMessage.request(StunMessage.BINDING)
                .with(StunMessage.USERNAME, user + ":" + own)
                .with(
                        StunMessage.PRIORITY,
                        ByteBuffer.allocate(4).putInt(1_845_501_695).array())
                .with(
                        StunMessage.ICE_CONTROLLING,
                        ByteBuffer.allocate(8).putLong(System.nanoTime()).array());
        return line.ask(request, request.bytes(password.getBytes(StandardCharsets.UTF_8)))
                .succeeded();
    }
}
