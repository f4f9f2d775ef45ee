package dev.chatcall.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordHasherTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void aPasswordIsHashedWithBcryptAndARandomSalt() {
        try (PasswordHasher hasher = new PasswordHasher(4, 1, random)) {
            String hash = hasher.hash("correct horse");

            assertThat(hash).startsWith("$2a$04$").hasSize(60);
            assertThat(hasher.hash("correct horse")).isNotEqualTo(hash);
            assertThat(hasher.matches("correct horse", hash)).isTrue();
            assertThat(hasher.matches("correct horsf", hash)).isFalse();
            assertThat(hasher.matches("correct horse", null)).isFalse();
            assertThat(PasswordHasher.COST).isEqualTo(12);
        }
    }

    @Test
    void whenTooManyWaitTheRestIsTurnedAwayAtOnce() throws Exception {
        try (PasswordHasher hasher = new PasswordHasher(11, 1, random);
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> hashes = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                hashes.add(executor.submit(() -> hasher.hash("correct horse")));
            }

            int busy = 0;
            for (Future<String> hash : hashes) {
                try {
                    hash.get();
                } catch (ExecutionException refused) {
                    assertThat(refused.getCause())
                            .isInstanceOfSatisfying(
                                    ServiceException.class,
                                    cause -> assertThat(cause.code()).isEqualTo(ErrorCode.SERVER_BUSY));
                    busy++;
                }
            }
            assertThat(busy).isBetween(1, 27);
        }
    }

    @Test
    void theSigningKeyIsMadeOnceAndKeptSecret(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("access-token.key");

        byte[] made = SigningKey.in(file, random);

        assertThat(made).hasSize(32);
        assertThat(SigningKey.in(file, random)).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        Files.write(file, new byte[] {1});
        assertThatThrownBy(() -> SigningKey.in(file, random)).hasMessageContaining("32 bytes");
    }
}
