package org.whorl.server.measures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.whorl.engine.spc.ChartKind;
import org.whorl.engine.spc.ChartSettings;
import org.whorl.engine.spc.ControlChart;
import org.whorl.engine.spc.Observed;
import org.whorl.server.decisions.Decisions;
import org.whorl.server.stories.About;
import org.whorl.server.stories.Heard;
import org.whorl.server.stories.Released;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/** The door to what is measured. */
@Door
public class Measures {

    /** More places than these nobody compares on one page. */
    static final int MOST_SITES = 30;

    private final MeasureStore store;
    private final PointStore points;
    private final VersionStore versions;
    private final Decisions decisions;
    private final Heard heard;
    private final ObjectProvider<Logged> logged;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Measures(
            MeasureStore store,
            PointStore points,
            VersionStore versions,
            Decisions decisions,
            Heard heard,
            ObjectProvider<Logged> logged,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.points = points;
        this.versions = versions;
        this.decisions = decisions;
        this.heard = heard;
        this.logged = logged;
        this.events = events;
        this.clock = clock;
    }

    /** All of them, the oldest first. */
    @Needs(Action.SEE_MEASURES)
    public List<Measure> listAll() {
        return store.list();
    }

    /** Those of a spiral, the oldest first. */
    @Needs(Action.SEE_MEASURES)
    public List<Measure> list(UUID spiral) {
        return store.list().stream()
                .filter(each -> each.spiral().equals(spiral))
                .toList();
    }

    /** One of them. */
    @Needs(Action.SEE_MEASURES)
    public Optional<Measure> find(UUID id) {
        return store.find(id);
    }

    /** Begins to measure something; sent twice it is one. */
    @Needs(Action.KEEP_MEASURE)
    public void begin(Measure measure) {
        Note.about(Measure.VERSIONED.kind(), measure.id(), "begun");
        store.add(here(), measure);
    }

