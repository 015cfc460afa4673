package org.whorl.server.design;

import java.util.Locale;
import java.util.Optional;
import org.whorl.draw.Words;

/** The two languages, neither before the other. */
public enum Language {
    /** English. */
    EN(Locale.UK, Words.EN),
    /** Welsh. */
    CY(Locale.of("cy", "GB"), Words.CY);

    private final Locale locale;
    private final Words words;

    Language(Locale locale, Words words) {
        this.locale = locale;
        this.words = words;
    }

    /** {@code en} or {@code cy}. */
    public String code() {
        return locale.getLanguage();
    }

    /** The language's own conventions. */
    public Locale locale() {
        return locale;
    }

    /** How charts write numbers and dates in it. */
    public Words words() {
        return words;
    }

    /** The other one. */
    public Language other() {
        return this == EN ? CY : EN;
    }

    /** One of two names. */
    public String pick(String english, String welsh) {
        return this == EN ? english : welsh;
    }

    /** The language of a code, if it is one of ours. */
    public static Optional<Language> find(String code) {
        return switch (code) {
            case "en" -> Optional.of(EN);
            case "cy" -> Optional.of(CY);
            default -> Optional.empty();
        };
    }

    /** The language of a code we wrote ourselves. */
    public static Language of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("neither en nor cy: " + code));
    }
}
