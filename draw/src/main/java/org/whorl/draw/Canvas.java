package org.whorl.draw;

import java.util.List;

/**
 * A picture while it is being drawn: from the top down, as tall as it turns out to be. Text goes into lines and columns
 * that are its own, which is why no label ever lies on another.
 */
final class Canvas {

    static final String FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

    private static final double SWATCH = 26;
    private static final double BETWEEN_ITEMS = 20;

    final Svg svg = new Svg();
    final Size size;
    /** How far down the picture reaches so far. */
    double y;

    Canvas(Size size) {
        this.size = size;
    }

    double type() {
        return size.type();
    }

    double leading() {
        return size.leading();
    }

    double width() {
        return size.width();
    }

    double textWidth(String text) {
        return Type.width(text, size.type());
    }

    List<String> wrap(String text, double width) {
        return Type.wrap(text, size.type(), width);
    }

    /** Bold text in lines no wider than this. */
    List<String> wrapStrong(String text, double width) {
        return Type.wrap(text, size.type() * Type.BOLD, width);
    }

    /** Lines of text one below the other, the first one's middle a half line below the top. */
    void lines(double x, double top, Svg.Anchor anchor, Ink ink, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            svg.text(x, baseline(top + i * leading()), anchor, ink, lines.get(i));
        }
    }

    /** Text across the whole picture; the picture grows by it. */
    void paragraph(String text, Ink ink) {
        if (text.isBlank()) {
            return;
        }
        List<String> lines = ink.equals(Ink.STRONG) ? wrapStrong(text, width()) : wrap(text, width());
        lines(0, y, Svg.Anchor.START, ink, lines);
        y += lines.size() * leading();
    }

    /** The base line of text whose line begins at this height. */
    double baseline(double top) {
        return top + leading() * 0.5 + type() * 0.35;
    }

    /** What the marks mean; the picture grows by as many rows as it takes. */
    void key(List<KeyItem> items) {
        double x = 0;
        for (KeyItem item : items) {
            List<String> lines = wrap(item.text(), width() - SWATCH - 8);
            double longest = lines.stream().mapToDouble(this::textWidth).max().orElse(0);
            if (x > 0 && x + SWATCH + 8 + longest > width()) {
                x = 0;
                y += leading() + 2;
            }
            item.draw(svg, x, y + leading() / 2, SWATCH);
            lines(x + SWATCH + 8, y, Svg.Anchor.START, Ink.SOFT, lines);
            if (lines.size() > 1) {
                x = 0;
                y += lines.size() * leading() + 2;
            } else {
                x += SWATCH + 8 + longest + BETWEEN_ITEMS;
            }
        }
        y += x > 0 ? leading() + 2 : 0;
    }

    /** Begins the marks of a plot and says where it lies. */
    void openPlot(double left, double top, double right, double bottom) {
        svg.tag("g").set("class", "w-plot");
        svg.set(
                "data-plot",
                Math.round(left) + " " + Math.round(top) + " " + Math.round(right) + " " + Math.round(bottom));
        svg.hold();
    }

    void closePlot() {
        svg.end("g");
    }

    /** The finished picture of the chart. */
    String finish(Chart chart, String id) {
        String name = id + "-" + size.tag();
        double height = Math.ceil(y);
        Svg whole = new Svg();
        whole.tag("svg").set("xmlns", "http://www.w3.org/2000/svg").set("class", "w-chart w-" + size.tag());
        whole.set("viewBox", "0 0 " + size.width() + " " + Math.round(height));
        whole.set("width", size.width()).set("height", height);
        whole.set("role", "img").set("aria-labelledby", name + "-title " + name + "-desc");
        whole.set("lang", chart.words().code()).set("font-family", FONTS).set("font-size", type());
        whole.hold();
        whole.tag("title")
                .set("id", name + "-title")
                .hold()
                .add(Markup.escape(chart.title()))
                .end("title");
        whole.tag("desc")
                .set("id", name + "-desc")
                .hold()
                .add(Markup.escape(chart.sentence()))
                .end("desc");
        return whole.add(svg.toString()).end("svg").toString();
    }

    /** The picture of a chart without a value. */
    static String empty(Chart chart, Size size, String id) {
        Canvas canvas = new Canvas(size);
        canvas.svg
                .rect(0.5, 0.5, size.width() - 1, 119)
                .set("rx", 8)
                .ink(Ink.FRAME)
                .shut();
        canvas.y = 60 - canvas.leading() / 2;
        List<String> lines = canvas.wrap(chart.words().nothingToDraw(), size.width() - 32);
        canvas.lines(size.width() / 2.0, canvas.y, Svg.Anchor.MIDDLE, Ink.SOFT, lines);
        canvas.y = 120;
        return canvas.finish(chart, id);
    }

    /** One entry of a key: a small drawing and its meaning. */
    record KeyItem(Swatch swatch, String text) {
        void draw(Svg svg, double x, double middle, double width) {
            swatch.draw(svg, x, middle, width);
        }

        static KeyItem line(Ink ink, String text) {
            return new KeyItem((svg, x, middle, width) -> svg.line(x, middle, x + width, middle, ink), text);
        }

        static KeyItem box(Ink ink, String text) {
            return new KeyItem(
                    (svg, x, middle, width) ->
                            svg.rect(x, middle - 6, width, 12).ink(ink).shut(),
                    text);
        }
    }

    /** Draws a sample of a mark. */
    interface Swatch {
        void draw(Svg svg, double x, double middle, double width);
    }
}
