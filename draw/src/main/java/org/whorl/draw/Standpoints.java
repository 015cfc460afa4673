package org.whorl.draw;

import java.util.ArrayList;
import java.util.List;
import org.whorl.draw.Canvas.KeyItem;

/**
 * Where people stand beside each other: those who answered alike are near. Left, right, up and down mean nothing by
 * themselves, so there are no axes and no numbers on them. Groups differ in shape and in filling, not in colour alone.
 *
 * @param camps the groups; one where there are none to tell apart
 */
public record Standpoints(Words words, String title, String sentence, List<Camp> camps) implements Chart {

    private static final double TALLEST = 380;
    private static final double INSET = 12;

    /** Refuses a chart without words. */
    public Standpoints {
        Needed.words(title, sentence);
        camps = List.copyOf(camps);
    }

    /**
     * People who belong together.
     *
     * @param name what they are called
     * @param places where each of them stands
     */
    public record Camp(String name, List<Place> places) {
        /** Keeps a copy. */
        public Camp {
            places = List.copyOf(places);
        }
    }

    /**
     * Where somebody stands.
     *
     * @param x from left to right, -1 to 1
     * @param y from below, -1 to 1
     */
    public record Place(double x, double y) {
        /** Refuses a place outside of the picture. */
        public Place {
            if (!(Math.abs(x) <= 1 && Math.abs(y) <= 1)) {
                throw new IllegalArgumentException("nobody stands at %s, %s".formatted(x, y));
            }
        }
    }

    @Override
    public String svg(Size size, String id) {
        if (camps.stream().allMatch(camp -> camp.places().isEmpty())) {
            return Canvas.empty(this, size, id);
        }
        Canvas canvas = new Canvas(size);
        if (camps.size() > 1) {
            List<KeyItem> key = new ArrayList<>();
            for (int i = 0; i < camps.size(); i++) {
                int camp = i;
                key.add(new KeyItem(
                        (svg, x, middle, width) -> mark(svg, x + width / 2, middle, camp),
                        camps.get(i).name()));
            }
            canvas.key(key);
            canvas.y += 6;
        }
        double height = Math.min(TALLEST, canvas.width());
        double top = canvas.y;
        canvas.svg
                .rect(0.5, top + 0.5, canvas.width() - 1, height - 1)
                .ink(Ink.FRAME)
                .shut();
        for (int i = 0; i < camps.size(); i++) {
            for (Place place : camps.get(i).places()) {
                mark(
                        canvas.svg,
                        canvas.width() / 2 + place.x() * (canvas.width() / 2 - INSET),
                        top + height / 2 - place.y() * (height / 2 - INSET),
                        i);
            }
        }
        canvas.y = top + height + 4;
        return canvas.finish(this, id);
    }

    /** Circles and squares, filled and hollow by turns. */
    private static void mark(Svg svg, double x, double y, int camp) {
        Ink ink = camp % 2 == 0 ? Ink.solid(camp) : Ink.hollow(camp);
        if (camp % 4 < 2) {
            svg.circle(x, y, 4.5).ink(ink).shut();
        } else {
            svg.rect(x - 4, y - 4, 8, 8).ink(ink).shut();
        }
    }

    @Override
    public Table table() {
        return new Table(
                title,
                List.of(words.itsName(), words.howManyPeople()),
                camps.stream()
                        .map(camp ->
                                List.of(camp.name(), words.number(camp.places().size())))
                        .toList());
    }
}
