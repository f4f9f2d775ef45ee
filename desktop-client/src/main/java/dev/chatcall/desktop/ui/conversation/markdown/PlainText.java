package dev.chatcall.desktop.ui.conversation.markdown;

import java.util.regex.Pattern;

/** A message's Markdown as one plain line, for previews and notifications. */
public final class PlainText {
    private static final int LONGEST = 400;
    private static final Pattern FENCE = Pattern.compile("```[^\\n]*\\n?");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)\\s]*\\)");
    private static final Pattern LINE_START = Pattern.compile("^\\s*(?:>|[-*+]|\\d+[.)])\\s+", Pattern.MULTILINE);
    private static final Pattern DOUBLE = Pattern.compile("(\\*\\*|__|`+)(?=\\S)(.*?)(?<=\\S)\\1");
    private static final Pattern SINGLE = Pattern.compile("(^|\\W)([*_])(?=\\S)(.+?)(?<=\\S)\\2(?=\\W|$)");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private PlainText() {}

    public static String of(String markdown) {
        String text = markdown.length() > LONGEST ? markdown.substring(0, LONGEST) : markdown;
        text = FENCE.matcher(text).replaceAll(" ");
        text = LINK.matcher(text).replaceAll("$1");
        text = LINE_START.matcher(text).replaceAll("");
        text = DOUBLE.matcher(text).replaceAll("$2");
        text = SINGLE.matcher(text).replaceAll("$1$3");
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}
