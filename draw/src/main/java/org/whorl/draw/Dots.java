package org.whorl.draw;

import java.util.List;
import org.whorl.draw.Bands.Threshold;
import org.whorl.draw.Bins.Bin;

/** Draws the hundred dots of a {@link Distribution}, piled up in bins, as large as the room allows. */
final class Dots {

    private static final double LARGEST = 13;
    private static final double SMALLEST = 0.6;
    private static final double LOWEST_PLOT = 80;
    private static final int MOST_BESIDE_EACH_OTHER = 10;
    private static final double INSET = 10;

    private final Distribution chart;
    private final Canvas canvas;

    Dots(Distribution chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
    }

    void draw() {
        boolean wide = canvas.size == Size.WIDE;
        Bins bins = Bins.of(chart, wide ? 20 : 11);
        double low = bins.bins().getFirst().low();
        double high = bins.bins().getLast().high();
        if (!chart.beside().isEmpty()) {
            low = Math.min(low, chart.span().low());
            high = Math.max(high, chart.span().high());
        }
        Threshold threshold = chart.threshold();
        boolean marked = threshold != null && Reading.drawable(threshold.value());
        if (threshold != null && marked) {
            low = Math.min(low, threshold.value());
            high = Math.max(high, threshold.value());
        }
        ValueAxis axis =
                ValueAxis.fitting(canvas, chart.words(), chart.unit(), low, high, INSET, canvas.width() - INSET);
        Scale scale = axis.scale();
        double highest = wide ? 210 : 190;
        int beside = 1;
        double across = 0;
        double binWidth = Math.max(1, scale.at(low + bins.step()) - scale.at(low));
        int most = bins.bins().stream().mapToInt(bin -> bin.dots().size()).max().orElse(1);
        for (int k = 1; k <= MOST_BESIDE_EACH_OTHER; k++) {
            double fits = Math.min(LARGEST, Math.min((binWidth - 1) / k, highest / Math.ceilDiv(most, k)));
            if (fits > across + 1e-9) {
                across = fits;
                beside = k;
            }
        }
        across = Math.max(across, SMALLEST);
        double top = canvas.y;
        double bottom = top + Math.max(LOWEST_PLOT, Math.ceilDiv(most, beside) * across + LARGEST);
        canvas.svg.line(0, bottom + 1, canvas.width(), bottom + 1, Ink.AXIS);
        canvas.openPlot(0, top, canvas.width(), bottom);
        if (threshold != null && marked) {
            double x = scale.at(threshold.value());
            canvas.svg.line(x, top, x, bottom, Ink.ALARM);
        }
        for (Bin bin : bins.bins()) {
            double middle = (scale.at(bin.low()) + scale.at(bin.high())) / 2;
            pile(bin, middle, bottom, across, beside);
        }
        canvas.closePlot();
        canvas.y = bottom + 2;
        axis.labels(canvas.y);
        canvas.y += canvas.leading() + 10;
    }

    private void pile(Bin bin, double middle, double bottom, double across, int beside) {
        List<Double> dots = bin.dots();
        String said =
                bin.name(chart.words(), chart.unit()) + ": " + chart.words().outOfHundred(dots.size());
        canvas.svg
                .tag("g")
                .set("class", "w-mark")
                .set("data-value", said)
                .hold()
                .title(said);
        int columns = Math.min(beside, dots.size());
        double left = middle - columns * across / 2;
        double radius = Math.max(0.3, across / 2 - 0.8);
        for (int i = 0; i < dots.size(); i++) {
            int row = i / beside;
            double x = left + (i % beside + 0.5) * across;
            double y = bottom - (row + 0.5) * across;
            boolean above = chart.above(dots.get(i));
            Ink ink = above ? Ink.ALARM_DOT : chart.threshold() == null ? Ink.solid(0) : Ink.RING;
            canvas.svg.circle(x, y, above || chart.threshold() == null ? radius : Math.max(0.2, radius - 0.7));
            canvas.svg.ink(ink).shut();
        }
        canvas.svg.end("g");
    }
}
