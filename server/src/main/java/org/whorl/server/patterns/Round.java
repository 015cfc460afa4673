package org.whorl.server.patterns;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

/**
 * A round in which a panel reads some stories and chooses the one that tells of the most significant change.
 *
 * @param id which one
 * @param level 1 reads stories as they come; each level above reads what the one below chose
 * @param domain the change it is about
 * @param language the language the domain is written in
 * @param from the first day of the period
 * @param until the last day of the period
 * @param panel who sits on the panel, in their own words
 * @param stories those that are read
 * @param choice what was chosen; nothing yet when empty
 * @param version counts its changes, from 1
 */
public record Round(
        UUID id,
        int level,
        String domain,
        String language,
        LocalDate from,
        LocalDate until,
        String panel,
        List<UUID> stories,
        Optional<Choice> choice,
        int version) {

    static final Versioned VERSIONED =
            new Versioned("significant-round", "significant_round", List.of("domain", "panel", "language"));

    /** As many stories as a panel can read aloud and talk about. */
    public static final int MOST = 8;

    /** Fewer are no choice. */
    public static final int LEAST = 2;

    /** So far up it may go. */
    public static final int HIGHEST = 4;

    /** Refuses what is no round. */
    public Round {
        stories = List.copyOf(stories);
        if (stories.size() < LEAST || stories.size() > MOST || level < 1 || level > HIGHEST || until.isBefore(from)) {
            throw new IllegalArgumentException("a round has two to eight stories, a level and a period");
        }
    }

    /**
     * What was chosen.
     *
     * @param story which story
     * @param said why, by whom, when
     */
    public record Choice(UUID story, Said said) {}
}
