package org.whorl.draw;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.whorl.draw.Canvas.KeyItem;
import org.whorl.draw.Svg.Anchor;
import org.whorl.draw.Svg.Path;

/** The picture of a {@link Spiral}: a cone seen from a little above, its whorls named beside it or below. */
final class SpiralPicture {

    /** How far a circle seen from a little above is flattened. */
    private static final double FLAT = 0.26;

    private static final int STEPS = 72;
    private static final double EDGE = 6;
    private static final double BETWEEN_LABELS = 8;
    private static final double THINNEST = 0.03;

    private final Spiral chart;
    private final List<Spiral.Whorl> whorls;
    private final Canvas canvas;
    private final Svg svg;
    private final double right;
    private final double centre;
    private final double widest;
    private final double tall;
    private final double bottom;

    SpiralPicture(Spiral chart, Size size) {
        this.chart = chart;
        this.whorls = chart.whorls();
        this.canvas = new Canvas(size);
        this.svg = canvas.svg;
        this.right = switch (size) {
            case WIDE -> 380;
            case NARROW -> size.width();
        };
        this.tall = switch (size) {
            case WIDE -> 280;
            case NARROW -> 220;
        };
        this.centre = right / 2;
        this.widest = right / 2 - EDGE;
        this.bottom = widest * FLAT + EDGE + tall;
    }

    String svg(String id) {
        double height = bottom + EDGE + widest * FLAT * share(whorls.getFirst());
        if (canvas.size == Size.WIDE) {
            leads();
        }
        canvas.openPlot(0, 0, right, height);
        for (int i = whorls.size() - 1; i >= 0; i--) {
            floor(whorls.get(i));
        }
        for (int i = 0; i < whorls.size(); i++) {
            whorl(i);
        }
        readouts(height);
        canvas.closePlot();
        canvas.y = Math.max(canvas.y, height) + 10;
        if (canvas.size == Size.NARROW) {
            List<KeyItem> items = new ArrayList<>();
            for (int i = whorls.size() - 1; i >= 0; i--) {
                Spiral.Whorl whorl = whorls.get(i);
                items.add(KeyItem.line(Ink.whorlNear(i, whorl.open()), whorl.name() + ": " + whorl.said()));
            }
            for (KeyItem item : items) {
                canvas.key(List.of(item));
            }
            canvas.y += 4;
        }
        canvas.paragraph(chart.words().widerAndHigher(), Ink.SOFT);
        return canvas.finish(chart, id);
    }

    /** Names beside the ends of the whorls, the newest on top, none on another. */
    private void leads() {
        double left = right + 34;
        double from = 0;
        for (int i = whorls.size() - 1; i >= 0; i--) {
            Spiral.Whorl whorl = whorls.get(i);
            List<String> said = canvas.wrapStrong(whorl.said(), canvas.width() - left);
            List<String> name = canvas.wrap(whorl.name(), canvas.width() - left);
            double top = Math.max(from, height(whorl.to()) - canvas.leading() / 2);
            double middle = top + canvas.leading() / 2;
            svg.line(centre + radius(whorl), height(whorl.to()), right + 14, middle, Ink.AXIS);
            svg.line(right + 14, middle, left - 6, middle, Ink.AXIS);
            canvas.lines(left, top, Anchor.START, Ink.STRONG, said);
            canvas.lines(left, top + said.size() * canvas.leading(), Anchor.START, Ink.SOFT, name);
            from = top + (said.size() + name.size()) * canvas.leading() + BETWEEN_LABELS;
        }
        canvas.y = from;
    }

    /** The circle a turn ends on, faintly, so that the whole is seen as a cone. */
    private void floor(Spiral.Whorl whorl) {
        svg.tag("ellipse").set("cx", centre).set("cy", height(whorl.to()));
        svg.set("rx", radius(whorl))
                .set("ry", radius(whorl) * FLAT)
                .ink(Ink.FLOOR)
                .shut();
    }

