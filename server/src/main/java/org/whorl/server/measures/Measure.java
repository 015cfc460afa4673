package org.whorl.server.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.whorl.engine.spc.ChartKind;
import org.whorl.engine.spc.Improvement;
import org.whorl.server.trust.Versioned;

/**
 * Something that is measured again and again in a spiral. Which part it plays in an experiment is said there.
 *
 * @param id which one
 * @param spiral for whose question
 * @param name what it is called, in people's own words
 * @param language of those words
 * @param unit what its values are counted in: days, people, visits a week
 * @param meaning what exactly is counted, and what is not
 * @param better which way is better
 * @param target what people want to reach
 * @param kind which chart suits it
 * @param per what stands below a share or a rate; blank for others
 * @param serves for whom it is measured
 * @param mode what it is measured for
 * @param source where its figures come from
 * @param owner who sees to it
 * @param ownerName what they are called; blank if nobody does
 * @param people whether its values are counts of people, so that few are not shown
 * @param outcome what people should notice, where the measure counts what services do; blank if nobody said
 * @param begunOn since when it has been measured here
 * @param version counts its changes, from 1
 */
public record Measure(
        UUID id,
        UUID spiral,
        String name,
        String language,
        String unit,
        String meaning,
        Improvement better,
        Optional<Double> target,
        ChartKind kind,
        String per,
        Serves serves,
        Mode mode,
        String source,
        Optional<UUID> owner,
        String ownerName,
        boolean people,
        String outcome,
        LocalDate begunOn,
        int version) {

    static final Versioned VERSIONED = new Versioned(
            "measure",
            "measure",
            List.of(
                    "name", "unit", "meaning", "better", "target", "kind", "per", "serves", "mode", "source", "owner",
                    "people", "outcome"));

    /** For whom something is measured. */
    public enum Serves {
        /** For people who use services, and those who care for them. */
        PEOPLE,
        /** For the community around them. */
        COMMUNITY,
        /** For those who work there. */
        STAFF;

        /** As in the table and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What something is measured for: the four parts of a quality management system. */
    public enum Mode {
        /** To know what is needed, and where to begin. */
        PLANNING,
        /** To learn whether a change is better. */
        IMPROVEMENT,
        /** To notice when what is good slips. */
        CONTROL,
        /** To show others that it is safe and good. */
        ASSURANCE;

        /** As in the table and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
