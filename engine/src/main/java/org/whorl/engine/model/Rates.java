package org.whorl.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often something is needed in a year, by age, and by sex and fifth of deprivation where they were told apart.
 *
 * @param lines of one table; each reaches from its age up to the next
 */
public record Rates(List<Line> lines) {

    public Rates {
        lines = List.copyOf(lines);
    }

    /**
     * The rate of one group.
     *
     * @param age the lowest age
     * @param sex null for both
     * @param fifth 1 (most) to 5 (least deprived), or 0 for all
     * @param rate how it is known
     */
    public record Line(int age, @Nullable Sex sex, int fifth, Known rate) {}

    /** How a rate is known. */
    public sealed interface Known {

        /** Events for each person and year. */
        double perPerson();

        /**
         * Counted: its interval follows.
         *
         * @param events in a year, 0 or more
         * @param people among whom, above 0
         */
        record Counted(double events, double people) implements Known {
            @Override
            public double perPerson() {
                return events / people;
            }
        }

        /**
         * Told.
         *
         * @param perPerson events for each person and year
         * @param low 2.5 per cent lie below; the rate itself where no interval was given
         * @param high 2.5 per cent lie above
         */
        record Told(double perPerson, double low, double high) implements Known {}
    }
}
