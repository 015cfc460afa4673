package org.whorl.draw;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a file of a picture: its title above, its colours inside, paper behind. */
final class Standalone {

    private static final Pattern HEIGHT = Pattern.compile(" height=\"([0-9.]+)\"");
    private static final int MARGIN = 24;

    private Standalone() {}

    static String of(Chart chart, Size size) {
        String picture = chart.svg(size, "chart");
        Matcher found = HEIGHT.matcher(picture);
        double height = found.find() ? Double.parseDouble(found.group(1)) : size.width();
        double type = size.type() + 3;
        List<String> title = Type.wrap(chart.title(), type * Type.BOLD, size.width());
        double top = MARGIN + title.size() * type * 1.4 + 8;
        double width = size.width() + 2.0 * MARGIN;
        Svg file = new Svg();
        file.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        file.tag("svg").set("xmlns", "http://www.w3.org/2000/svg");
        file.set("viewBox", "0 0 " + Math.round(width) + " " + Math.round(top + height + MARGIN));
        file.set("width", width).set("height", Math.rint(top + height + MARGIN));
        file.set("font-family", Canvas.FONTS)
                .set("font-size", type)
                .set("lang", chart.words().code())
                .hold();
        file.add("<style>" + Palette.pictureCss().replace("<", "").replace("&", "") + "</style>");
        file.rect(0, 0, width, top + height + MARGIN).ink(Ink.PAPER).shut();
        for (int i = 0; i < title.size(); i++) {
            file.text(MARGIN, MARGIN + (i + 0.8) * type * 1.4, Svg.Anchor.START, Ink.STRONG, title.get(i));
        }
        // The picture keeps its own coordinates: an svg inside an svg only needs to be told where it lies.
        file.add(picture.replaceFirst("<svg ", "<svg x=\"" + MARGIN + "\" y=\"" + Math.round(top) + "\" "));
        return file.end("svg").add("\n").toString();
    }
}
