package org.whorl.draw;

import org.whorl.draw.Svg.Path;

/** Bars, whiskers, dots and crosses, drawn alike in every chart. */
final class Marks {

    /** How tall the band is that a bar with its whisker stands in. */
    static final double BAND = 20;

    private static final double BAR = 16;
    private static final double CAP = 5;
    private static final double CROSS = 5.5;

    private Marks() {}

    /** A bar from zero with its whisker; hollow when its interval holds both sides of zero. */
    static void bar(Svg svg, Scale scale, double middle, Reading reading, int series) {
        if (!reading.known()) {
            return;
        }
        double zero = scale.at(0);
        double end = scale.at(reading.value());
        svg.rect(Math.min(zero, end), middle - BAR / 2, Math.abs(end - zero), BAR);
        if (reading.couldBeEitherWay()) {
            svg.ink(Ink.hollow(series)).shut();
        } else {
            svg.ink(Ink.solid(series)).shut();
            svg.add(Hatching.over(Math.min(zero, end), middle - BAR / 2, Math.abs(end - zero), BAR, series));
        }
        if (reading.hasInterval()) {
            Path whisker = whisker(scale, middle, reading);
            if (!reading.couldBeEitherWay()) {
                svg.tag("path").set("d", whisker).ink(Ink.WHISKER_EDGE).shut();
            }
            svg.tag("path").set("d", whisker).ink(Ink.WHISKER).shut();
        }
    }

    /** A dot with its interval. */
    static void dot(Svg svg, Scale scale, double middle, Reading reading, int series) {
        if (!reading.known()) {
            return;
        }
        if (reading.hasInterval()) {
            svg.tag("path")
                    .set("d", whisker(scale, middle, reading))
                    .ink(Ink.interval(series))
                    .shut();
        }
        svg.circle(scale.at(reading.value()), middle, 5).ink(Ink.solid(series)).shut();
    }

    /** What was really seen. */
    static void cross(Svg svg, double x, double middle) {
        Path cross = new Path()
                .move(x - CROSS, middle - CROSS)
                .line(x + CROSS, middle + CROSS)
                .move(x - CROSS, middle + CROSS)
                .line(x + CROSS, middle - CROSS);
        svg.tag("path").set("d", cross).ink(Ink.CROSS_EDGE).shut();
        svg.tag("path").set("d", cross).ink(Ink.CROSS).shut();
    }

    private static Path whisker(Scale scale, double middle, Reading reading) {
        double low = scale.at(reading.low());
        double high = scale.at(reading.high());
        return new Path()
                .move(low, middle - CAP)
                .line(low, middle + CAP)
                .move(low, middle)
                .line(high, middle)
                .move(high, middle - CAP)
                .line(high, middle + CAP);
    }
}
