package org.whorl.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places as tiles of one size, in groups: the more, the darker. A map shows much land where few people live; a tile shows
 * each place alike. Every tile carries its number, so that nobody needs the colour.
 *
 * @param measure what the numbers mean, with their unit
 * @param grouped what a group is, as the head of a column
 * @param groups in order
 */
public record Tiles(
        Words words, String title, String sentence, String measure, Unit unit, String grouped, List<Group> groups)
        implements Chart {

    /** How many shades there are; each is for the same share of places, as nearly as can be. */
    static final int SHADES = 5;

    /** The first shade on which letters are light. */
    static final int DARK = 3;

    private static final double HEIGHT = 28;
    private static final double GAP = 3;
    private static final double AROUND = 5;

    /** Refuses a chart without words. */
    public Tiles {
        Needed.words(title, sentence);
        groups = List.copyOf(groups);
    }

    /**
     * Places that belong together.
     *
     * @param name what the group is called
     * @param tiles in order
     */
    public record Group(String name, List<Tile> tiles) {
        /** Keeps a copy. */
        public Group {
            tiles = List.copyOf(tiles);
        }
    }

    /**
     * One place.
     *
     * @param name what it is called
     * @param reading its number; unknown where it is not told
     * @param borrowed is it the number of the larger place?
     */
    public record Tile(String name, Reading reading, boolean borrowed) {}

    @Override
    public String svg(Size size, String id) {
        double[] known = known();
        if (known.length == 0) {
            return Canvas.empty(this, size, id);
        }
        Canvas canvas = new Canvas(size);
        canvas.paragraph(measure, Ink.SOFT);
        double widest = groups.stream()
                .flatMap(group -> group.tiles().stream())
                .mapToDouble(tile -> canvas.textWidth(written(tile)))
                .max()
                .orElse(0);
        double width = Math.min(canvas.width(), Math.max(HEIGHT + AROUND, Math.ceil(widest + 2 * AROUND)));
        for (Group group : groups) {
            canvas.y += 10;
            canvas.paragraph(group.name(), Ink.STRONG);
            canvas.y += 4;
            rows(canvas, group, known, width);
        }
        canvas.y += 10;
        canvas.key(key(known));
        return canvas.finish(this, id);
    }

    private void rows(Canvas canvas, Group group, double[] known, double width) {
        int inARow = Math.max(1, (int) ((canvas.width() - 2 + GAP) / (width + GAP)));
        for (int i = 0; i < group.tiles().size(); i++) {
            int row = i / inARow;
            double x = 1 + (i - row * inARow) * (width + GAP);
            double y = canvas.y + row * (HEIGHT + GAP);
            tile(canvas, group.tiles().get(i), known, x, y, width);
        }
        canvas.y += Math.ceilDiv(group.tiles().size(), inARow) * (HEIGHT + GAP);
    }

    private void tile(Canvas canvas, Tile tile, double[] known, double x, double y, double width) {
        boolean told = tile.reading().known();
        int shade = told ? shade(known, tile.reading().value()) : 0;
        if (told) {
            canvas.svg.rect(x, y, width, HEIGHT).ink(Ink.tile(shade)).shut();
        }
        canvas.svg
                .text(
                        x + width / 2,
                        canvas.baseline(y + (HEIGHT - canvas.leading()) / 2),
                        Svg.Anchor.MIDDLE,
                        shade >= DARK ? Ink.ON_DARK : Ink.TEXT,
                        written(tile))
                .rect(x, y, width, HEIGHT)
                .ink(tile.borrowed() ? Ink.TILE_LENT : Ink.TILE_EDGE)
                .set("pointer-events", "all")
                .hold()
                .title(tile.name() + ": " + told(tile))
                .end("rect");
    }

    private List<Canvas.KeyItem> key(double[] known) {
        List<Canvas.KeyItem> items = new ArrayList<>();
        for (int shade = 0; shade < SHADES; shade++) {
            int each = shade;
            double[] in =
                    Arrays.stream(known).filter(v -> shade(known, v) == each).toArray();
            if (in.length > 0) {
                String low = words.value(unit, in[0]);
                String high = words.value(unit, in[in.length - 1]);
                items.add(Canvas.KeyItem.box(Ink.tile(shade), low.equals(high) ? low : words.fromTo(low, high)));
            }
        }
        if (groups.stream().flatMap(group -> group.tiles().stream()).anyMatch(Tile::borrowed)) {
            items.add(Canvas.KeyItem.line(Ink.TILE_LENT, words.borrowedTile()));
        }
        return items;
    }

    /** Every number that is told, in order. */
    private double[] known() {
        return groups.stream()
                .flatMap(group -> group.tiles().stream())
                .map(Tile::reading)
                .filter(Reading::known)
                .mapToDouble(Reading::value)
                .sorted()
                .toArray();
    }

    /** Which fifth of all numbers one lies in; equal numbers lie in the same. */
    static int shade(double[] sorted, double value) {
        int shade = 0;
        for (int part = 1; part < SHADES; part++) {
            if (value > sorted[Math.max(0, sorted.length * part / SHADES - 1)]) {
                shade++;
            }
        }
        return shade;
    }

    private String written(Tile tile) {
        return tile.reading().known() ? words.middle(unit, tile.reading()) : "*";
    }

    private String told(Tile tile) {
        String value = tile.reading().known() ? words.value(unit, tile.reading()) : "*";
        return tile.borrowed() ? value + ", " + words.borrowed() : value;
    }

    @Override
    public Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (Group group : groups) {
            for (Tile tile : group.tiles()) {
                rows.add(List.of(
                        tile.name(),
                        group.name(),
                        tile.borrowed() ? written(tile) + ", " + words.borrowed() : written(tile),
                        words.low(unit, tile.reading()),
                        words.high(unit, tile.reading())));
            }
        }
        return new Table(title, List.of(words.itsName(), grouped, measure, words.low(), words.high()), rows);
    }
}
