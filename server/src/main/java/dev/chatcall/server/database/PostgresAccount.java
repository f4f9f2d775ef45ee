package dev.chatcall.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Under which account of the operating system PostgreSQL runs. It refuses to run as root, so that a ChatCall that root
 * starts hands it to an account without rights ({@code setpriv}) or, where that account cannot reach the data folder,
 * to a user namespace in which root is nobody ({@code unshare}). Everybody else runs it under their own account.
 */
final class PostgresAccount {

    /** The account that owns nothing: {@code nobody}. */
    private static final int NOBODY = 65534;

    private static final int ROOT = 0;

    private final List<String> prefix;
    private final @Nullable Integer owner;

    private PostgresAccount(List<String> prefix, @Nullable Integer owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    /**
     * Finds an account that can reach a folder.
     *
     * @param home the folder of the embedded PostgreSQL, which must exist
     * @throws DatabaseUnavailableException if root started ChatCall and there is no way to put its rights down
     */
    static PostgresAccount forFolder(Path home) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new PostgresAccount(List.of(), null);
        }
        makeTraversable(home);
        for (PostgresAccount candidate : List.of(unprivileged(), namespaced())) {
            if (candidate.reaches(home)) {
                return candidate;
            }
        }
        throw new DatabaseUnavailableException("PostgreSQL refuses to run as root and cannot be given another account"
                + " here: start ChatCall as an ordinary user, or set DATABASE_URL.");
    }

    private static PostgresAccount unprivileged() {
        return new PostgresAccount(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--no-new-privs"),
                NOBODY);
    }

    private static PostgresAccount namespaced() {
        return new PostgresAccount(List.of("unshare", "--user"), ROOT);
    }

    private boolean reaches(Path folder) {
        try {
            return Command.run(command("test", "-x", folder.toString()), "", Duration.ofSeconds(10))
                    .succeeded();
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /** The data folder holds only files that are themselves closed to others, and may be passed through. */
    private static void makeTraversable(Path home) throws IOException {
        for (Path folder : List.of(home, home.getParent())) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
            if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
                Files.setPosixFilePermissions(folder, permissions);
            }
        }
    }

    /** The command that runs a program under this account. */
    List<String> command(String... program) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(program));
        return command;
    }

    /**
     * Makes a file, or a folder with all it holds, belong to this account. The folder itself comes last, so that an
     * interrupted change starts over.
     */
    void own(Path path) throws IOException {
        if (owner == null || owner.equals(Files.getAttribute(path, "unix:uid"))) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path child : tree.toList().reversed()) {
                Files.setAttribute(child, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(child, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
