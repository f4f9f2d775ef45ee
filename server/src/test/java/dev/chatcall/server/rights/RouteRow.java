package dev.chatcall.server.rights;

import dev.chatcall.protocol.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What everybody gets who asks one route.
 *
 * @param route method and path as declared
 * @param note tells rows of the same route apart
 * @param question what is asked in a scene
 * @param outcomes for each {@link Actor} in order: the status where it is answered, or the code of the refusal
 */
record RouteRow(String route, String note, Function<Scene, Question> question, List<String> outcomes) {

    /** @param path filled in */
    record Question(String path, byte[] body) {
        static Question of(String path) {
            return new Question(path, new byte[0]);
        }

        static Question of(String path, String json) {
            return new Question(path, json.getBytes(StandardCharsets.UTF_8));
        }
    }

    static RouteRow row(String route, String note, Function<Scene, Question> question, String outcomes) {
        List<String> each = Arrays.asList(outcomes.trim().split("\\s+"));
        if (each.size() != Actor.values().length) {
            throw new IllegalArgumentException(route + " " + note + " has " + each.size() + " outcomes");
        }
        return new RouteRow(route, note, question, each);
    }

    String outcome(Actor actor) {
        return outcomes.get(actor.ordinal());
    }

    boolean refuses(Actor actor) {
        return !outcome(actor).matches("\\d{3}");
    }

    /** The HTTP status of the outcome. */
    int status(Actor actor) {
        String outcome = outcome(actor);
        return refuses(actor)
                ? Arrays.stream(ErrorCode.values())
                        .filter(code -> code.code().equals(outcome))
                        .findAny()
                        .orElseThrow(() -> new IllegalArgumentException(outcome))
                        .status()
                : Integer.parseInt(outcome);
    }

    String method() {
        return route.substring(0, route.indexOf(' '));
    }
}
