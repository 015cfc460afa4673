package org.whorl.server.strengths;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people who improve things together need to be able to do, in three kinds. */
public enum Skill {
    MEASURE(Kind.TECHNICAL),
    DRAW_THE_WAY(Kind.TECHNICAL),
    MODEL(Kind.TECHNICAL),
    COST(Kind.TECHNICAL),
    LISTEN(Kind.RELATIONAL),
    FACILITATE(Kind.RELATIONAL),
    DISAGREE_WELL(Kind.RELATIONAL),
    WORK_WITH_RESIDENTS(Kind.RELATIONAL),
    TEST_SMALL(Kind.LEARNING),
    REFLECT(Kind.LEARNING),
    PASS_ON(Kind.LEARNING);

    /** What a skill is about. */
    public enum Kind {
        TECHNICAL,
        RELATIONAL,
        LEARNING;

        /** As in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The skills of this kind. */
        public List<Skill> skills() {
            return Arrays.stream(Skill.values())
                    .filter(skill -> skill.kind == this)
                    .toList();
        }
    }

    private final Kind kind;

    Skill(Kind kind) {
        this.kind = kind;
    }

    /** As in the database, in forms and in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of that key. */
    public static Optional<Skill> find(String key) {
        return Arrays.stream(values()).filter(skill -> skill.key().equals(key)).findFirst();
    }
}
