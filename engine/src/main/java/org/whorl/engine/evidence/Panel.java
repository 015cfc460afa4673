package org.whorl.engine.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was counted, by place and by period, and since when each place has been trying something.
 *
 * @param scale what the cells hold and how they are compared
 * @param sites the places
 */
public record Panel(Scale scale, List<Site> sites) {

    /** What the cells hold and how they are compared. */
    public enum Scale {
        /** Events in so much exposure, compared as a ratio of rates. */
        RATES,
        /** Measured values above 0, compared as a ratio. */
        RATIOS,
        /** Measured values, compared as a difference in their own unit. */
        DIFFERENCES;

        /** Whether the effect multiplies, so that it is worked out as a logarithm. */
        public boolean multiplies() {
            return this != DIFFERENCES;
        }
    }

    /**
     * A place.
     *
     * @param name what it is called
     * @param start the first period in which it was trying; a number past the last period for a place that never did
     * @param cells one for each period; null where nothing was counted
     */
    public record Site(String name, int start, List<@Nullable Cell> cells) {
        /** Whether it was trying in this period. */
        public boolean tries(int period) {
            return period >= start;
        }

        /** Whether it began at all within these periods. */
        public boolean began() {
            return start < cells.size();
        }

        @Nullable
        Cell at(int period) {
            return period < cells.size() ? cells.get(period) : null;
        }
    }

    /**
     * What was counted at a place in a period.
     *
     * @param number how many events, or the value measured
     * @param exposure in how much exposure, above 0; 1 for a value
     */
    public record Cell(double number, double exposure) {
        public Cell {
            if (!(exposure > 0) || !Double.isFinite(exposure) || !Double.isFinite(number)) {
                throw new IllegalArgumentException("%s in %s cannot be counted".formatted(number, exposure));
            }
        }

        /** A value that was measured. */
        public static Cell of(double value) {
            return new Cell(value, 1);
        }

        /** The rate, or the value. */
        public double rate() {
            return number / exposure;
        }
    }

    public Panel {
        sites = List.copyOf(sites);
        for (Site site : sites) {
            for (Cell cell : site.cells()) {
                if (cell != null && scale != Scale.DIFFERENCES && cell.number() < 0) {
                    throw new IllegalArgumentException("%s: %s is below nothing".formatted(site.name(), cell.number()));
                }
            }
        }
    }

    /** How many periods there are. */
    public int periods() {
        return sites.stream().mapToInt(site -> site.cells().size()).max().orElse(0);
    }

    /** The first period in which any place was trying; {@link #periods()} where none was. */
    public int firstStart() {
        return sites.stream().mapToInt(Site::start).min().orElse(0);
    }

    /** What changed where it was tried. */
    public Finding found(Tried tried) {
        return Fit.of(
                this,
                tried.compared(),
                tried == Tried.DIFFERENCE_IN_DIFFERENCES,
                periods(),
                (site, period) -> site.tries(period) ? 1 : 0);
    }

    /**
     * What was already changing before anybody began, by the period: how places that were to begin drifted away from the
     * others, or, where nothing is compared, how all of them drifted. Only the periods before the first start count, and
     * three of them or more are needed.
     */
    public Finding driftBefore(Tried tried) {
        int before = Math.min(firstStart(), periods());
        if (before < 3) {
            return new Finding.Unknown(Finding.Why.FEW_PERIODS);
        }
        boolean groups = tried.compared();
        if (groups && sites.stream().allMatch(Site::began)) {
            return new Finding.Unknown(Finding.Why.NOTHING_TO_COMPARE);
        }
        return Fit.of(this, groups, groups, before, (site, period) -> !groups || site.began() ? period : 0);
    }

    /** The same in one place alone; null cells where it was not measured. */
    public Panel only(String site) {
        return new Panel(
                scale, sites.stream().filter(one -> one.name().equals(site)).toList());
    }
}
