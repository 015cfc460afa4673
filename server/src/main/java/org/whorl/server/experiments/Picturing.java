package org.whorl.server.experiments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.whorl.draw.Unit;
import org.whorl.engine.spc.ChartKind;
import org.whorl.engine.spc.ControlChart;
import org.whorl.server.design.Screen;
import org.whorl.server.measures.ChartPiece;
import org.whorl.server.measures.Charted;
import org.whorl.server.measures.Logged;
import org.whorl.server.measures.Measure;
import org.whorl.server.measures.Measures;
import org.whorl.server.stories.Released;
import org.whorl.server.trust.Action;

/** Puts the chart of an experiment's measure, what was expected of it and what people told side by side. */
@Component
class Picturing {

    private final Measures measures;
    private final Alongside alongside;

    Picturing(Measures measures, Alongside alongside) {
        this.measures = measures;
        this.alongside = alongside;
    }

    /**
     * Its chart in a place; none where it names no measure, and for whoever may not see what is measured.
     *
     * @param wanted the place asked for; where there are no figures from there, one where it began is shown
     */
    Optional<Pictured> find(Screen s, Experiment experiment, String wanted) {
        return find(s, experiment, wanted, "experiment-chart");
    }

    /** The same where it began, on a page that may hold charts of other experiments too. */
    Optional<Pictured> findAlone(Screen s, Experiment experiment) {
        return find(s, experiment, "", "chart-" + experiment.id());
    }

    private Optional<Pictured> find(Screen s, Experiment experiment, String wanted, String id) {
        if (!s.may(Action.SEE_MEASURES)) {
            return Optional.empty();
        }
        return experiment.measure().flatMap(measures::find).map(measure -> {
            List<String> kept = measures.listSites(measure.id());
            List<String> sites = sites(experiment, kept);
            String site = sites.contains(wanted) ? wanted : begun(experiment, sites);
            Optional<Charted> charted = sites.isEmpty()
                    ? Optional.empty()
                    : measures.findChart(measure.id(), site).map(each -> marked(experiment, each));
            return new Pictured(
                    measure,
                    sites,
                    site,
                    charted.map(each -> ChartPiece.html(s, each, id)).orElse(""),
                    sentences(s, experiment, measure, charted, unknown(experiment, kept)),
                    charted.map(each -> ChartPiece.remarks(s, each)).orElse(List.of()),
                    told(experiment.id(), charted));
        });
    }

    /** What stands beside an experiment, told about it or put there, and with its chart what was told about a point. */
    List<Pictured.Told> told(UUID experiment, Optional<Charted> charted) {
        List<Pictured.Told> told = new ArrayList<>();
        List<Released> pinned = alongside.listStories(experiment);
        pinned.forEach(each -> told.add(new Pictured.Told(each, Optional.empty(), true)));
        Stream.concat(
                        alongside.listTold(experiment).stream()
                                .map(each -> new Pictured.Told(each, Optional.empty(), false)),
                        charted.stream()
                                .flatMap(each -> each.told().stream())
                                .map(each -> new Pictured.Told(each.story(), Optional.of(each.day()), false)))
                .filter(each -> told.stream()
                        .noneMatch(
                                there -> there.story().id().equals(each.story().id())))
                .forEach(told::add);
        told.sort(
                Comparator.comparing((Pictured.Told each) -> each.story().on()).reversed());
        return told;
    }

    /** Where it happens, as far as there are figures from there; all places where it names none of them. */
    private static List<String> sites(Experiment experiment, List<String> all) {
        List<String> its =
                all.stream().filter(each -> site(experiment, each).isPresent()).toList();
        return its.isEmpty() ? all : its;
    }

    private static String begun(Experiment experiment, List<String> sites) {
        return sites.stream()
                .filter(each -> site(experiment, each)
                        .filter(site -> !site.isComparison())
                        .isPresent())
                .findFirst()
                .or(() -> sites.stream().findFirst())
                .orElse("");
    }

    /** The experiment's place of that name, as people write names. */
    static Optional<Site> site(Experiment experiment, String name) {
        return experiment.sites().stream()
                .filter(each -> isSame(each.name(), name))
                .findFirst();
    }

    private static boolean isSame(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }

    /** Its places that the figures do not name; none where figures without a place can only be from its one place. */
    private static List<String> unknown(Experiment experiment, List<String> kept) {
        if (kept.equals(List.of("")) && only(experiment).isPresent()) {
            return List.of();
        }
        return experiment.sites().stream()
                .map(Site::name)
                .filter(name -> kept.stream().noneMatch(each -> isSame(each, name)))
                .toList();
    }

