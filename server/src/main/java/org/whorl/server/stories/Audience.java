package org.whorl.server.stories;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Viewer;

/** Who may hear a story; its teller chooses each by itself. */
public enum Audience {
    /** Who looks after the question: facilitators and story carers. */
    TEAM,
    /** Everybody in the partnership. */
    PARTNERSHIP,
    TRAINING,
    RESEARCH,
    PUBLIC,
    MEDIA;

    /** Until this many days have passed, nobody hears it from whom it could not be called back. */
    public static final int COOLING_DAYS = 14;

    /** As in the database and in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The audience of a key of ours. */
    static Audience of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Does a story told to them get so far that it could not be called back? */
    public boolean isWide() {
        return this != TEAM && this != PARTNERSHIP;
    }

    /** Is that viewer among them here, on these pages? Nobody reads these pages as a newspaper. */
    boolean has(Viewer viewer) {
        return switch (this) {
            case TEAM -> viewer.may(Action.HEAR_FOR_TEAM);
            case PARTNERSHIP -> viewer.may(Action.SEE_PEOPLE);
            case PUBLIC -> viewer.may(Action.LOOK);
            case TRAINING, RESEARCH, MEDIA -> false;
        };
    }

    /** Whom somebody of that age may choose by themselves. */
    static List<Audience> open(Age age) {
        return Arrays.stream(values())
                .filter(each -> switch (age) {
                    case ADULT, YOUNG_PARENT -> true;
                    case YOUNG_SELF -> !each.isWide();
                    case YOUNG_ALONE -> each == TEAM;
                })
                .toList();
    }
}
