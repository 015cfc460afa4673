package org.whorl.files.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Service;

/**
 * The one count the report leads with: the first measure with a level of crisis, or the first measure, or, in a model
 * that names none, the longest queue.
 *
 * @param subject what it is about
 * @param field what is counted
 * @param measure the measure, where it is one
 */
record Headline(Subject subject, Field field, @Nullable Measure measure) {

    static Optional<Headline> of(Edition edition) {
        List<Measure> measures = edition.model().measures();
        Optional<Measure> leading = measures.stream()
                .filter(m -> m.crisis() != null)
                .findFirst()
                .or(() -> measures.stream().findFirst());
        if (leading.isPresent()) {
            return leading.map(m -> new Headline(Subject.measure(m.id()), Field.MEAN, m));
        }
        return queues(edition).stream()
                .findFirst()
                .map(service -> new Headline(Subject.service(service.id()), Field.WAITING, null));
    }

    /** Services people wait for, the longest queue of the model as it stands first. */
    static List<Service> queues(Edition edition) {
        return edition.model().services().stream()
                .filter(s -> waiting(edition.base(), s) > 0)
                .sorted(Comparator.comparingDouble((Service s) -> -waiting(edition.base(), s)))
                .toList();
    }

    private static double waiting(Figures figures, Service service) {
        return figures.find(Subject.service(service.id()), Field.WAITING)
                .map(Estimate::mean)
                .orElse(0.0);
    }

    String name(Edition edition) {
        return measure == null
                ? edition.say("headline.waiting", edition.service(subject.id()))
                : edition.measure(measure);
    }

    /** The level of crisis as text, where there is one. */
    Optional<String> crisis(Edition edition) {
        return measure == null || measure.crisis() == null
                ? Optional.empty()
                : Optional.of(edition.words().number(measure.crisis()));
    }

    /** "Days", or "counts" where people are counted on some days only. */
    String occasions() {
        return measure != null && measure.on() != null ? "count" : "day";
    }

    Optional<Estimate> in(Figures figures) {
        return figures.find(subject, field);
    }
}
