package dev.chatcall.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Measures a ChatCall server. */
public final class Main {

    private Main() {}

    /** Exits with 0, with 1 when something was lost or could not be measured, with 2 when asked for what there is not. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new CommandLine(new BenchCommand(out)).execute(args));
    }
}
