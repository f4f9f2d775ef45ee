package dev.chatcall.desktop.driver;

import dev.chatcall.desktop.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real program with a line in and out. Each line in is a command as JSON, such as {@code {"do": "click", "name":
 * "Send"}}; each line out is its answer, {@code {"ok": …}} or {@code {"error": …}}. The program's own arguments are those
 * of this one. Ends when the line in does.
 */
public final class DesktopDriver {
    private final JsonMapper mapper = JsonMapper.shared();
    private final Windows windows = new Windows();
    private final PrintStream out;

    private DesktopDriver(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        // What the program itself prints must not get between the answers.
        System.setOut(System.err);
        Thread.ofPlatform().name("main").daemon().start(() -> Main.start(DrivenDesktop.class, arguments));
        new DesktopDriver(answers).obey();
        Runtime.getRuntime().halt(0);
    }

    private void obey() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(mapper.writeValueAsString(answer(line)));
            out.flush();
        }
    }

    private Map<String, Object> answer(String line) {
        try {
            Command command = mapper.readValue(line, Command.class);
            return Map.of("ok", carryOut(command));
        } catch (RuntimeException e) {
            return Map.of("error", String.valueOf(e.getMessage()));
        }
    }

    private Object carryOut(Command command) {
        return switch (command.what()) {
            case "click" -> windows.click(command.name());
            case "fill" -> windows.fill(command.name(), command.text());
            case "press" -> windows.press(command.name());
            case "see" -> windows.see(command.name());
            case "gone" -> windows.gone(command.name());
            case "place" -> windows.place(command.name());
            case "brightness" -> windows.brightness();
            case "away" -> windows.away();
            case "back" -> windows.back();
            case "names" -> windows.names();
            case "title" -> windows.title();
            case "picture" -> windows.picture(command.name());
            case "frames" -> windows.frames();
            case "scroll" -> windows.scroll("up".equals(command.name()), Double.parseDouble(command.text()));
            case "video" -> windows.video();
            case "received" -> DrivenDesktop.received();
            default -> throw new IllegalArgumentException("There is no command " + command.what());
        };
    }
}
