package dev.chatcall.desktop.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokensTest {
    private static final Path TOKENS = Path.of("..", "shared-protocol", "design", "tokens");
    private static final Pattern COLOUR = Pattern.compile("-cc-([a-z0-9-]+): (#[0-9a-f]+);");

    /** What the web client mixes in its sheets, and JavaFX cannot. */
    private static final Set<String> MIXED = Set.of("quiet", "quiet-hover", "field-raised");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theSheetHasEveryColourAsTheTokensHaveIt(String theme) throws Exception {
        Map<String, String> wanted = new TreeMap<>();
        JsonNode tokens = JsonMapper.shared()
                .readTree(TOKENS.resolve("color." + theme + ".json").toFile());
        collect(tokens.get("color"), "", wanted);
        Map<String, String> sheet = sheet(theme);
        sheet.keySet().removeAll(MIXED);
        assertThat(sheet).as("run npm run tokens in web-client").isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({
        "text,surface",
        "text,surface-sunken",
        "text,surface-raised",
        "text-muted,surface",
        "text-muted,surface-sunken",
        "text-muted,surface-raised",
        "text-muted,surface-field",
        "text-muted,field-raised",
        "text,field-raised",
        "text,surface-selected",
        "text-muted,surface-selected",
        "accent-text,surface-selected",
        "accent-text,accent-soft",
        "accent-text,surface-raised",
        "on-accent,accent",
        "accent-text,surface",
        "on-bubble-own,bubble-own",
        "on-bubble-other,bubble-other",
        "danger,surface",
        "danger,surface-raised",
        "danger,surface-sunken",
        "danger,danger-soft",
        "positive,surface",
        "on-badge,badge",
        "on-badge-muted,badge-muted",
        "on-bubble-own-muted,bubble-own",
        "on-bubble-other-muted,bubble-other",
        "warning,warning-soft",
        "on-danger,danger-fill",
        "on-inverse,surface-inverse"
    })
    void whatIsReadStandsOutFromItsGround(String text, String ground) throws Exception {
        for (String theme : new String[] {"light", "dark"}) {
            Map<String, String> colours = sheet(theme);
            assertThat(contrast(colours.get(text), colours.get(ground)))
                    .as(theme + ": " + text + " on " + ground)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "outline-strong,surface",
        "outline-strong,surface-raised",
        "focus,surface",
        "focus,surface-raised",
        "focus,surface-sunken"
    })
    void edgesThatTellWhatCanBeActedOnStandOut(String edge, String ground) throws Exception {
        for (String theme : new String[] {"light", "dark"}) {
            Map<String, String> colours = sheet(theme);
            assertThat(contrast(colours.get(edge), colours.get(ground)))
                    .as(theme + ": " + edge + " on " + ground)
                    .isGreaterThanOrEqualTo(3);
        }
    }

    private static void collect(JsonNode node, String name, Map<String, String> into) {
        node.properties().forEach(entry -> {
            if (entry.getKey().equals("$value")) {
                into.put(name, entry.getValue().asString());
            } else if (!entry.getKey().startsWith("$")) {
                collect(entry.getValue(), name.isEmpty() ? entry.getKey() : name + "-" + entry.getKey(), into);
            }
        });
    }

    private static Map<String, String> sheet(String theme) throws Exception {
        try (InputStream in = Theme.class.getResourceAsStream("tokens-" + theme + ".css")) {
            Map<String, String> found = new TreeMap<>();
            Matcher colours = COLOUR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (colours.find()) {
                found.put(colours.group(1), colours.group(2));
            }
            return found;
        }
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
