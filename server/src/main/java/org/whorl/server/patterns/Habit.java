package org.whorl.server.patterns;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

/**
 * A short time together that comes again and again: a question, a few stories, and one thing to do.
 *
 * @param id which one
 * @param name what it is called
 * @param prompt the question it begins with
 * @param language both are written in
 * @param everyDays so many days lie between two
 * @param minutes how long it takes
 * @param begunOn since when
 * @param version counts its changes, from 1
 */
public record Habit(
        UUID id,
        String name,
        String prompt,
        String language,
        int everyDays,
        int minutes,
        LocalDate begunOn,
        int version) {

    static final Versioned VERSIONED = new Versioned("habit", "habit", List.of("name", "prompt", "language"));

    /** How often it can come: each week, every other week, every fourth. */
    public static final List<Integer> EVERY = List.of(7, 14, 28);

    /** How long it can take. */
    public static final List<Integer> MINUTES = List.of(10, 12, 15);

    /** How long the shorter form takes. */
    public static final int SHORT_MINUTES = 5;

    /** How many stories are read, and in the shorter form. */
    static final int STORIES = 3;

    static final int SHORT_STORIES = 1;

    /** So many times missed, and the shorter form is offered. */
    static final int MISSED = 2;

    /** When it should come next, after it came last. */
    public LocalDate due(Optional<LocalDate> last) {
        return last.orElse(begunOn).plusDays(everyDays);
    }

    /** How many times in a row it should have come and did not. */
    public int missed(Optional<LocalDate> last, LocalDate today) {
        long days = ChronoUnit.DAYS.between(last.orElse(begunOn), today);
        return (int) Math.max(0, Math.ceilDiv(days, everyDays) - 1);
    }

    /** Should the shorter form be offered? */
    public boolean isOftenMissed(Optional<LocalDate> last, LocalDate today) {
        return missed(last, today) >= MISSED;
    }

    /**
     * One time it came.
     *
     * @param heldOn when
     * @param isShort in the shorter form?
     * @param stories which stories were read
     * @param what what people noticed; blank in the shorter form
     * @param soWhat what it means; blank in the shorter form
     * @param nowWhat what follows
     * @param action the one thing to do
     * @param became where that went: an address in the partnership; blank where it is a note
     * @param language of the words
     */
    public record Time(
            LocalDate heldOn,
            boolean isShort,
            List<UUID> stories,
            String what,
            String soWhat,
            String nowWhat,
            String action,
            String became,
            String language) {

        /** Keeps a copy. */
        public Time {
            stories = List.copyOf(stories);
        }
    }

    /**
     * A part of it with the time by which it is over.
     *
     * @param key as in message keys
     * @param minutes how long it takes
     * @param until the clock time, in hours and minutes
     * @param ends the same moment, in milliseconds since 1970
     */
    public record Part(String key, int minutes, String until, long ends) {}
}
