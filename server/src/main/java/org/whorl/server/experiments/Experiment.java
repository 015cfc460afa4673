package org.whorl.server.experiments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.whorl.server.design.Pause;
import org.whorl.server.trust.Versioned;

/**
 * A small experiment: if we do something, and something holds, then something follows; what was expected, who stops it, and
 * what came of it.
 *
 * @param id which one
 * @param spiral whose question it helps to answer; none where it is the whole partnership's
 * @param state has it begun, is it over?
 * @param number which of a series, from 1
 * @param follows the one before it in the series
 * @param decision the decision it stands on
 * @param permission the permission to try that it uses
 * @param finding the finding it follows up
 * @param said what is said, field by field; blank where nobody has
 * @param kept when some of that was written
 * @param names of whoever is named in it; blank for nobody, and for whoever may not see who takes part
 * @param language the language it is written in
 * @param begunOn the day it was written down
 * @param startedOn the day it began; from then on what was expected stands
 * @param endedOn the day it was over
 * @param changedAt when it was last changed
 * @param version counts its changes, from 1
 */
public record Experiment(
        UUID id,
        Optional<UUID> spiral,
        State state,
        int number,
        Optional<UUID> follows,
        Optional<UUID> decision,
        Optional<UUID> permission,
        Optional<UUID> finding,
        Map<Field, String> said,
        Kept kept,
        Names names,
        String language,
        LocalDate begunOn,
        Optional<LocalDate> startedOn,
        Optional<LocalDate> endedOn,
        Instant changedAt,
        int version) {

    /** What people change, and what undoing brings back. */
    static final Versioned VERSIONED = new Versioned(
            "experiment",
            "experiment",
            Stream.concat(
                            Stream.of("state", "ended_on", "changed_at", "predicted_by", "predicted_on"),
                            Arrays.stream(Field.values()).map(Field::column))
                    .toList());

    /** What of it foretells: whoever changes one of these foretells anew. */
    static final List<Field> FORETOLD = List.of(
            Field.MEASURE, Field.PREDICTED, Field.UNIT, Field.PREDICTED_LOW, Field.PREDICTED_HIGH, Field.PREDICTED_FOR);

    /** Where it has got to. */
    public enum State {
        /** It is being written. */
        DRAFT,
        RUNNING,
        ENDED,
        /** It was put aside before it began. */
        ASIDE;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it will be seen whether it worked. */
    public enum Design {
        /** One place, many points in time. */
        SPC,
        /** Two or more groups, and how differently they change. */
        DIFFERENCE,
        /** All get it, one after another. */
        STEPPED,
        /** Before and after, with stories: only an indication. */
        BEFORE_AFTER;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Design> find(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst();
        }
    }

    /**
     * Who is named in it.
     *
     * @param owner who sees to it
     * @param stopper who stops it
     * @param predictor who said what was expected
     */
    public record Names(String owner, String stopper, String predictor) {
        /** Nobody. */
        static final Names NONE = new Names("", "", "");
    }

    /**
     * Days that nobody writes.
     *
     * @param predictedOn when what was expected was last written; none where nobody noted it
     * @param answerFirst until when it was to be answered when it began
     */
    public record Kept(Optional<LocalDate> predictedOn, Optional<LocalDate> answerFirst) {
        /** Neither. */
        public static final Kept NONE = new Kept(Optional.empty(), Optional.empty());
    }

    /** Keeps copies. */
    public Experiment {
        Map<Field, String> copy = new EnumMap<>(Field.class);
        copy.putAll(said);
        said = Collections.unmodifiableMap(copy);
    }

    /** What is said of one field; blank where nobody has. */
    public String value(Field field) {
        return said.getOrDefault(field, "");
    }

    /** The number in a field. */
    public Optional<Double> figure(Field field) {
        return value(field).isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(value(field)));
    }

    /** The day in a field. */
    public Optional<LocalDate> day(Field field) {
        return value(field).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(value(field)));
    }

    /** Whom or what a field names. */
    public Optional<UUID> id(Field field) {
        return value(field).isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(value(field)));
    }

    /** The number in a field without needless noughts; blank where there is none. */
    public String written(Field field) {
        return ExperimentForm.written(field, value(field));
    }

    /** Does that foretell the same? */
    boolean foretells(Map<Field, String> other) {
        return FORETOLD.stream()
                .allMatch(field -> written(field).equals(ExperimentForm.written(field, other.getOrDefault(field, ""))));
    }

    /** What it is called. */
    public String title() {
        return value(Field.TITLE);
    }

    /** How it will be seen whether it worked; none while nobody has said. */
    public Optional<Design> design() {
        return Design.find(value(Field.DESIGN));
    }

    /** The measure it is about. */
    public Optional<UUID> measure() {
        return id(Field.MEASURE);
    }

    /** Where it happens. */
    public List<Site> sites() {
        return Site.read(value(Field.SITES));
    }

    /** Which measures it looks at beside its own. */
    public List<Look> looks() {
        return Look.read(value(Field.LOOKS));
    }

    /** Does it look at that measure? */
    public boolean isAbout(UUID which) {
        return measure().equals(Optional.of(which))
                || looks().stream().anyMatch(each -> each.measure().equals(which));
    }

    /** What was expected; none while nobody has said. */
    public Optional<Prediction> prediction() {
        return figure(Field.PREDICTED)
                .flatMap(figure -> day(Field.PREDICTED_FOR)
                        .map(on -> new Prediction(
                                figure,
                                figure(Field.PREDICTED_LOW),
                                figure(Field.PREDICTED_HIGH),
                                value(Field.UNIT),
                                on,
                                names.predictor())));
    }

    /** Has the day not come yet for which something was expected? */
    public boolean isBeforeItsDay(LocalDate today) {
        return prediction().filter(each -> today.isBefore(each.on())).isPresent();
    }

    /** Was it over before that day? Then what came says nothing about what was expected. */
    public boolean isEarly() {
        return state == State.ENDED && endedOn.filter(this::isBeforeItsDay).isPresent();
    }

    /**
     * Was it written what was expected after it had begun, here or in one of its places? Then it was not foretold, and is counted
     * neither as a hit nor as a miss.
     */
    public boolean isForetoldLate() {
        return prediction().isPresent()
                && kept.predictedOn()
                        .filter(day -> Stream.concat(
                                        startedOn.stream(), sites().stream().flatMap(site -> site.startsOn().stream()))
                                .anyMatch(day::isAfter))
                        .isPresent();
    }

    /** The day it was to be answered by when it began: who moves it later is not in time for it. */
    public Optional<LocalDate> answerFirst() {
        return kept.answerFirst().or(() -> day(Field.RESPOND_BY));
    }

    /** What came, where it is known. */
    public Optional<Double> came() {
        return figure(Field.CAME);
    }

    /** The pause before it. */
    public Pause pause() {
        return new Pause(value(Field.HEARD), value(Field.ALTERNATIVES), value(Field.ANYWAY));
    }

    /** Can that part of it be changed as it stands? */
    public boolean isOpen(Part part) {
        return switch (state) {
            case DRAFT -> part != Part.END && part != Part.LASTS;
            case RUNNING -> part == Part.WHO || part == Part.END;
            case ENDED -> part == Part.LASTS;
            case ASIDE -> false;
        };
    }

    /** Does something come next where it ends so, of which a day is named? */
    static boolean goesOn(String outcome) {
        return List.of("adapt", "ask-more").contains(outcome);
    }

    /** Has the day passed on which it should have been said what comes of it? */
    public boolean isOverdue(LocalDate today) {
        return state == State.RUNNING
                && day(Field.RESPOND_BY).filter(today::isAfter).isPresent();
    }

    /** The fields that must still be said before it begins or is over, in the order of the forms. */
    public List<Field> missing(Field.Need need) {
        return Arrays.stream(Field.values())
                .filter(field -> field.need() == need && value(field).isBlank())
                .toList();
    }

    /** For whoever may not see who takes part. */
    Experiment withoutNames() {
        return new Experiment(
                id,
                spiral,
                state,
                number,
                follows,
                decision,
                permission,
                finding,
                said,
                kept,
                Names.NONE,
                language,
                begunOn,
                startedOn,
                endedOn,
                changedAt,
                version);
    }
}
