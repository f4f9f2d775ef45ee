package dev.chatcall.desktop.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.desktop.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
    @TempDir
    private Path folder;

    record Word(String text) {}

    @Test
    void aFileIsThisUsersAloneAlsoWhereItWasOpenBefore() throws Exception {
        assumePosix();
        Path file = Files.writeString(folder.resolve("secret"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        PrivateFiles.replace(file, new byte[] {1});
        assertThat(modeOf(file)).isEqualTo("rw-------");
        assertThat(Files.readAllBytes(file)).containsExactly(1);
    }

    @Test
    void foldersAboveItAreMadeAndClosed() throws Exception {
        assumePosix();
        PrivateFiles.replace(folder.resolve("a/b/secret"), new byte[] {1});
        assertThat(modeOf(folder.resolve("a"))).isEqualTo("rwx------");
        assertThat(modeOf(folder.resolve("a/b"))).isEqualTo("rwx------");
    }

    @Test
    void whatAKilledProgramLeftHalfWrittenIsInNobodysWay() throws Exception {
        Path file = folder.resolve("value");
        PrivateFiles.replace(file, new byte[] {1});
        Files.write(folder.resolve("value.new"), new byte[] {9, 9});
        PrivateFiles.replace(file, new byte[] {2});
        assertThat(Files.readAllBytes(file)).containsExactly(2);
        assertThat(folder.resolve("value.new")).doesNotExist();
    }

    @Test
    void deletingAFolderFollowsNoLinks() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("precious"), "stays");
        Path doomed = Files.createDirectory(folder.resolve("doomed"));
        Files.createSymbolicLink(doomed.resolve("link"), other);
        Files.writeString(doomed.resolve("file"), "goes");
        PrivateFiles.deleteFolder(doomed);
        assertThat(doomed).doesNotExist();
        assertThat(other.resolve("precious")).exists();
        PrivateFiles.deleteFolder(doomed);
    }

    @Test
    void nonsenseInAFileIsNothing() throws Exception {
        JsonFile<Word> file = new JsonFile<>(folder.resolve("word.json"), Word.class, Json.mapper());
        assertThat(file.read()).isEmpty();
        Files.writeString(folder.resolve("word.json"), "{\"text\":");
        assertThat(file.read()).isEmpty();
        Files.writeString(folder.resolve("word.json"), "null");
        assertThat(file.read()).isEmpty();
        file.write(new Word("hello"));
        assertThat(file.read()).hasValue(new Word("hello"));
    }

    @Test
    void ofSeveralValuesInARowTheLastIsWrittenOnce() throws IOException {
        Queue<Runnable> background = new ArrayDeque<>();
        JsonFile<Word> file = new JsonFile<>(folder.resolve("word.json"), Word.class, Json.mapper());
        LaterFile<Word> later = new LaterFile<>(file, background::add);
        later.write(new Word("one"));
        later.write(new Word("two"));
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(file.read()).hasValue(new Word("two"));
        later.write(new Word("three"));
        later.flush();
        assertThat(file.read()).hasValue(new Word("three"));
        file.write(new Word("elsewhere"));
        background.remove().run();
        assertThat(file.read()).hasValue(new Word("elsewhere"));
    }

    private void assumePosix() {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
