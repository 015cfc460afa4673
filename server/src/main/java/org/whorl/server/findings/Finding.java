package org.whorl.server.findings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

/**
 * What an analysis came to.
 *
 * @param id which one
 * @param state is it published?
 * @param origin the analysis it was read from
 * @param found what was found, in one sentence
 * @param known was it known already? empty while nobody has said
 * @param line what is to be done about it
 * @param owner who sees to it
 * @param ownerName what they are called; empty when nobody does
 * @param language the language it is written in
 * @param changedAt when it was last changed
 * @param publishedAt when it was published
 * @param version counts its changes, from 1
 */
public record Finding(
        UUID id,
        State state,
        Origin origin,
        String found,
        Optional<Known> known,
        ActionLine line,
        Optional<UUID> owner,
        String ownerName,
        String language,
        Instant changedAt,
        Optional<Instant> publishedAt,
        int version) {

    /** What people change, and what undoing brings back. */
    static final Versioned VERSIONED = new Versioned(
            "finding",
            "finding",
            List.of(
                    "state",
                    "found",
                    "known",
                    "which",
                    "whom",
                    "place",
                    "effect",
                    "amount",
                    "effect_by",
                    "measure",
                    "measure_on",
                    "owner",
                    "changed_at",
                    "published_at"));

    /** Where a finding has got to. */
    public enum State {
        DRAFT,
        PUBLISHED,
        ASIDE;

        /** As in the database. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether people knew it already. */
    public enum Known {
        NO,
        PARTLY,
        YES;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Can everybody in the partnership read it? */
    public boolean isPublished() {
        return state == State.PUBLISHED;
    }

    /** What it is called in a list: what was found, or the analysis while nobody has said. */
    public String name() {
        return found.isBlank() ? origin.title() : found;
    }

    /** The fields that must be filled in before it can be published, in the order of the form. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        ask(missing, "found", found.isBlank());
        ask(missing, "known", known.isEmpty());
        ask(missing, "which", line.which().isBlank());
        ask(missing, "whom", line.whom().isBlank());
        ask(missing, "place", line.place().isBlank());
        ask(missing, "effect", line.effect().isBlank());
        ask(missing, "amount", !line.hasNumber());
        ask(missing, "effect-by", line.effectBy().isEmpty());
        ask(missing, "measure", line.measure().isBlank());
        ask(missing, "measure-on", line.measureOn().isEmpty());
        ask(missing, "owner", owner.isEmpty());
        return missing;
    }

    private static void ask(List<String> missing, String field, boolean isMissing) {
        if (isMissing) {
            missing.add(field);
        }
    }
}