    /** Its place, where it names exactly one, in which it begins. */
    private static Optional<Site> only(Experiment experiment) {
        return experiment.sites().size() == 1
                ? experiment.sites().stream()
                        .filter(each -> !each.isComparison())
                        .findFirst()
                : Optional.empty();
    }

    /**
     * The day it began there; none before it has begun, and where others are only compared with.
     *
     * @param name the place as the figures name it; blank where they name none, and then its one place is meant if it has but one
     */
    static Optional<LocalDate> began(Experiment experiment, String name) {
        return experiment.startedOn().flatMap(day -> {
            Optional<Site> site = name.isBlank() ? only(experiment) : site(experiment, name);
            return site.isPresent() ? site.get().startsOn() : Optional.of(day);
        });
    }

    /**
     * The day it began there, for a chart that is not the experiment's own: nothing began in a place that it does not name, unless
     * it names none.
     */
    static Optional<LocalDate> beganIn(Experiment experiment, String name) {
        boolean elsewhere = !name.isBlank()
                && !experiment.sites().isEmpty()
                && site(experiment, name).isEmpty();
        return elsewhere ? Optional.empty() : began(experiment, name);
    }

    /** Its beginning is drawn even where the measure's figures are not kept by place. */
    private static Charted marked(Experiment experiment, Charted charted) {
        String path = "/experiments/" + experiment.id();
        Optional<LocalDate> day = began(experiment, charted.site());
        if (day.isEmpty()
                || charted.starts().stream().anyMatch(each -> each.path().equals(path))) {
            return charted;
        }
        List<Logged.Start> starts = new ArrayList<>(charted.starts());
        starts.add(new Logged.Start(day.get(), experiment.title(), experiment.language(), path));
        return new Charted(
                charted.measure(),
                charted.site(),
                charted.chart(),
                charted.withheld(),
                charted.rebases(),
                starts,
                charted.told(),
                charted.suggestion());
    }

    private static List<String> sentences(
            Screen s, Experiment experiment, Measure measure, Optional<Charted> charted, List<String> unknown) {
        List<String> sentences = new ArrayList<>();
        experiment
                .prediction()
                .ifPresent(each -> sentences.add(
                        each.low().isPresent() && each.high().isPresent()
                                ? s.say(
                                        "experiment.chart.expected.between",
                                        number(s, each.figure()),
                                        each.unit(),
                                        number(s, each.low().get()),
                                        number(s, each.high().get()),
                                        s.date(each.on()))
                                : s.say(
                                        "experiment.chart.expected",
                                        number(s, each.figure()),
                                        each.unit(),
                                        s.date(each.on()))));
        charted.ifPresent(each -> sentences.addAll(come(s, experiment, measure, each)));
        if (charted.isPresent() && !unknown.isEmpty()) {
            sentences.add(s.say("experiment.chart.no-place", String.join(", ", unknown)));
        }
        return sentences;
    }

    private static List<String> come(Screen s, Experiment experiment, Measure measure, Charted charted) {
        if (experiment.startedOn().isEmpty()) {
            return List.of(s.say("experiment.chart.before"));
        }
        Optional<LocalDate> began = began(experiment, charted.site());
        if (began.isEmpty()) {
            return List.of(s.say("experiment.chart.compare"));
        }
        List<ControlChart.Point> since = charted.chart().points().stream()
                .filter(ControlChart.Point::isKnown)
                .filter(each -> !each.date().isBefore(began.get()))
                .toList();
        if (since.isEmpty()) {
            return List.of(s.say("experiment.chart.nothing-yet", s.date(began.get())));
        }
        ControlChart.Point newest = since.getLast();
        String value =
                s.language().words().value(measure.kind() == ChartKind.P ? Unit.SHARE : Unit.NUMBER, newest.value());
        List<String> sentences = new ArrayList<>();
        sentences.add(s.say(
                since.size() == 1 ? "experiment.chart.came.one" : "experiment.chart.came",
                s.date(began.get()),
                s.number(since.size()),
                value,
                s.date(newest.date())));
        experiment.prediction().ifPresent(each -> {
            // A share is written as 0.12 by some and as 12 by others: which, the figure alone does not say.
            if (measure.kind() != ChartKind.P
                    && each.low().isPresent()
                    && each.high().isPresent()) {
                sentences.add(s.say("experiment.chart." + against(each, newest.value())));
            }
            if (newest.date().isBefore(each.on())) {
                sentences.add(s.say("experiment.chart.not-yet", s.date(each.on())));
            }
        });
        return sentences;
    }

    private static String against(Prediction prediction, double value) {
        return value < prediction.low().orElseThrow()
                ? "below"
                : value > prediction.high().orElseThrow() ? "above" : "inside";
    }

    private static String number(Screen s, double value) {
        return s.language().words().number(value);
    }
}
