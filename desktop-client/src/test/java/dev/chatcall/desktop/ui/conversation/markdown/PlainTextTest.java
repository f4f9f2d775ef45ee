package dev.chatcall.desktop.ui.conversation.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**bold** and *slanted* and `code` | bold and slanted and code",
                "> quoted\\nanswer | quoted answer",
                "- one\\n- two | one two",
                "```ts\\nlet a = 1;\\n``` | let a = 1;",
                "see [the page](https://example.org/a) | see the page",
                "snake_case_name stays | snake_case_name stays",
                "2 * 3 * 4 | 2 * 3 * 4"
            })
    void isTheMessageAsOneLine(String markdown, String line) {
        assertThat(PlainText.of(markdown.replace("\\n", "\n"))).isEqualTo(line);
    }
}
