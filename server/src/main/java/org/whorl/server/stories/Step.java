package org.whorl.server.stories;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The screens of telling: one question on each, what is strong first. */
public enum Step {
    KIND,
    STRENGTH,
    ABOUT,
    WORDS,
    TELLER,
    AGE,
    PLACE,
    AUDIENCE,
    NAME,
    ANSWER,
    CHECK;

    /** As in the form and in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Step of(String key) {
        return Arrays.stream(values())
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElse(KIND);
    }

    /** The screens for somebody who tells that. */
    static List<Step> of(Kind kind) {
        return Arrays.stream(values())
                .filter(each -> switch (each) {
                    // Thanks and strengths are themselves what is strong.
                    case STRENGTH -> kind != Kind.THANKS && kind != Kind.STRENGTH;
                    case ABOUT -> kind == Kind.THANKS || kind == Kind.BARRIER;
                    case KIND, WORDS, TELLER, AGE, PLACE, AUDIENCE, NAME, ANSWER, CHECK -> true;
                })
                .toList();
    }

    /** The screen before or after, for somebody who tells that. */
    Step beside(Kind kind, int steps) {
        List<Step> all = of(kind);
        return all.get(Math.clamp(all.indexOf(this) + steps, 0, all.size() - 1));
    }
}
