package dev.chatcall.desktop.text;

import java.util.List;
import java.util.Locale;

/** The languages of the catalogue. */
public enum Language {
    EN("en", "English", false),
    DE("de", "Deutsch", false),
    AR("ar", "العربية", true);

    private final String id;
    private final String ownName;
    private final boolean rightToLeft;

    Language(String id, String ownName, boolean rightToLeft) {
        this.id = id;
        this.ownName = ownName;
        this.rightToLeft = rightToLeft;
    }

    public String id() {
        return id;
    }

    /** What it is called by those who speak it. */
    public String ownName() {
        return ownName;
    }

    public boolean rightToLeft() {
        return rightToLeft;
    }

    /** The system's own regional variant of the language where that is its language, so that en-GB keeps its 24 hours. */
    public Locale locale() {
        Locale system = Locale.getDefault(Locale.Category.FORMAT);
        return system.getLanguage().equals(id) ? system : Locale.of(id);
    }

    /** The first of the wished languages (BCP 47 tags) that there is, else English. */
    public static Language choose(List<String> wished) {
        for (String tag : wished) {
            String base = Locale.forLanguageTag(tag).getLanguage();
            for (Language language : values()) {
                if (language.id.equals(base)) {
                    return language;
                }
            }
        }
        return EN;
    }

    /** The system's language, where there is no choice. */
    public static Language ofSystem() {
        return choose(List.of(Locale.getDefault(Locale.Category.DISPLAY).toLanguageTag()));
    }
}
