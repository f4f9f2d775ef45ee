package dev.chatcall.desktop.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What packages are made of, as jpackage made it on Linux.
 *
 * @param folder such as {@code installers/target/image/ChatCall} or {@code /opt/chatcall}
 * @param driver a jar with the tests' classes
 */
record Image(Path folder, Path driver) {
    private static final String OPTION = "java-options=";

    Path launcher() {
        return folder.resolve("bin").resolve("ChatCall");
    }

    /** How the launcher starts Java, with the driver behind the program, which leaves its cache valid. */
    List<String> java() throws IOException {
        Path app = folder.resolve("lib").resolve("app");
        List<String> command = new ArrayList<>();
        command.add(folder.resolve("lib/runtime/bin/java").toString());
        try (Stream<String> settings = Files.lines(app.resolve("ChatCall.cfg"))) {
            settings.filter(line -> line.startsWith(OPTION))
                    .map(line -> line.substring(OPTION.length()).replace("$APPDIR", app.toString()))
                    .forEach(command::add);
        }
        command.addAll(List.of("-cp", app.resolve("chatcall-desktop.jar") + ":" + driver));
        return command;
    }
}
