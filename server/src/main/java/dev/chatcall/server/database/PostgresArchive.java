package dev.chatcall.server.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs that come with ChatCall as a compressed archive on the classpath, one for each operating
 * system and processor. They are unpacked once for each version; a folder of that version is therefore complete, or is
 * not there.
 */
final class PostgresArchive {

    /** The version of the binaries on the classpath; their Maven version. */
    static final String VERSION = "18.6.0";

    /** The part of {@link #VERSION} that decides whether programs and stored data fit together. */
    static final String MAJOR_VERSION = VERSION.substring(0, VERSION.indexOf('.'));

    private PostgresArchive() {}

    /**
     * Returns the folder with {@code bin}, {@code lib} and {@code share}, unpacking it if it is not there yet.
     *
     * @param home the folder of the embedded PostgreSQL, which must exist
     * @throws DatabaseUnavailableException if there is no archive for this machine
     * @throws IOException if it cannot be unpacked
     */
    static Path unpackInto(Path home) throws IOException {
        Path programs = home.resolve(VERSION);
        if (Files.isDirectory(programs)) {
            return programs;
        }
        Path unfinished = home.resolve("unpacking");
        DataFolder.deleteTree(unfinished);
        try (InputStream archive = open();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, unfinished);
            }
        }
        Files.move(unfinished, programs, StandardCopyOption.ATOMIC_MOVE);
        deleteOtherVersions(home);
        return programs;
    }

    private static InputStream open() {
        String name = resourceName(System.getProperty("os.name"), System.getProperty("os.arch"));
        InputStream archive = PostgresArchive.class.getResourceAsStream(name);
        if (archive == null) {
            throw new DatabaseUnavailableException("This ChatCall brings no PostgreSQL for "
                    + System.getProperty("os.name") + " on " + System.getProperty("os.arch")
                    + ": set DATABASE_URL to one that is already running.");
        }
        return archive;
    }

    /** Where the archive for an operating system and processor (as Java names them) is on the classpath. */
    static String resourceName(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "darwin" : "linux";
        String processor = osArch.equals("aarch64") ? "arm_64" : osArch.equals("amd64") ? "x86_64" : osArch;
        return "/postgres-" + system + "-" + processor + ".txz";
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("the archive of PostgreSQL names a file outside of it: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            try (OutputStream out = Files.newOutputStream(target)) {
                tar.transferTo(out);
            }
            makeReadable(target, (entry.getMode() & 0100) != 0);
        }
    }

    /** Readable to everybody, whatever the umask, since PostgreSQL may run under another account. */
    private static void makeReadable(Path file, boolean executable) throws IOException {
        if (DataFolder.isPosix(file)) {
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static void deleteOtherVersions(Path home) throws IOException {
        try (Stream<Path> children = Files.list(home)) {
            for (Path child : children.toList()) {
                String name = child.getFileName().toString();
                if (name.matches("\\d+\\.\\d+\\.\\d+") && !name.equals(VERSION)) {
                    DataFolder.deleteTree(child);
                }
            }
        }
    }
}
