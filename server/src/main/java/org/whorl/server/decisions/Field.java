package org.whorl.server.decisions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is said of a decision, field by field: in the form, in the database and on paper by the same name. */
public enum Field {
    QUESTION(Part.WHAT, Kind.TEXT, Need.OPENING),
    WANTED(Part.WHAT, Kind.TEXT, Need.OPENING),
    DECIDED(Part.WHAT, Kind.TEXT, Need.BOARD),
    REJECTED(Part.WHAT, Kind.TEXT, Need.BOARD),
    RULE(Part.WHAT, Kind.CHOICE, Need.BOARD, "consent", "consensus", "advice", "delegated"),
    LEVEL(Part.WHAT, Kind.CHOICE, Need.BOARD, "team", "organisation", "partnership", "national"),
    FIXED(Part.WHAT, Kind.TEXT, Need.NOTHING),
    HEARD(Part.WHAT, Kind.TEXT, Need.NOTHING),
    NOT_HEARD(Part.WHAT, Kind.TEXT, Need.NOTHING),
    TOOK_PART(Part.WHAT, Kind.NUMBER, Need.NOTHING),

    RISK_ACTING(Part.RISK, Kind.TEXT, Need.BOARD),
    RISK_NOT_ACTING(Part.RISK, Kind.TEXT, Need.BOARD),
    REVERSIBLE(Part.RISK, Kind.CHOICE, Need.BOARD, "yes", "partly", "no"),
    SAFETY_NET(Part.RISK, Kind.TEXT, Need.BOARD),

    SHIFT(Part.MONEY, Kind.ONE, Need.NOTHING),
    TERMS(Part.MONEY, Kind.TEXT, Need.NOTHING),

    LONG_TERM(Part.WAYS, Kind.TEXT, Need.BOARD),
    LONG_TERM_EVIDENCE(Part.WAYS, Kind.TEXT, Need.BOARD),
    HORIZON(Part.WAYS, Kind.NUMBER, Need.BOARD),
    PREVENTION(Part.WAYS, Kind.TEXT, Need.BOARD),
    PREVENTION_EVIDENCE(Part.WAYS, Kind.TEXT, Need.BOARD),
    INTEGRATION(Part.WAYS, Kind.TEXT, Need.BOARD),
    INTEGRATION_EVIDENCE(Part.WAYS, Kind.TEXT, Need.BOARD),
    COLLABORATION(Part.WAYS, Kind.TEXT, Need.BOARD),
    COLLABORATION_EVIDENCE(Part.WAYS, Kind.TEXT, Need.BOARD),
    INVOLVEMENT(Part.WAYS, Kind.TEXT, Need.BOARD),
    INVOLVEMENT_EVIDENCE(Part.WAYS, Kind.TEXT, Need.BOARD),

    EQUALITY(Part.IMPACT, Kind.TEXT, Need.NOTHING),
    SOCIO_ECONOMIC(Part.IMPACT, Kind.TEXT, Need.NOTHING),
    SOCIAL_VALUE(Part.IMPACT, Kind.TEXT, Need.NOTHING),
    QUALITY(Part.IMPACT, Kind.TEXT, Need.NOTHING),

    OWNER(Part.CARE, Kind.ONE, Need.BOARD),
    REVIEW_ON(Part.CARE, Kind.DAY, Need.BOARD),
    MODE(Part.CARE, Kind.CHOICE, Need.NOTHING, "planning", "improvement", "control", "assurance"),
    DOMAINS(
            Part.CARE,
            Kind.SOME,
            Need.NOTHING,
            "safe",
            "timely",
            "effective",
            "efficient",
            "equitable",
            "person-centred");

    /** The fewest years a view of the long term takes in: method, IG-22. */
    static final int LONG_TERM_YEARS = 10;

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
        /** One thing or person of this partnership, by id. */
        ONE
    }

    /** From when on it must be there. */
    enum Need {
        OPENING,
        BOARD,
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

    /** Must it be there before a board sees the decision? */
    public boolean isNeeded() {
        return need != Need.NOTHING;
    }

    /** Can nothing begin without it? */
    boolean isNeededAtOnce() {
        return need == Need.OPENING;
    }

    /** Its name in forms and message keys: {@code risk-not-acting}. */
    public String key() {
        return column().replace('_', '-');
    }

    /** Its column. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sentence and the evidence of the five ways, in the order of the Act. */
    public static List<Field> ways() {
        return List.of(LONG_TERM, PREVENTION, INTEGRATION, COLLABORATION, INVOLVEMENT);
    }

    /** The evidence beside one of the five ways. */
    public Field evidence() {
        return Arrays.stream(values())
                .filter(field -> field.name().equals(name() + "_EVIDENCE"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(this + " is none of the five ways"));
    }
}
