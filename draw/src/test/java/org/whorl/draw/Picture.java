package org.whorl.draw;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A drawn picture read back: where its text and its marks really are. */
final class Picture {

    /** A rectangle, with what stands in it. */
    record Box(String what, double left, double top, double right, double bottom) {
        boolean touches(Box other) {
            // Half a unit: numbers are written with one decimal.
            return left + 0.5 < other.right
                    && other.left + 0.5 < right
                    && top + 0.5 < other.bottom
                    && other.top + 0.5 < bottom;
        }

        boolean within(Box outer, double tolerance) {
            return left >= outer.left - tolerance
                    && right <= outer.right + tolerance
                    && top >= outer.top - tolerance
                    && bottom <= outer.bottom + tolerance;
        }
    }

    /** A mark and the plot it belongs to. */
    record Mark(Box box, Box plot) {}

    private final Element root;
    private final double type;

    Picture(String svg) {
        root = parse(svg).getDocumentElement();
        type = Double.parseDouble(root.getAttribute("font-size"));
    }

    static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage() + "\n" + xml, e);
        }
    }

    Element root() {
        return root;
    }

    Box frame() {
        double[] box = numbers(root.getAttribute("viewBox"));
        return new Box("frame", box[0], box[1], box[2], box[3]);
    }

    /** The text everybody sees; what shows only while pointed at lies on top of all else on purpose. */
    List<Box> labels() {
        List<Box> labels = new ArrayList<>();
        for (Element text : elements(root, "text")) {
            if (inside(text, "w-readout") == null) {
                labels.add(label(text));
            }
        }
        return labels;
    }

    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        for (String tag : List.of("rect", "circle", "path")) {
            for (Element element : elements(root, tag)) {
                Element plot = inside(element, "w-plot");
                if (plot != null) {
                    double[] area = numbers(plot.getAttribute("data-plot"));
                    marks.add(new Mark(box(element), new Box("plot", area[0], area[1], area[2], area[3])));
                }
            }
        }
        return marks;
    }

    static List<Element> elements(Element root, String tag) {
        NodeList found = root.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private Box label(Element text) {
        double x = number(text, "x");
        double y = number(text, "y");
        boolean bold = text.getAttribute("class").contains("w-strong");
        double width = bold ? Type.boldWidth(text.getTextContent(), type) : Type.width(text.getTextContent(), type);
        double left = switch (text.getAttribute("text-anchor")) {
            case "middle" -> x - width / 2;
            case "end" -> x - width;
            default -> x;
        };
        return new Box(text.getTextContent(), left, y - type * 0.8, left + width, y + type * 0.25);
    }

    private static Box box(Element element) {
        return switch (element.getTagName().toLowerCase(Locale.ROOT)) {
            case "rect" -> {
                double x = number(element, "x");
                double y = number(element, "y");
                yield new Box("rect", x, y, x + number(element, "width"), y + number(element, "height"));
            }
            case "circle" -> {
                double x = number(element, "cx");
                double y = number(element, "cy");
                yield new Box("circle", x, y, x, y);
            }
            default -> path(element);
        };
    }

    /** Around all points of a path, curves sampled; a stream is as wide as its stroke. */
    private static Box path(Element path) {
        String steps = path.getAttribute("d").replaceAll("([MLCZl])", " $1 ").strip();
        String[] words = steps.split("\\s+");
        double half = path.getAttribute("class").contains("w-flow") ? number(path, "stroke-width") / 2 : 0;
        double[] x = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double[] y = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double hereX = 0;
        double hereY = 0;
        for (int i = 0; i < words.length; ) {
            String letter = words[i++];
            if (letter.equals("Z")) {
                continue;
            }
            int count = letter.equals("C") ? 6 : 2;
            double[] p = numbers(String.join(" ", Arrays.copyOfRange(words, i, i + count)));
            i += count;
            if (letter.equals("l")) {
                p = new double[] {hereX + p[0], hereY + p[1]};
            }
            // A straight line is a curve whose handles lie at its ends.
            double[] c = count == 6 ? p : new double[] {hereX, hereY, p[0], p[1], p[0], p[1]};
            boolean moved = !letter.equals("M");
            for (int s = 0; s <= 20; s++) {
                double t = moved ? s / 20.0 : 1;
                double px = at(t, hereX, c[0], c[2], c[4]);
                double py = at(t, hereY, c[1], c[3], c[5]);
                double slopeX = moved ? slope(t, hereX, c[0], c[2], c[4]) : 0;
                double slopeY = moved ? slope(t, hereY, c[1], c[3], c[5]) : 0;
                double length = Math.hypot(slopeX, slopeY);
                double asideX = length < 1e-9 ? 0 : Math.abs(slopeY) / length * half;
                double asideY = length < 1e-9 ? 0 : Math.abs(slopeX) / length * half;
                x[0] = Math.min(x[0], px - asideX);
                x[1] = Math.max(x[1], px + asideX);
                y[0] = Math.min(y[0], py - asideY);
                y[1] = Math.max(y[1], py + asideY);
            }
            hereX = p[count - 2];
            hereY = p[count - 1];
        }
        return new Box(path.getAttribute("class"), x[0], y[0], x[1], y[1]);
    }

    private static double at(double t, double a, double b, double c, double d) {
        double u = 1 - t;
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    }

    private static double slope(double t, double a, double b, double c, double d) {
        double u = 1 - t;
        return 3 * u * u * (b - a) + 6 * u * t * (c - b) + 3 * t * t * (d - c);
    }

    private static Element inside(Element element, String name) {
        for (org.w3c.dom.Node node = element.getParentNode();
                node instanceof Element parent;
                node = node.getParentNode()) {
            if (List.of(parent.getAttribute("class").split(" ")).contains(name)) {
                return parent;
            }
        }
        return null;
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    private static double[] numbers(String words) {
        return Arrays.stream(words.strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
