package dev.chatcall.desktop.ui.conversation.composer;

import java.util.ArrayList;
import java.util.List;

/** A line of the emoji picker. */
sealed interface PickerRow {
    int COLUMNS = 9;

    record Heading(String name) implements PickerRow {}

    record Line(List<Emoji> emoji) implements PickerRow {}

    /** What was found, in lines, each group under its name; without names where something was searched. */
    static List<PickerRow> of(List<Emoji> found, List<String> groups, boolean headings) {
        List<PickerRow> rows = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < found.size(); at++) {
            int group = found.get(at).group();
            boolean begins = headings && (at == 0 || found.get(at - 1).group() != group);
            if (begins) {
                rows.add(new Heading(groups.get(group)));
                from = at;
            }
            boolean ends =
                    at == found.size() - 1 || headings && found.get(at + 1).group() != group;
            if (ends || at - from == COLUMNS - 1) {
                rows.add(new Line(List.copyOf(found.subList(from, at + 1))));
                from = at + 1;
            }
        }
        return rows;
    }
}