    private void whorl(int number) {
        Spiral.Whorl whorl = whorls.get(number);
        double narrow = number == 0 ? 0 : radius(whorls.get(number - 1));
        double wide = radius(whorl);
        double low = height(whorl.from());
        double high = Math.min(height(whorl.to()), low - tall * THINNEST);
        high = Math.max(high, bottom - tall);
        Path all = new Path();
        Path near = new Path();
        boolean drawing = false;
        for (int step = 0; step <= STEPS; step++) {
            double share = step / (double) STEPS;
            // Begins and ends at the right, where its name is.
            double angle = 2 * Math.PI * share;
            double radius = narrow + (wide - narrow) * share;
            double x = centre + radius * Math.cos(angle);
            double y = low + (high - low) * share + radius * FLAT * Math.sin(angle);
            point(all, step > 0, x, y);
            boolean front = Math.sin(angle) >= -1e-9;
            if (front) {
                point(near, drawing, x, y);
            }
            drawing = front;
        }
        svg.tag("g").set("class", "w-mark").set("data-name", whorl.name()).set("data-value", whorl.said());
        svg.hold().title(whorl.name() + ": " + whorl.said());
        svg.tag("path").set("d", all).ink(Ink.whorlFar(number)).shut();
        svg.tag("path").set("d", near).ink(Ink.whorlNear(number, whorl.open())).shut();
        svg.circle(centre + wide, high, 4.5).ink(Ink.hollow(number)).shut();
        svg.end("g");
    }

    /** Bands across the cone, one for each turn, that say what it was while pointed at or touched. */
    private void readouts(double height) {
        svg.tag("g").set("class", "w-readouts").ink(Ink.HIDDEN).hold();
        for (int i = 0; i < whorls.size(); i++) {
            Spiral.Whorl whorl = whorls.get(i);
            double top = i == whorls.size() - 1 ? 0 : height(whorl.to());
            double low = i == 0 ? height : height(whorl.from());
            if (low - top < 0.5) {
                continue;
            }
            svg.tag("g").set("class", "w-hit").hold();
            svg.rect(0, top, right, low - top).shut();
            svg.tag("g").set("class", "w-readout").hold();
            card(whorl, top, height);
            svg.end("g").end("g");
        }
        svg.end("g");
    }

    private void card(Spiral.Whorl whorl, double top, double height) {
        double room = right - 2 * EDGE - 20;
        List<String> name = canvas.wrapStrong(whorl.name(), room);
        List<String> said = new ArrayList<>(
                canvas.wrap(chart.words().fromTo(chart.month(whorl.from()), chart.month(whorl.to())), room));
        said.addAll(canvas.wrap(whorl.said(), room));
        said.addAll(canvas.wrap(chart.words().newPeople() + ": " + whorl.newcomers(), room));
        double width = 20;
        for (String line : name) {
            width = Math.max(width, Type.boldWidth(line, canvas.type()) + 20);
        }
        for (String line : said) {
            width = Math.max(width, canvas.textWidth(line) + 20);
        }
        double tallCard = (name.size() + said.size()) * canvas.leading() + 12;
        double y = Math.max(0, Math.min(top, height - tallCard));
        double x = Math.max(0, centre - width / 2);
        svg.rect(x, y, width, tallCard).set("rx", 6).shut();
        canvas.lines(x + 10, y + 6, Anchor.START, Ink.BARE, name);
        canvas.lines(x + 10, y + 6 + name.size() * canvas.leading(), Anchor.START, Ink.BARE, said);
    }

    private static void point(Path path, boolean on, double x, double y) {
        if (on) {
            path.on(x, y);
        } else {
            path.move(x, y);
        }
    }

    private double share(Spiral.Whorl whorl) {
        int most = whorls.stream().mapToInt(Spiral.Whorl::width).max().orElse(0);
        return most == 0 ? 0 : whorl.width() / (double) most;
    }

    private double radius(Spiral.Whorl whorl) {
        return widest * share(whorl);
    }

    private double height(LocalDate day) {
        double begin = whorls.getFirst().from().toEpochDay();
        double end = whorls.stream()
                .mapToDouble(whorl -> whorl.to().toEpochDay())
                .max()
                .orElse(begin);
        double up = (day.toEpochDay() - begin) / Math.max(1, end - begin);
        return bottom - tall * Math.max(0, Math.min(1, up));
    }
}
