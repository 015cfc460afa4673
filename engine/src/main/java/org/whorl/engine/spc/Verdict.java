package org.whorl.engine.spc;

/** What a point or a whole chart says: chance, or a change, and of which kind. */
public enum Verdict {
    /** Nothing more than chance. */
    COMMON("common", "common_cause"),
    /** A change for the better, upwards. */
    BETTER_HIGH("improvement", "improvement_high"),
    /** A change for the better, downwards. */
    BETTER_LOW("improvement", "improvement_low"),
    /** A change to worry about, upwards. */
    WORSE_HIGH("concern", "concern_high"),
    /** A change to worry about, downwards. */
    WORSE_LOW("concern", "concern_low"),
    /** A change upwards, where neither way is better. */
    HIGH("high", "neutral_high"),
    /** A change downwards, where neither way is better. */
    LOW("low", "neutral_low");

    private final String word;
    private final String icon;

    Verdict(String word, String icon) {
        this.word = word;
        this.icon = icon;
    }

    /** What a point is, as in JSON: common, improvement, concern, high or low. */
    public String word() {
        return word;
    }

    /** What a chart's icon is called: common_cause, improvement_high and so on. */
    public String icon() {
        return icon;
    }

    /** More than chance? */
    public boolean isSignal() {
        return this != COMMON;
    }

    static Verdict of(Signal signal, Improvement improvement) {
        boolean high = signal.side() > 0;
        return switch (signal.side() * improvement.sign()) {
            case 1 -> high ? BETTER_HIGH : BETTER_LOW;
            case -1 -> high ? WORSE_HIGH : WORSE_LOW;
            default -> high ? HIGH : LOW;
        };
    }
}
