package org.whorl.server.patterns;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

/**
 * Something we say because of what people told us: one sentence, with the quotes it stands on.
 *
 * @param id which one
 * @param state is it published?
 * @param sentence what is said
 * @param language the language it is written in
 * @param changedAt when it was last changed
 * @param publishedAt when it was published
 * @param version counts its changes, from 1
 */
public record Claim(
        UUID id,
        State state,
        String sentence,
        String language,
        Instant changedAt,
        Optional<Instant> publishedAt,
        int version) {

    /** What people change, and what undoing brings back. */
    static final Versioned VERSIONED =
            new Versioned("claim", "claim", List.of("state", "sentence", "changed_at", "published_at"));

    /** Where a claim has got to. */
    public enum State {
        DRAFT,
        PUBLISHED,
        ASIDE;

        /** As in the database. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Can everybody in the partnership read it? */
    public boolean isPublished() {
        return state == State.PUBLISHED;
    }

    /**
     * What a group of people makes of it.
     *
     * @param perspective which group
     * @param kind {@code agree}, {@code differ} or {@code mixed}
     * @param said how that is known, by whom
     */
    public record Stance(UUID perspective, String kind, Said said) {

        /** Every kind there is, as in the database and in message keys. */
        public static final List<String> KINDS = List.of("agree", "differ", "mixed");
    }

    /**
     * What it rests on beside quotes: a page of this partnership.
     *
     * @param path its address inside the partnership
     * @param name what it is called
     * @param language of the name
     */
    public record Link(String path, String name, String language) {}

    /** What came of publishing one. */
    public sealed interface Published {

        /** It is published, or was changed by somebody else first. */
        record Done(org.whorl.server.trust.Saved saved) implements Published {}

        /** Nothing that may be heard stands behind it. */
        record NoQuote() implements Published {}
    }
}
