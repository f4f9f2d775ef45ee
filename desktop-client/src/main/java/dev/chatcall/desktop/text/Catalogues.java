package dev.chatcall.desktop.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The catalogues that the build packs out of {@code shared-protocol/texts}. */
final class Catalogues {
    private Catalogues() {}

    static Texts read(Language language) {
        return new Texts(language, messages(language), new Times(language.locale(), ZoneId.systemDefault()));
    }

    static Map<String, String> messages(Language language) {
        try (InputStream in = Catalogues.class.getResourceAsStream(language.id() + ".json")) {
            if (in == null) {
                throw new IllegalStateException("The program was built without its texts");
            }
            return JsonMapper.shared().readValue(in, new TypeReference<Map<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
