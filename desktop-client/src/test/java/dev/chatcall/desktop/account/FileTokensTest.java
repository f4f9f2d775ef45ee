package dev.chatcall.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.json.Json;
import dev.chatcall.desktop.session.TokenKeeper.KeptToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTokensTest {
    private static final String SERVER = "https://chat.example.org";
    private static final UUID ANN = new UUID(7, 1);
    private static final UUID BEN = new UUID(7, 2);

    @TempDir
    private Path path;

    @Test
    void theTokenSurvivesARestartInAFileOfThisUsersAlone() throws Exception {
        KeptToken token = new KeptToken(ANN, "secret");
        open(null).write(token);
        assertThat(open(ANN).read()).hasValue(token);
        assertThat(open(null).read()).isEmpty();
        assertThat(open(BEN).read()).isEmpty();
        Assumptions.assumeTrue(
                path.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = new DataFolder(path).account(SERVER, ANN).resolve("session.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void theNextTokenTakesThePlaceOfTheOneBefore() {
        FileTokens tokens = open(ANN);
        tokens.write(new KeptToken(ANN, "first"));
        tokens.write(new KeptToken(ANN, "second"));
        assertThat(tokens.read()).hasValue(new KeptToken(ANN, "second"));
        assertThat(open(ANN).read()).hasValue(new KeptToken(ANN, "second"));
    }

    @Test
    void afterSigningOutThereIsNone() {
        FileTokens tokens = open(ANN);
        tokens.write(new KeptToken(ANN, "secret"));
        tokens.clear();
        assertThat(tokens.read()).isEmpty();
        assertThat(open(ANN).read()).isEmpty();
        tokens.clear();
        tokens.write(new KeptToken(BEN, "other"));
        assertThat(open(BEN).read()).hasValue(new KeptToken(BEN, "other"));
    }

    @Test
    void anotherAccountsTokenStays() {
        open(null).write(new KeptToken(ANN, "of Ann"));
        FileTokens bens = open(null);
        bens.write(new KeptToken(BEN, "of Ben"));
        bens.clear();
        assertThat(open(ANN).read()).hasValue(new KeptToken(ANN, "of Ann"));
    }

    @Test
    void whereNothingCanBeWrittenItHoldsUntilTheEnd() throws Exception {
        Files.writeString(path.resolve("servers"), "a file where the folder should be");
        FileTokens tokens = open(null);
        tokens.write(new KeptToken(ANN, "secret"));
        assertThat(tokens.read()).hasValue(new KeptToken(ANN, "secret"));
        assertThat(open(ANN).read()).isEmpty();
    }

    @Test
    void saysNothingOfTheTokenWhenItIsPrinted() {
        assertThat(new KeptToken(ANN, "secret").toString()).doesNotContain("secret");
    }

    private FileTokens open(UUID account) {
        return new FileTokens(new DataFolder(path), SERVER, account, Json.mapper());
    }
}
