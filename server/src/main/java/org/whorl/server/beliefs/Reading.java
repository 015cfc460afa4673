package org.whorl.server.beliefs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.engine.evidence.Effect.Good;
import org.whorl.engine.evidence.Finding;
import org.whorl.engine.evidence.Finding.Found;
import org.whorl.engine.evidence.Finding.Unknown;
import org.whorl.engine.evidence.Panel;
import org.whorl.engine.evidence.Panel.Cell;
import org.whorl.engine.evidence.Places;
import org.whorl.engine.evidence.Tried;
import org.whorl.engine.evidence.Verdict;

/**
 * What the figures of an experiment said when somebody asked them; it never changes.
 *
 * @param id which one
 * @param experiment of which experiment
 * @param spiral for whose question; none where it is the whole partnership's
 * @param measure what was measured
 * @param tried how it was tried
 * @param scale how figures were compared
 * @param good which way is good
 * @param figures what it was read from
 * @param finding what they said
 * @param askedAt when
 * @param asker who asked; blank where that is not known
 */
public record Reading(
        UUID id,
        UUID experiment,
        Optional<UUID> spiral,
        UUID measure,
        Tried tried,
        Panel.Scale scale,
        Good good,
        List<Figure> figures,
        Finding finding,
        Instant askedAt,
        String asker) {

    /** Counts in fewer periods than this on a side are a hint: how far they stray is not known. Our rule of thumb. */
    private static final int FEWEST_COUNTED = 3;

    /** The same of values, which stray as far as they like. Our rule of thumb. */
    private static final int FEWEST_MEASURED = 6;

    /** Keeps a copy. */
    public Reading {
        figures = List.copyOf(figures);
    }

    /**
     * One side, or one place, before and since.
     *
     * @param before how many periods before
     * @param since how many since
     * @param levelBefore the rate or the mean before; NaN where nothing was counted
     * @param levelSince the same since
     */
    public record Levels(int before, int since, double levelBefore, double levelSince) {}

    /**
     * One place.
     *
     * @param name what it is called
     * @param began did it begin at all?
     * @param levels before and since
     * @param own its own change, compared with nothing
     * @param shrunk the same drawn towards that of all places; NaN where there are too few of them
     */
    public record Place(String name, boolean began, Levels levels, Finding own, double shrunk) {}

    /** What it comes to. */
    public Verdict verdict() {
        return Verdict.of(finding, good);
    }

    /**
     * The same without its figures.
     *
     * @param unit what values are counted in
     */
    public Said said(String unit) {
        Levels all = together();
        int fewest = scale == Panel.Scale.RATES ? FEWEST_COUNTED : FEWEST_MEASURED;
        boolean drifting = drift() instanceof Found drift && !drift.holdsNone();
        return new Said(tried, verdict(), Math.min(all.before(), all.since()) < fewest, drifting, unit, askedAt);
    }

    /** The effect, where there is one. */
    public Optional<Found> found() {
        return finding instanceof Found found ? Optional.of(found) : Optional.empty();
    }

    /** Why it cannot be told, where it cannot. */
    public Optional<Finding.Why> why() {
        return finding instanceof Unknown(Finding.Why why) ? Optional.of(why) : Optional.empty();
    }

    /** The figures as the engine works with them. */
    public Panel panel() {
        return Figure.panel(scale, figures);
    }

    /** The first days of the periods. */
    public List<LocalDate> days() {
        return Figure.days(figures);
    }

    /** What was already changing before. */
    public Finding drift() {
        return panel().driftBefore(tried);
    }

    /** The places that tried, all together. */
    public Levels together() {
        return levels(panel().sites().stream().filter(Panel.Site::began).toList());
    }

    /** Place by place, those that tried first; each change also drawn towards that of all. */
    public List<Place> places() {
        Panel panel = panel();
        List<Panel.Site> sites = new ArrayList<>(panel.sites());
        sites.sort((a, b) -> Boolean.compare(b.began(), a.began()));
        List<Places.Own> own = new ArrayList<>();
        for (Panel.Site site : sites) {
            if (panel.only(site.name()).found(Tried.TIME_SERIES) instanceof Found found) {
                own.add(new Places.Own(site.name(), found.estimate(), found.sd()));
            }
        }
        List<Places.Place> shrunk =
                own.size() < Places.FEWEST ? List.of() : Places.of(own).each();
        return sites.stream()
                .map(site -> new Place(
                        site.name(),
                        site.began(),
                        levels(List.of(site)),
                        panel.only(site.name()).found(Tried.TIME_SERIES),
                        shrunk.stream()
                                .filter(one -> one.own().name().equals(site.name()))
                                .mapToDouble(one -> scale.multiplies() ? StrictMath.exp(one.shrunk()) : one.shrunk())
                                .findFirst()
                                .orElse(Double.NaN)))
                .toList();
    }

    /** Rate or mean of a group of places in one period; NaN where nothing was counted. */
    static double level(List<Panel.Site> sites, int period) {
        double number = 0;
        double exposure = 0;
        for (Panel.Site site : sites) {
            Cell cell = period < site.cells().size() ? site.cells().get(period) : null;
            if (cell != null) {
                number += cell.number();
                exposure += cell.exposure();
            }
        }
        return exposure == 0 ? Double.NaN : number / exposure;
    }

    private static Levels levels(List<Panel.Site> sites) {
        double[] number = new double[2];
        double[] exposure = new double[2];
        int[] periods = new int[2];
        for (Panel.Site site : sites) {
            for (int t = 0; t < site.cells().size(); t++) {
                Cell cell = site.cells().get(t);
                if (cell != null) {
                    int side = site.tries(t) ? 1 : 0;
                    number[side] += cell.number();
                    exposure[side] += cell.exposure();
                    periods[side]++;
                }
            }
        }
        return new Levels(
                periods[0],
                periods[1],
                exposure[0] == 0 ? Double.NaN : number[0] / exposure[0],
                exposure[1] == 0 ? Double.NaN : number[1] / exposure[1]);
    }
}
