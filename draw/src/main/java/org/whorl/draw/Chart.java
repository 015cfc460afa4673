package org.whorl.draw;

/**
 * A chart: data and words, from which come a picture, a sentence and a table that always go together.
 *
 * <p>Every chart can be drawn whatever its data: what is not a number is written as not known and leaves a gap, and a
 * chart without any value says so. The same chart gives the same bytes.
 *
 * <p>Pictures are {@code role="img"} with a title and a description, so a screen reader hears the sentence and finds the
 * numbers in the table. Nothing inside a picture takes the keyboard: the table beside it does. Marks say their value
 * when pointed at, and carry it in {@code data-} attributes.
 */
public sealed interface Chart
        permits Bands,
                Beliefs,
                Bars,
                Calibration,
                Distribution,
                Flow,
                Funnel,
                Ledger,
                Lineage,
                SpcChart,
                Spiral,
                Standpoints,
                Ternary,
                Tiles,
                Triangles {

    /** The language of the chart. */
    Words words();

    /** What the chart shows, in a few words. */
    String title();

    /** What the chart says, in a plain sentence. */
    String sentence();

    /** The numbers of the chart. */
    Table table();

    /**
     * The picture, to stand inside a page that holds {@link Palette#css}.
     *
     * @param size the width it is laid out for
     * @param id begins every id in the picture, so that several can share a page
     */
    String svg(Size size, String id);

    /** The picture as a file of its own, with its title above it and its colours inside. */
    default String file(Size size) {
        return Standalone.of(this, size);
    }

    /** Sentence, picture and table together, for a page; see {@link Figure}. */
    default String figure(String id) {
        return new Figure(id, this).html();
    }
}