    /** Changes what is said about it; its points stay. */
    @Needs(Action.KEEP_MEASURE)
    public Saved change(Measure measure) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", measure.name());
        values.put("unit", measure.unit());
        values.put("meaning", measure.meaning());
        values.put("better", measure.better().word());
        values.put("target", measure.target());
        values.put("kind", measure.kind().word());
        values.put("per", measure.per());
        values.put("serves", measure.serves().key());
        values.put("mode", measure.mode().key());
        values.put("source", measure.source());
        values.put("owner", measure.owner());
        values.put("people", measure.people());
        values.put("outcome", measure.outcome());
        Saved saved = versions.change(Measure.VERSIONED, measure.id(), measure.version(), values);
        Note.saved(Measure.VERSIONED.kind(), measure.id(), "changed", saved);
        return saved;
    }

    /** Undoes the change that led to that version. */
    @Needs(Action.KEEP_MEASURE)
    public Saved undo(UUID id, int version) {
        Saved saved = versions.undo(Measure.VERSIONED, id, version);
        Note.saved(Measure.VERSIONED.kind(), id, "undone", saved);
        return saved;
    }

    /** The points of a measure as they may be shown, by place and day. */
    @Needs(Action.SEE_MEASURES)
    public List<Seen> listPoints(UUID measure) {
        return store.find(measure)
                .map(each -> points.list(measure).stream()
                        .map(point -> Seen.forViewer(each, point))
                        .toList())
                .orElse(List.of());
    }

    /** One point, as it may be shown. */
    @Needs(Action.SEE_MEASURES)
    public Optional<Seen> findPoint(UUID measure, UUID point) {
        return listPoints(measure).stream()
                .filter(each -> each.id().equals(point))
                .findFirst();
    }

    /** Where it is measured, in the order of the alphabet; one blank name where there is but one place. */
    @Needs(Action.SEE_MEASURES)
    public List<String> listSites(UUID measure) {
        return points.list(measure).stream().map(Point::site).distinct().toList();
    }

    /** What everybody may know of each figure, by place and day. */
    @Needs(Action.SEE_MEASURES)
    public List<Range> listRanges(UUID measure) {
        return store.find(measure)
                .map(each -> points.list(measure).stream()
                        .map(point -> Range.of(each, point))
                        .toList())
                .orElse(List.of());
    }

    /** The chart of a measure in a place; of nothing, where nobody measures there. */
    @Needs(Action.SEE_MEASURES)
    public Optional<Charted> findChart(UUID id, String site) {
        return store.find(id).map(measure -> {
            List<Seen> seen = points.list(id).stream()
                    .filter(each -> each.site().equals(site))
                    .map(each -> Seen.of(measure, each))
                    .toList();
            List<Rebase> rebases = points.listRebases(id).stream()
                    .filter(each -> each.holdsIn(site))
                    .toList();
            ControlChart chart = chart(measure, seen, rebases);
            List<Logged.Start> starts = logged.stream()
                    .flatMap(each -> each.listStarts(id, site).stream())
                    .sorted(Comparator.comparing(Logged.Start::day))
                    .toList();
            return new Charted(
                    measure,
                    site,
                    chart,
                    seen.stream().filter(Seen::isWithheld).map(Seen::day).collect(Collectors.toSet()),
                    rebases,
                    starts,
                    told(id, site),
                    Shift.find(chart, starts, rebases));
        });
    }

    private static ControlChart chart(Measure measure, List<Seen> seen, List<Rebase> rebases) {
        ChartSettings settings = ChartSettings.USUAL
                .as(measure.kind())
                .better(measure.better())
                .to(measure.target().map(OptionalDouble::of).orElse(OptionalDouble.empty()))
                .from(rebases.stream().map(Rebase::day).collect(Collectors.toSet()));
        return ControlChart.of(
                seen.stream()
                        .map(each -> new Observed(
                                each.day(),
                                each.value().orElse(Double.NaN),
                                each.exposure().orElse(1.0)))
                        .toList(),
                measure.people() ? settings.neverBelowNought() : settings);
    }

    private List<Charted.Told> told(UUID measure, String site) {
        Map<UUID, Released> mayHear =
                heard.list().stream().collect(Collectors.toMap(Released::id, each -> each, (one, _) -> one));
        Stream<PointStore.Pin> told = heard.listAbout(About.MEASURE, measure).stream()
                .filter(each -> each.site().equals(site) && each.day().isPresent())
                .map(each -> new PointStore.Pin(each.day().orElseThrow(), each.story()));
        return Stream.concat(points.listPins(measure, site).stream(), told)
                .distinct()
                .sorted(Comparator.comparing(PointStore.Pin::day))
                .flatMap(pin -> Optional.ofNullable(mayHear.get(pin.story())).stream()
                        .map(story -> new Charted.Told(pin.day(), story)))
                .toList();
    }

    /** Writes figures down: all of them, or none. The same figure sent again is the same. */
    @Needs(Action.KEEP_MEASURE)
    public Wrote write(UUID id, List<Entry> entries) {
        Measure measure = store.find(id).orElseThrow();
        points.hold(id);
        Map<String, Map<LocalDate, Point>> there = points.list(id).stream()
                .collect(Collectors.groupingBy(Point::site, Collectors.toMap(Point::day, each -> each)));
        Set<String> sites = new HashSet<>(there.keySet());
        entries.forEach(each -> sites.add(each.site()));
        if (sites.size() > MOST_SITES) {
            Note.about(Measure.VERSIONED.kind(), id, "not written: too many places");
            return new Wrote.TooManySites();
        }
        if (entries.stream().anyMatch(each -> !hasPlace(measure, each.value(), each.exposure()))) {
            Note.about(Measure.VERSIONED.kind(), id, "not written: no place in such a chart");
            return new Wrote.NoPlace();
        }
        List<Entry> fresh = new ArrayList<>();
        List<Entry> other = new ArrayList<>();
        for (Entry each : entries) {
            Point before = there.getOrDefault(each.site(), Map.of()).get(each.day());
            if (before == null) {
                fresh.add(each);
            } else if (before.value() != each.value() || !before.exposure().equals(each.exposure())) {
                other.add(each);
            }
        }
        if (!other.isEmpty()) {
            Note.about(Measure.VERSIONED.kind(), id, "not written: other figures stand there");
            return new Wrote.There(other);
        }
        for (Entry each : fresh) {
            Optional<Point> gone = points.findGone(id, each);
            if (gone.isPresent()) {
                versions.change(
                        Point.VERSIONED,
                        gone.get().id(),
                        gone.get().version(),
                        values(each.value(), each.exposure(), false));
            } else {
                points.add(here(), id, each, Viewer.current().member(), clock.instant());
            }
        }
        Note.about(Measure.VERSIONED.kind(), id, "%d figures written".formatted(fresh.size()));
        events.publishEvent(new FiguresChanged(id));
        return new Wrote.Yes(fresh.size());
    }

    /** Has a chart of that kind a place for a figure? */
    static boolean hasPlace(Measure measure, double value, Optional<Double> exposure) {
        boolean whole = !measure.people() || (value >= 0 && value == Math.rint(value));
        return whole
                && (!measure.kind().isNeverNegative() || value >= 0)
                && exposure.isPresent() == measure.kind().hasExposure()
                && exposure.filter(each -> each <= 0).isEmpty()
                && (measure.kind() != ChartKind.P || value <= exposure.orElseThrow());
    }

    /** Corrects a figure. */
    @Needs(Action.KEEP_MEASURE)
    public Saved correct(UUID point, int version, double value, Optional<Double> exposure) {
        Saved saved = versions.change(Point.VERSIONED, point, version, values(value, exposure, false));
        Note.saved(Point.VERSIONED.kind(), point, "corrected", saved);
        return changed(point, saved);
    }

    /** Takes a figure away that should not be there. */
    @Needs(Action.KEEP_MEASURE)
    public Saved takeAway(UUID point, int version) {
        Saved saved = versions.change(Point.VERSIONED, point, version, Map.of("gone", true));
        Note.saved(Point.VERSIONED.kind(), point, "taken away", saved);
        return changed(point, saved);
    }

    /** Undoes what was done to a figure. */
    @Needs(Action.KEEP_MEASURE)
    public Saved undoPoint(UUID point, int version) {
        Saved saved = versions.undo(Point.VERSIONED, point, version);
        Note.saved(Point.VERSIONED.kind(), point, "undone", saved);
        return changed(point, saved);
    }

    private Saved changed(UUID point, Saved saved) {
        if (saved instanceof Saved.Yes) {
            points.find(point).ifPresent(each -> events.publishEvent(new FiguresChanged(each.measure())));
        }
        return saved;
    }

    /** From when a measure is counted anew, the first day first. */
    @Needs(Action.SEE_MEASURES)
    public List<Rebase> listRebases(UUID measure) {
        return points.listRebases(measure);
    }

    /** Counts middle and limits anew from a day. False if it stands on a decision that is not made. */
    @Needs(Action.REBASE_MEASURE)
    public boolean rebase(Rebase rebase) {
        if (rebase.decision().isPresent()
                && decisions.findMade(rebase.decision().get()).isEmpty()) {
            Note.about(Measure.VERSIONED.kind(), rebase.measure(), "not counted anew: no such decision");
            return false;
        }
        Note.about(Rebase.VERSIONED.kind(), rebase.id(), "counted anew");
        points.add(here(), rebase, Viewer.current().member(), clock.instant());
        return true;
    }

    /** No longer counts anew from that day. */
    @Needs(Action.REBASE_MEASURE)
    public Saved takeBackRebase(UUID id, int version) {
        Saved saved = versions.change(Rebase.VERSIONED, id, version, Map.of("gone", true));
        Note.saved(Rebase.VERSIONED.kind(), id, "taken back", saved);
        return saved;
    }

    /** Undoes that. */
    @Needs(Action.REBASE_MEASURE)
    public Saved undoRebase(UUID id, int version) {
        Saved saved = versions.undo(Rebase.VERSIONED, id, version);
        Note.saved(Rebase.VERSIONED.kind(), id, "undone", saved);
        return saved;
    }

    /** Puts a story beside a point; false if the viewer may not hear it. */
    @Needs(Action.KEEP_MEASURE)
    public boolean pin(UUID measure, String site, LocalDate day, UUID story) {
        Note.about(Measure.VERSIONED.kind(), measure, "a story beside a point");
        return heard.find(story).isPresent()
                && points.pin(
                        here(),
                        measure,
                        site,
                        new PointStore.Pin(day, story),
                        Viewer.current().member(),
                        clock.instant());
    }

    /** Takes a story away from a point, where somebody put it; one that was told there stays. */
    @Needs(Action.KEEP_MEASURE)
    public void unpin(UUID measure, String site, LocalDate day, UUID story) {
        Note.about(Measure.VERSIONED.kind(), measure, "a story no longer beside a point");
        points.unpin(measure, site, new PointStore.Pin(day, story));
    }

    private static Map<String, Object> values(double value, Optional<Double> exposure, boolean gone) {
        return Map.of("value", value, "exposure", exposure, "gone", gone);
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}
