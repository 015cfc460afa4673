package org.whorl.server.circles;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

/**
 * A circle meets. How it stands is kept in the database, and goes on after the server was away.
 *
 * @param id which one
 * @param circle which circle
 * @param code by which people join who have neither an account nor a link at hand: eight signs
 * @param startsAt when it begins
 * @param minutes how long it is to take
 * @param place where
 * @param facilitator who leads it, proposes nothing and decides nothing
 * @param step where it has got to
 * @param item the item that is spoken of
 * @param endsAt when the item's time is over
 * @param breakUntil until when everybody rests, if somebody asked for it
 * @param notices what was made known
 * @param correction what was put right in its report before it was accepted
 * @param acceptedAt when the next meeting accepted its report
 * @param endedAt when it was over
 * @param version counts how often it was moved, from 1
 */
public record Meeting(
        UUID id,
        UUID circle,
        String code,
        Instant startsAt,
        int minutes,
        String place,
        Optional<UUID> facilitator,
        Step step,
        Optional<UUID> item,
        Optional<Instant> endsAt,
        Optional<Instant> breakUntil,
        String notices,
        String correction,
        Optional<Instant> acceptedAt,
        Optional<Instant> endedAt,
        int version) {

    static final Versioned VERSIONED = new Versioned(
            "sdmi-meeting", "sdmi_meeting", List.of("starts_at", "minutes", "place", "facilitator", "step"));

    /** How long everybody rests when somebody asks for a break. */
    public static final Duration BREAK = Duration.ofMinutes(5);

    private static final List<Step> COURSE = List.of(
            Step.PLANNED,
            Step.CHECK_IN,
            Step.REPORT,
            Step.NOTICES,
            Step.AGENDA,
            Step.ITEMS,
            Step.CHECK_OUT,
            Step.ENDED);

    /** Where a meeting has got to. */
    public enum Step {
        PLANNED,
        CHECK_IN,
        REPORT,
        NOTICES,
        AGENDA,
        ITEMS,
        CHECK_OUT,
        ENDED,
        CANCELLED;

        /** As in the database, in forms and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Step of(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        }

        /** Does it go on? */
        public boolean isOn() {
            return this != PLANNED && this != ENDED && this != CANCELLED;
        }

        /** Has no item been turned to yet? */
        public boolean isBeforeItems() {
            int at = COURSE.indexOf(this);
            return at >= 0 && at < COURSE.indexOf(ITEMS);
        }

        /** The one after it; the last stays. */
        Step next() {
            int at = COURSE.indexOf(this);
            return at < 0 || at == COURSE.size() - 1 ? this : COURSE.get(at + 1);
        }

        /** The one before it; nobody goes back behind the first, nor after the end. */
        Step back() {
            int at = COURSE.indexOf(this);
            return at <= 1 || this == ENDED ? this : COURSE.get(at - 1);
        }
    }

    /** Does everybody rest just now? */
    public boolean rests(Instant now) {
        return breakUntil.filter(now::isBefore).isPresent();
    }

    /** Until when the clock on the screens runs: the break's, or the item's. */
    public Optional<Instant> clockUntil(Instant now) {
        return rests(now) ? breakUntil : endsAt;
    }

    /** At that step; the clock of an item stops. */
    Meeting at(Step next, Optional<Instant> over) {
        return with(next, Optional.empty(), Optional.empty(), Optional.empty(), notices, over);
    }

    /** Speaking of that item until its time is over. */
    Meeting speakingOf(UUID wanted, Instant until) {
        return with(step, Optional.of(wanted), Optional.of(until), breakUntil, notices, endedAt);
    }

    /** With what was made known. */
    Meeting noting(String text) {
        return with(step, item, endsAt, breakUntil, text, endedAt);
    }

    /** Everybody rests; the item's time waits. */
    Meeting resting(Instant now) {
        return with(step, item, endsAt.map(end -> end.plus(BREAK)), Optional.of(now.plus(BREAK)), notices, endedAt);
    }

    /** The break is over, before its time or not: what is left of it is not the item's. */
    Meeting rested(Instant now) {
        Duration rest = breakUntil.map(end -> Duration.between(now, end)).orElse(Duration.ZERO);
        return with(step, item, endsAt.map(end -> end.minus(rest)), Optional.empty(), notices, endedAt);
    }

    /** Led by nobody yet. */
    Meeting unled() {
        return new Meeting(
                id,
                circle,
                code,
                startsAt,
                minutes,
                place,
                Optional.empty(),
                step,
                item,
                endsAt,
                breakUntil,
                notices,
                correction,
                acceptedAt,
                endedAt,
                version);
    }

    private Meeting with(
            Step next,
            Optional<UUID> spoken,
            Optional<Instant> ends,
            Optional<Instant> rest,
            String known,
            Optional<Instant> over) {
        return new Meeting(
                id,
                circle,
                code,
                startsAt,
                minutes,
                place,
                facilitator,
                next,
                spoken,
                ends,
                rest,
                known,
                correction,
                acceptedAt,
                over,
                version);
    }
}
