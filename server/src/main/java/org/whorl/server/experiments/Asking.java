package org.whorl.server.experiments;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.whorl.server.design.Screen;
import org.whorl.server.measures.FiguresChanged;
import org.whorl.server.measures.Measure;
import org.whorl.server.measures.Measures;
import org.whorl.server.news.Telling;
import org.whorl.server.news.What;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Viewer;

/**
 * Asks people to stop an experiment when figures meet what they said beforehand: tells those who see to it, once for each figure, and
 * says on its page which figures they are.
 */
@Component
class Asking {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final ExperimentStore experiments;
    private final StopStore store;
    private final Stopping stopping;
    private final Measures measures;
    private final Telling telling;
    private final Clock clock;

    Asking(
            ExperimentStore experiments,
            StopStore store,
            Stopping stopping,
            Measures measures,
            Telling telling,
            Clock clock) {
        this.experiments = experiments;
        this.store = store;
        this.stopping = stopping;
        this.measures = measures;
        this.telling = telling;
        this.clock = clock;
    }

    @EventListener
    void changed(FiguresChanged figures) {
        experiments.list().stream()
                .filter(each -> each.id(Field.STOP_MEASURE).equals(Optional.of(figures.measure())))
                .forEach(this::tell);
    }

    private void tell(Experiment experiment) {
        UUID here = Viewer.current().partnership().orElseThrow();
        LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
        // Counted to the last: each figure is noted, whether or not another was fresh before it.
        long fresh = stopping.find(experiment).stream()
                .flatMap(each -> each.figures().stream())
                .filter(each -> store.ask(here, experiment.id(), StopStore.Figure.of(each), today))
                .count();
        if (fresh > 0) {
            Set<UUID> whom = Stream.of(experiment.id(Field.STOPPER), experiment.id(Field.OWNER))
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet());
            // Whorl tells them: whoever writes the figure and is to stop it must hear of it too.
            Viewer.house(here).doing(() -> {
                whom.forEach(each ->
                        telling.tell(Optional.of(each), What.EXPERIMENT_STOP, "/experiments/" + experiment.id()));
                return whom;
            });
        }
    }

    /** What its page says; none where nothing asks to stop it, and for whoever may not see what is measured. */
    Optional<AskedToStop> find(Screen s, Experiment experiment) {
        if (!s.may(Action.SEE_MEASURES)) {
            return Optional.empty();
        }
        Optional<Measure> measure = experiment.id(Field.STOP_MEASURE).flatMap(measures::find);
        return stopping.find(experiment)
                .flatMap(stop -> measure.map(each -> new AskedToStop(
                        stop.isSure(),
                        stop.rule().said(s, each),
                        stop.runs().stream()
                                .map(run -> new AskedToStop.Line(run.sure(), run.site(), run.said(s, each)))
                                .toList(),
                        stop.figures().stream().map(Stopping::written).collect(Collectors.joining(",")))));
    }
}
