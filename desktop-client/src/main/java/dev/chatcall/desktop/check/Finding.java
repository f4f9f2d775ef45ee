package dev.chatcall.desktop.check;

import dev.chatcall.desktop.check.Check.Problem;
import dev.chatcall.desktop.check.Check.State;
import org.jspecify.annotations.Nullable;

/**
 * How a check ended.
 *
 * @param detail for people; null: nothing to say
 */
public record Finding(
        State state, @Nullable String detail, @Nullable Problem problem) {
    public static Finding passed(@Nullable String detail) {
        return new Finding(State.PASSED, detail, null);
    }

    public static Finding failed(Problem problem) {
        return failed(problem, null);
    }

    public static Finding failed(Problem problem, @Nullable String detail) {
        return new Finding(State.FAILED, detail, problem);
    }

    public static Finding skipped(Problem problem) {
        return new Finding(State.SKIPPED, null, problem);
    }
}
