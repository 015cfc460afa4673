package org.whorl.draw;

import java.util.ArrayList;
import java.util.List;

/**
 * Value for money as triangles, each as wide as its cost and as high as its benefit, set end to end in the order given.
 * Steepest first, their slopes together are the frontier: the most benefit that each sum of money could buy.
 *
 * @param up what the height means
 * @param across what the width means
 * @param triangles in order
 */
public record Triangles(Words words, String title, String sentence, String up, String across, List<Triangle> triangles)
        implements Chart {

    private static final double FOR_EACH = 100_000;

    /** Refuses a chart without words. */
    public Triangles {
        Needed.words(title, sentence);
        triangles = List.copyOf(triangles);
    }

    /**
     * One thing that money could buy.
     *
     * @param name what it is called
     * @param pounds what it costs
     * @param benefit what it brings, in whatever unit the group chose
     */
    public record Triangle(String name, double pounds, double benefit) {

        /** Benefit for each 100,000 pounds: the slope. */
        public double slope() {
            return benefit / pounds * FOR_EACH;
        }

        /** A width above nothing, and numbers that fit on a picture. */
        boolean drawable() {
            return pounds > 0 && Reading.drawable(pounds) && Reading.drawable(benefit);
        }
    }

    @Override
    public String svg(Size size, String id) {
        return new TrianglesPicture(this, size).draw(id);
    }

    @Override
    public Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (Triangle triangle : triangles) {
            rows.add(List.of(
                    triangle.name(),
                    words.value(Unit.NUMBER, triangle.benefit()),
                    words.value(Unit.POUNDS, triangle.pounds()),
                    slope(triangle)));
        }
        return new Table(title, List.of(words.itsName(), words.benefit(), words.cost(), words.forEachSum()), rows);
    }

    String slope(Triangle triangle) {
        double slope = triangle.slope();
        return Reading.drawable(slope) ? words.number(Math.rint(100 * slope) / 100) : words.unknown();
    }
}
