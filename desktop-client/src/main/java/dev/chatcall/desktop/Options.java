package dev.chatcall.desktop;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the program was started with. */
@Command(
        name = "chatcall",
        description = "Opens ChatCall.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Options {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SERVER-URL",
            description = "Address of the server, a chatcall:// link, an invitation or a link to a new password."
                    + " Without one it is the last server, or it asks.")
    @Nullable
    String target;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder that keeps what the program keeps (CHATCALL_DESKTOP_DATA, as the system has it).")
    @Nullable
    Path data;

    @Option(
            names = "--rehearse",
            hidden = true,
            description = "Opens the first window and a made-up conversation, and ends. For an empty data folder.")
    boolean rehearse;
}
