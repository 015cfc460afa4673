package org.whorl.server.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.whorl.server.trust.Versioned;

/**
 * A decision: what is wanted instead, what is done, at what risk, who sees to it, and when it is looked at again.
 *
 * @param id which one
 * @param state has it been made?
 * @param item the item of a meeting it came from; none where it was written down by hand
 * @param said what is said, field by field; blank where nobody has
 * @param ownerName what whoever sees to it is called; blank for nobody, and for whoever may not see who takes part
 * @param language the language it is written in
 * @param madeOn the day it was made; none while it is prepared
 * @param changedAt when it was last changed
 * @param version counts its changes, from 1
 */
public record Decision(
        UUID id,
        State state,
        Optional<UUID> item,
        Map<Field, String> said,
        String ownerName,
        String language,
        Optional<LocalDate> madeOn,
        Instant changedAt,
        int version) {

    /** What people change, and what undoing brings back. */
    static final Versioned VERSIONED = new Versioned(
            "decision",
            "decision",
            Stream.concat(
                            Stream.of("state", "made_on", "changed_at"),
                            Arrays.stream(Field.values()).map(Field::column))
                    .toList());

    /** Where a decision has got to. */
    public enum State {
        OPEN,
        MADE,
        ASIDE;

        /** As in the database. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An option that was turned down.
     *
     * @param option which
     * @param why for what reason
     */
    public record Rejected(String option, String why) {}

    /** Keeps a copy. */
    public Decision {
        Map<Field, String> copy = new EnumMap<>(Field.class);
        copy.putAll(said);
        said = Collections.unmodifiableMap(copy);
    }

    /** What is said of one field; blank where nobody has. */
    public String value(Field field) {
        return said.getOrDefault(field, "");
    }

    /** Has it been made? */
    public boolean isMade() {
        return state == State.MADE;
    }

    /** Can that part of it still be changed? Once it is made, only who sees to it and until when. */
    public boolean isOpen(Part part) {
        return !isMade() || part == Part.CARE;
    }

    /** Who sees to it. */
    public Optional<UUID> owner() {
        return id(Field.OWNER);
    }

    /** The proposal to move resource it is about. */
    public Optional<UUID> shift() {
        return id(Field.SHIFT);
    }

    /** When it is looked at again. */
    public Optional<LocalDate> reviewOn() {
        return value(Field.REVIEW_ON).isEmpty()
                ? Optional.empty()
                : Optional.of(LocalDate.parse(value(Field.REVIEW_ON)));
    }

    /** Is it time to look at it again? */
    public boolean isDue(LocalDate today) {
        return isMade() && reviewOn().filter(day -> !day.isAfter(today)).isPresent();
    }

    /** The options that were turned down, each with its reason. */
    public List<Rejected> rejected() {
        return rejected(value(Field.REJECTED));
    }

    /** The same of a text as it was put in: a line for each, the option and its reason on either side of a colon. */
    static List<Rejected> rejected(String text) {
        List<Rejected> rejected = new ArrayList<>();
        for (String line :
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            int colon = line.indexOf(':');
            rejected.add(
                    colon < 0
                            ? new Rejected(line, "")
                            : new Rejected(
                                    line.substring(0, colon).strip(),
                                    line.substring(colon + 1).strip()));
        }
        return rejected;
    }

    /** Which domains of quality it is about. */
    public List<String> domains() {
        return value(Field.DOMAINS).isEmpty()
                ? List.of()
                : List.of(value(Field.DOMAINS).split(","));
    }

    /** What must still be said before a board can be given it, in the order of the forms. */
    public List<Field> missing() {
        return Arrays.stream(Field.values())
                .filter(field -> field.isNeeded() && isMissing(field))
                .toList();
    }

    private boolean isMissing(Field field) {
        return value(field).isBlank()
                || (field == Field.HORIZON && Integer.parseInt(value(field)) < Field.LONG_TERM_YEARS);
    }

    /** Is nothing of that part written yet? */
    public boolean isBlank(Part part) {
        return part.fields().stream().allMatch(field -> value(field).isBlank());
    }

    private Optional<UUID> id(Field field) {
        return value(field).isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(value(field)));
    }

    /** For whoever may not see who takes part. */
    Decision withoutName() {
        return new Decision(id, state, item, said, "", language, madeOn, changedAt, version);
    }
}
