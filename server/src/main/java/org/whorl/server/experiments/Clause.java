package org.whorl.server.experiments;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whorl.server.decisions.Evidence;

/** The three clauses of an idea: if, and, then. Each rests on something, or is a guess. */
public enum Clause {
    IF(Field.IF_WE),
    AND(Field.AND_IF),
    THEN(Field.THEN_SO);

    private final Field field;

    Clause(Field field) {
        this.field = field;
    }

    /** Where its words stand. */
    public Field field() {
        return field;
    }

    /** As in the database and in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Clause> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /** How well something is known, by what it rests on. A rule of thumb, and said so. */
    public enum Strength {
        /** Nobody has named anything. */
        GUESS,
        /** Somebody has told it. */
        TOLD,
        /** Several people agree, or several have told it. */
        AGREED,
        /** Somebody has counted or worked it out. */
        COUNTED;

        /** As in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** That of what rests on these. */
        static Strength of(Collection<Evidence.Kind> kinds) {
            if (kinds.contains(Evidence.Kind.FINDING)
                    || kinds.contains(Evidence.Kind.MODEL)
                    || kinds.contains(Evidence.Kind.SHIFT)) {
                return COUNTED;
            }
            long stories =
                    kinds.stream().filter(each -> each == Evidence.Kind.STORY).count();
            if (kinds.contains(Evidence.Kind.CLAIM) || kinds.contains(Evidence.Kind.VOTES) || stories > 1) {
                return AGREED;
            }
            return stories == 1 ? TOLD : GUESS;
        }
    }

    /**
     * Those on which an idea is most likely to fail: the clauses known least, in their order; none where all three are known
     * equally well and none is a guess.
     */
    static List<Clause> weakest(Map<Clause, Strength> strengths) {
        Strength least = Arrays.stream(values())
                .map(each -> strength(strengths, each))
                .min(Enum::compareTo)
                .orElseThrow();
        List<Clause> weakest = Arrays.stream(values())
                .filter(each -> strength(strengths, each) == least)
                .toList();
        return weakest.size() == values().length && least != Strength.GUESS ? List.of() : weakest;
    }

    private static Strength strength(Map<Clause, Strength> strengths, Clause clause) {
        return strengths.getOrDefault(clause, Strength.GUESS);
    }
}
