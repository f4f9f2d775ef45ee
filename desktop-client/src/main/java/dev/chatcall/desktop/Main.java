package dev.chatcall.desktop;

import com.sun.javafx.font.freetype.RepairedFactory;
import javafx.application.Application;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Starts the program. It is no {@link Application} itself: as such Java would want JavaFX as modules. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final int BAD_USAGE = 2;

    private Main() {}

    public static void main(String[] arguments) {
        start(Desktop.class, arguments);
    }

    /** Runs the program; returns when it ends. */
    public static void start(Class<? extends Desktop> program, String[] arguments) {
        CommandLine command = new CommandLine(new Options());
        try {
            command.parseArgs(arguments);
        } catch (ParameterException e) {
            System.err.println(e.getMessage());
            command.usage(System.err);
            System.exit(BAD_USAGE);
        }
        if (command.isUsageHelpRequested()) {
            command.usage(System.out);
        } else if (command.isVersionHelpRequested()) {
            command.printVersionHelp(System.out);
        } else {
            repairText();
            Drawing.choose();
            Application.launch(program, arguments);
        }
    }

    private static void repairText() {
        try {
            RepairedFactory.install();
        } catch (ReflectiveOperationException e) {
            LOG.warn("Another JavaFX than this was made for: Arabic may not be shown", e);
        }
    }
}
