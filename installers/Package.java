import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Makes the packages of the system that it runs on: an image of the program with a Java of its own, a cache that lets it
 * start at once, and from that image each installer. A program of one file, so that the three systems need no shell.
 */
final class Package {
    private static final String MODULES = "java.desktop,java.logging,java.management,java.naming,java.net.http,java.sql,"
            + "jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.management,jdk.unsupported";
    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private static final boolean WINDOWS = SYSTEM.startsWith("windows");
    private static final boolean MAC = SYSTEM.startsWith("mac");

    /** Of all jars; in linux/postinst and linux/chatcall.spec too. */
    private static final FileTime TIME = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    private final Path here;
    private final Path target;
    private final String version;

    private Package(Path here, String version) {
        this.here = here;
        this.target = here.resolve("target");
        this.version = version;
    }

    /** @param arguments the folder of this file, the version, and the kinds of packages with commas between, or "image" */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Package all = new Package(Path.of(arguments[0]), arguments[1]);
        all.image();
        all.cache();
        for (String type : arguments[2].split(",")) {
            if (!type.equals("image")) {
                all.installer(type);
            }
        }
    }

    private void image() throws IOException, InterruptedException {
        Path input = fresh("input");
        Path desktop = here.resolveSibling("desktop-client").resolve("target");
        Files.copy(desktop.resolve("chatcall-desktop.jar"), input.resolve("chatcall-desktop.jar"));
        copyTree(desktop.resolve("lib"), input.resolve("lib"));
        copyTree(target.resolve("notices"), input.resolve("notices"));
        Files.copy(here.resolveSibling("LICENSE"), input.resolve("notices").resolve("LICENSE"));
        if (!WINDOWS && !MAC) {
            Files.copy(here.resolve("linux").resolve("chatcall.desktop"), input.resolve("chatcall.desktop"));
        }
        fresh("image");
        List<String> command = jpackage("app-image", target.resolve("image"));
        command.addAll(List.of(
                "--input", input.toString(),
                "--main-jar", "chatcall-desktop.jar",
                "--add-modules", MODULES,
                "--jlink-options", "--strip-debug --no-header-files --no-man-pages --compress zip-6"));
        for (String option : Files.readAllLines(here.resolveSibling("desktop-client").resolve("java.options"))) {
            if (option.startsWith("-")) {
                command.addAll(List.of("--java-options", option));
            }
        }
        run(command, null);
    }

    /** Starts the image once, without a screen, and puts what its Java learned beside it. */
    private void cache() throws IOException, InterruptedException {
        Path app = appFolder();
        age(app);
        Path data = fresh("rehearsal");
        run(
                List.of(launcher().toString(), "--data", data.toString(), "--rehearse"),
                "-XX:AOTCacheOutput=" + app.resolve("chatcall.aot")
                        + " -Dglass.platform=Headless -Dprism.order=sw");
        Path settings = app.resolve("ChatCall.cfg");
        String text = Files.readString(settings);
        Files.writeString(
                settings,
                text.replace(
                        "[JavaOptions]",
                        "[JavaOptions]" + System.lineSeparator() + "java-options=-XX:AOTCache=$APPDIR/chatcall.aot"
                                + System.lineSeparator() + "java-options=-Xlog:aot*=off"));
    }

    private void installer(String type) throws IOException, InterruptedException {
        List<String> command = jpackage(type, target.resolve("packages"));
        command.addAll(List.of(
                "--app-image", imageFolder().toString(),
                "--license-file", here.resolveSibling("LICENSE").toString()));
        if (WINDOWS) {
            command.addAll(List.of("--win-menu", "--win-shortcut", "--win-dir-chooser", "--win-per-user-install"));
        } else if (!MAC) {
            command.addAll(List.of(
                    "--linux-package-name", "chatcall",
                    "--linux-app-category", "net",
                    "--linux-rpm-license-type", "Apache-2.0",
                    "--resource-dir", here.resolve("linux").toString()));
        }
        run(command, null);
    }

    private List<String> jpackage(String type, Path destination) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", WINDOWS ? "jpackage.exe" : "jpackage").toString(),
                "--type", type,
                "--name", "ChatCall",
                "--app-version", MAC ? version.replaceFirst("^0", "1") : version,
                "--vendor", "ChatCall",
                "--description", "Chat and calls on your own server",
                "--dest", destination.toString()));
        if (!type.equals("app-image") && !MAC) {
            return command;
        }
        command.addAll(List.of("--icon", here.resolve("icons").resolve(iconName()).toString()));
        return command;
    }

    private static String iconName() {
        return WINDOWS ? "chatcall.ico" : MAC ? "chatcall.icns" : "chatcall.png";
    }

    private Path imageFolder() {
        return target.resolve("image").resolve(MAC ? "ChatCall.app" : "ChatCall");
    }

    private Path appFolder() {
        return imageFolder().resolve(WINDOWS ? "app" : MAC ? "Contents/app" : "lib/app");
    }

    private Path launcher() {
        return imageFolder().resolve(WINDOWS ? "ChatCall.exe" : MAC ? "Contents/MacOS/ChatCall" : "bin/ChatCall");
    }

    private void run(List<String> command, String javaOptions) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO().directory(new File("."));
        if (javaOptions != null) {
            builder.environment().put("JAVA_TOOL_OPTIONS", javaOptions);
        }
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException(command.getFirst() + " ended with " + status);
        }
    }

    private Path fresh(String name) throws IOException {
        Path folder = target.resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    /**
     * Java takes the cache for another program's where a jar's time is not the one it was made with, and installing gives
     * files new times. So all have one, and the scripts of the packages give it to them again.
     */
    private static void age(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path jar : all.filter(path -> path.toString().endsWith(".jar")).toList()) {
                Files.setLastModifiedTime(jar, TIME);
            }
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(path -> {
                try {
                    Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
