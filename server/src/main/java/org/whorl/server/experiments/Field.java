package org.whorl.server.experiments;

import java.util.List;
import java.util.Locale;

/** What is said of an experiment, field by field: in the form, in the database and on paper by the same name. */
public enum Field {
    TITLE(Part.IDEA, Kind.TEXT, Need.OPENING),
    IF_WE(Part.IDEA, Kind.TEXT, Need.START),
    AND_IF(Part.IDEA, Kind.TEXT, Need.START),
    THEN_SO(Part.IDEA, Kind.TEXT, Need.START),
    CYCLE(Part.IDEA, Kind.CHOICE, Need.START, "collect", "develop", "test", "implement"),

    MEASURE(Part.PREDICTION, Kind.ONE, Need.NOTHING),
    PREDICTED(Part.PREDICTION, Kind.FIGURE, Need.START),
    UNIT(Part.PREDICTION, Kind.TEXT, Need.START),
    PREDICTED_LOW(Part.PREDICTION, Kind.FIGURE, Need.NOTHING),
    PREDICTED_HIGH(Part.PREDICTION, Kind.FIGURE, Need.NOTHING),
    PREDICTED_FOR(Part.PREDICTION, Kind.DAY, Need.START),
    LEADING_ON(Part.PREDICTION, Kind.DAY, Need.NOTHING),

    PLACES(Part.DESIGN, Kind.CHOICE, Need.NOTHING, "one", "several"),
    OTHERS(Part.DESIGN, Kind.CHOICE, Need.NOTHING, "yes", "no"),
    STEPS(Part.DESIGN, Kind.CHOICE, Need.NOTHING, "yes", "no"),
    POINTS(Part.DESIGN, Kind.CHOICE, Need.NOTHING, "many", "few"),
    DESIGN(Part.DESIGN, Kind.CHOICE, Need.START, "spc", "difference", "stepped", "before-after"),
    DESIGN_WHY(Part.DESIGN, Kind.TEXT, Need.NOTHING),
    WEEKS(Part.DESIGN, Kind.NUMBER, Need.NOTHING),
    USUAL(Part.DESIGN, Kind.FIGURE, Need.NOTHING),
    HOPED(Part.DESIGN, Kind.FIGURE, Need.NOTHING),
    SITES(Part.DESIGN, Kind.SITES, Need.START),
    DATA_PLAN(Part.DESIGN, Kind.TEXT, Need.START),

    LOOKS(Part.LENS, Kind.LOOKS, Need.NOTHING),
    PEOPLE_PROMPT(Part.LENS, Kind.TEXT, Need.NOTHING),
    COMMUNITY_PROMPT(Part.LENS, Kind.TEXT, Need.NOTHING),
    STAFF_PROMPT(Part.LENS, Kind.TEXT, Need.NOTHING),
    BEHAVIOUR(Part.LENS, Kind.TEXT, Need.START),
    HINDERS(Part.LENS, Kind.CHOICE, Need.START, "capability", "opportunity", "motivation"),
    NUDGE(Part.LENS, Kind.TEXT, Need.START),

    STOP_WHAT(Part.STOP, Kind.TEXT, Need.START),
    STOP_MEASURE(Part.STOP, Kind.ONE, Need.NOTHING),
    STOP_WAY(Part.STOP, Kind.CHOICE, Need.START, "above", "below"),
    STOP_FIGURE(Part.STOP, Kind.FIGURE, Need.START),
    STOP_POINTS(Part.STOP, Kind.NUMBER, Need.NOTHING),
    STOPPER(Part.STOP, Kind.ONE, Need.START),

    HEARD(Part.PAUSE, Kind.TEXT, Need.NOTHING),
    ALTERNATIVES(Part.PAUSE, Kind.TEXT, Need.NOTHING),
    ANYWAY(Part.PAUSE, Kind.TEXT, Need.NOTHING),

    OWNER(Part.WHO, Kind.ONE, Need.START),
    RESPOND_BY(Part.WHO, Kind.DAY, Need.START),

    OUTCOME(Part.END, Kind.CHOICE, Need.END, "adopt", "adapt", "abandon", "amplify", "ask-more"),
    CAME(Part.END, Kind.FIGURE, Need.NOTHING),
    AS_PLANNED(Part.END, Kind.CHOICE, Need.END, "yes", "partly", "no"),
    EARLY_WHY(Part.END, Kind.TEXT, Need.NOTHING),
    LEARNT(Part.END, Kind.TEXT, Need.END),
    ELSEWHERE(Part.END, Kind.TEXT, Need.END),
    NEXT_BY(Part.END, Kind.DAY, Need.NOTHING),

    PRACTICE(Part.LASTS, Kind.CHOICE, Need.NOTHING, "noticed", "tried", "agreed", "standard", "still"),
    WIRED(Part.LASTS, Kind.SOME, Need.NOTHING, "policy", "contract", "template", "training", "budget"),
    HOW_TO(Part.LASTS, Kind.TEXT, Need.NOTHING),
    HOW_TO_LINK(Part.LASTS, Kind.TEXT, Need.NOTHING),
    CHECK_ON(Part.LASTS, Kind.DAY, Need.NOTHING);

    /** What can be put into it. */
    public enum Kind {
        TEXT,
        /** One of a few keys. */
        CHOICE,
        /** Some of a few keys, in their order, with commas between them. */
        SOME,
        DAY,
        /** A whole number. */
        NUMBER,
        /** A number. */
        FIGURE,
        /** One thing or person of this partnership, by id. */
        ONE,
        /** Places, each on a line as {@link Site#line}. */
        SITES,
        /** Measures, each on a line as {@link Look#line}. */
        LOOKS
    }

    /** From when on it must be there. */
    public enum Need {
        OPENING,
        START,
        END,
        NOTHING
    }

    private final Part part;
    private final Kind kind;
    private final Need need;
    private final List<String> choices;

    Field(Part part, Kind kind, Need need, String... choices) {
        this.part = part;
        this.kind = kind;
        this.need = need;
        this.choices = List.of(choices);
    }

    /** On which page it is written. */
    public Part part() {
        return part;
    }

    /** What can be put into it. */
    public Kind kind() {
        return kind;
    }

    /** The keys to choose from. */
    public List<String> choices() {
        return choices;
    }

    /** From when on it must be there. */
    public Need need() {
        return need;
    }

    /** Its name in forms and message keys: {@code then-so}. */
    public String key() {
        return column().replace('_', '-');
    }

    /** Its column. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
