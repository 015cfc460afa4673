package org.whorl.server.experiments;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.whorl.server.measures.Beyond;
import org.whorl.server.measures.Measures;
import org.whorl.server.measures.Range;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/**
 * The door to what was said beforehand to stop an experiment. It stops nothing: people do, or go on and say why. Only what everybody
 * may know of a figure counts, so that neither asking nor not asking tells what is not shown.
 */
@Door
public class Stopping {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final ExperimentStore experiments;
    private final StopStore store;
    private final AlongsideStore alongside;
    private final Measures measures;
    private final Clock clock;

    Stopping(ExperimentStore experiments, StopStore store, AlongsideStore alongside, Measures measures, Clock clock) {
        this.experiments = experiments;
        this.store = store;
        this.alongside = alongside;
        this.measures = measures;
        this.clock = clock;
    }

    /** The rule of an experiment that figures can meet; none where somebody watches it. */
    @Needs(Action.SEE_MEASURES)
    public Optional<Beyond.Rule> findRule(Experiment experiment) {
        return experiment
                .id(Field.STOP_MEASURE)
                .flatMap(measures::find)
                .flatMap(measure -> experiment
                        .figure(Field.STOP_FIGURE)
                        .map(figure -> Beyond.Rule.of(
                                measure,
                                experiment.value(Field.STOP_WAY).equals("above"),
                                figure,
                                experiment.value(Field.STOP_POINTS).isEmpty()
                                        ? 1
                                        : Integer.parseInt(experiment.value(Field.STOP_POINTS)))));
    }

    /** The figures that meet it, and with which nobody has gone on; none where there are none. */
    @Needs(Action.SEE_MEASURES)
    public Optional<Beyond> find(Experiment experiment) {
        Optional<Beyond> met = met(experiment);
        if (met.isEmpty()) {
            return met;
        }
        Set<StopStore.Figure> wentOn = store.listWentOn(experiment.id());
        return met.get().with(each -> !wentOn.contains(StopStore.Figure.of(each)));
    }

    /**
     * People know of those figures and go on, for a reason that stays.
     *
     * @param seen the figures they saw, as {@link #written} has them
     * @return false if none of them stands any more, or it no longer runs
     */
    @Needs(Action.KEEP_EXPERIMENT)
    public boolean goOn(UUID id, String seen, String why, String language) {
        Set<String> saw = Set.of(seen.split(","));
        List<Range> figures = experiments
                .hold(id)
                .flatMap(this::find)
                .map(each -> each.figures().stream()
                        .filter(figure -> saw.contains(written(figure)))
                        .toList())
                .orElse(List.of());
        Note.about(
                Experiment.VERSIONED.kind(),
                id,
                figures.isEmpty() ? "not gone on: other figures stand there" : "goes on, with a reason");
        if (figures.isEmpty()) {
            return false;
        }
        figures.forEach(each -> store.goOn(here(), id, StopStore.Figure.of(each), today()));
        alongside.add(
                here(),
                id,
                new Entry(Entry.Kind.WENT_ON, why, language, today(), ""),
                Viewer.current().member(),
                clock.instant());
        return true;
    }

    /** A figure as a form carries it. */
    static String written(Range figure) {
        return figure.point() + ":" + figure.figure();
    }

    private Optional<Beyond> met(Experiment experiment) {
        if (experiment.state() != Experiment.State.RUNNING) {
            return Optional.empty();
        }
        return findRule(experiment)
                .flatMap(rule -> Beyond.of(
                        rule,
                        tried(
                                experiment,
                                measures.listRanges(
                                        experiment.id(Field.STOP_MEASURE).orElseThrow()))));
    }

    /** Figures of places that are only compared with, and from before it began, stop nothing. */
    private static List<Range> tried(Experiment experiment, List<Range> figures) {
        boolean byPlace = figures.stream()
                .anyMatch(each -> Picturing.site(experiment, each.site()).isPresent());
        return figures.stream()
                .filter(each ->
                        !byPlace || Picturing.site(experiment, each.site()).isPresent())
                .filter(each -> Picturing.began(experiment, each.site())
                        .filter(day -> !each.day().isBefore(day))
                        .isPresent())
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}
