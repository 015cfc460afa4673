package org.whorl.server.beliefs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

/**
 * What an experiment makes of a number of a model: a belief that is kept until a decision lets the model learn it.
 *
 * @param id which one
 * @param experiment from which experiment
 * @param spiral for whose question; none where it is the whole partnership's
 * @param reading from which reading of its figures
 * @param model of which model
 * @param modelVersion as it stood in which version
 * @param path which number
 * @param about what the figures speak of
 * @param factor how much of the number one of the measure's unit is
 * @param weight how much the figures count, above 0 and at most 1
 * @param weightWhy why not as much as goes with the design; blank where it is that
 * @param decision the decision it waits for
 * @param learntVersion the version of the model that says so
 * @param learntOn since when
 * @param backVersion the version that took it back
 * @param language of what is written in it
 * @param maker who worked it out; blank where that is not known
 * @param madeAt when
 * @param version counts its changes, from 1
 */
public record Learnt(
        UUID id,
        UUID experiment,
        Optional<UUID> spiral,
        UUID reading,
        UUID model,
        int modelVersion,
        String path,
        About about,
        double factor,
        double weight,
        String weightWhy,
        Optional<UUID> decision,
        Optional<Integer> learntVersion,
        Optional<LocalDate> learntOn,
        Optional<Integer> backVersion,
        String language,
        String maker,
        Instant madeAt,
        int version) {

    /** What people change, and what undoing brings back. */
    static final Versioned VERSIONED = new Versioned("belief", "belief", List.of("weight", "weight_why", "decision"));

    /** What figures speak of. */
    public enum About {
        /** The number itself. */
        LEVEL,
        /** How many times as much it becomes. */
        RATIO;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Does the model say so now? */
    public boolean isLearnt() {
        return learntVersion.isPresent() && backVersion.isEmpty();
    }
}
