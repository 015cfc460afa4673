package org.whorl.server.permissions;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

/**
 * A rule, form or meeting that people have to keep, or a duty in law.
 *
 * @param id which one
 * @param name what it is
 * @param owner whose it is
 * @param source where it is written
 * @param duty which duty in law it is; none for a rule of our own
 * @param kind what kind of thing
 * @param added was it added here? Then it lapses unless it is renewed
 * @param minutesLow minutes a week that each who has to keep it spends on it, at least
 * @param minutesHigh the same, at most
 * @param staff how many have to keep it
 * @param since when it was listed
 * @param reviewOn its last day, unless it is renewed; for one that was here already, when it is looked at again
 * @param renewedWhy why it was renewed; blank if it was not
 * @param retiredOn when it was given up
 * @param retiredWhy why
 * @param language of its words
 * @param version counts its changes, from 1
 */
public record Rule(
        UUID id,
        String name,
        Authority owner,
        String source,
        Optional<Duty> duty,
        Kind kind,
        boolean added,
        int minutesLow,
        int minutesHigh,
        int staff,
        LocalDate since,
        Optional<LocalDate> reviewOn,
        String renewedWhy,
        Optional<LocalDate> retiredOn,
        String retiredWhy,
        String language,
        int version) {

    static final Versioned VERSIONED = new Versioned(
            "rule",
            "rule",
            List.of(
                    "name",
                    "source",
                    "minutes_low",
                    "minutes_high",
                    "staff",
                    "review_on",
                    "renewed_why",
                    "retired_on",
                    "retired_why"));

    /** What kind of thing. */
    public enum Kind {
        RULE,
        FORM,
        MEETING;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it stands. */
    public enum State {
        KEPT,
        /** Nobody renewed it. */
        LAPSED,
        RETIRED;

        /** As in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Is it a duty in law? */
    public boolean isDuty() {
        return duty.isPresent();
    }

    /** How it stands on a day: one that was added here lapses by itself after its last day. */
    public State state(LocalDate today) {
        if (retiredOn.isPresent()) {
            return State.RETIRED;
        }
        return added && reviewOn.filter(today::isAfter).isPresent() ? State.LAPSED : State.KEPT;
    }

    /** Does another that still stands say the same name, however it is typed? */
    boolean isCalledLike(Rule other) {
        return other.retiredOn().isEmpty() && plain(name).equals(plain(other.name()));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /** As it read when something was written about it; as it reads now where that is not known. */
    Rule saying(String nameThen, String sourceThen, String languageThen) {
        return nameThen.isEmpty()
                ? this
                : new Rule(
                        id,
                        nameThen,
                        owner,
                        sourceThen,
                        duty,
                        kind,
                        added,
                        minutesLow,
                        minutesHigh,
                        staff,
                        since,
                        reviewOn,
                        renewedWhy,
                        retiredOn,
                        retiredWhy,
                        languageThen,
                        version);
    }

    /** What it takes. */
    public Hours hours() {
        return Hours.of(minutesLow, minutesHigh, staff);
    }
}
