package dev.chatcall.server.session;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import dev.chatcall.protocol.Limits;
import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and checks passwords with bcrypt. It costs a third of a second of a core on purpose, so only a part of the
 * machine's cores does it and only so many wait: sign-ins never starve messaging.
 */
public final class PasswordHasher implements AutoCloseable {
    /** The rounds (as a power of two) that passwords are hashed with, outside tests. */
    public static final int COST = 12;

    private static final int WAITING_MAX = 32;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(3);
    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

    private final int cost;
    private final SecureRandom random;
    private final byte[] nobodysHash;
    private final ThreadPoolExecutor executor;

    /**
     * @param cost {@link #COST}; tests take 4
     * @param threads how many passwords are hashed at a time
     */
    public PasswordHasher(int cost, int threads, SecureRandom random) {
        this.cost = cost;
        this.random = random;
        this.nobodysHash = String.format("$2a$%02d$%s", cost, ".".repeat(53)).getBytes(StandardCharsets.US_ASCII);
        this.executor = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_MAX),
                Thread.ofPlatform().name("password-", 0).daemon().factory());
    }

    /** Half of this machine's cores. */
    public static int threadsHere() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    /** @throws ServiceException with {@code server.busy} when too many wait already */
    public String hash(String password) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        return run(() -> new String(
                BCrypt.with(VERSION, random, LongPasswordStrategies.none()).hash(cost, bytes),
                StandardCharsets.US_ASCII));
    }

    /**
     * Whether the password is the one that was hashed. Takes the same time without a hash, so that an answer does not
     * tell whether there is such an account.
     *
     * @throws ServiceException with {@code server.busy} when too many wait already
     */
    public boolean matches(String password, @Nullable String hash) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        byte[] against = hash == null ? nobodysHash : hash.getBytes(StandardCharsets.US_ASCII);
        boolean matches = run(
                () -> BCrypt.verifyer(VERSION, LongPasswordStrategies.none()).verify(bytes, against).verified);
        return matches && hash != null && bytes.length <= Limits.PASSWORD_MAX_BYTES;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private <T> T run(Callable<T> work) {
        try {
            return executor.submit(work).get();
        } catch (RejectedExecutionException full) {
            throw new ServiceException(ErrorCode.SERVER_BUSY, "Too many passwords wait to be checked", RETRY_AFTER);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ServiceException(ErrorCode.SERVER_BUSY, "The server is stopping", RETRY_AFTER);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A password could not be hashed", failed.getCause());
        }
    }
}
