package org.whorl.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.whorl.draw.Lineage.Node;
import org.whorl.draw.Svg.Anchor;
import org.whorl.draw.Svg.Path;

/** The picture of a {@link Lineage}: boxes in columns, or one below the other. */
final class LineagePicture {

    /** So many steps each way have room for their names. */
    private static final int STEPS_WIDE = 2;

    private static final int MOST_IN_COLUMN = 6;
    private static final int MOST_LINES = 3;
    private static final double GUTTER = 28;
    private static final double PAD = 8;
    private static final double BETWEEN = 12;
    private static final double INDENT = 16;

    private final Lineage chart;
    private final Canvas canvas;
    private final Map<String, Box> boxes = new HashMap<>();

    LineagePicture(Lineage chart, Size size) {
        this.chart = chart;
        this.canvas = new Canvas(size);
    }

    private record Box(
            Node node, double x, double y, double width, List<String> kind, List<String> name, double height) {
        double middle() {
            return y + height / 2;
        }
    }

    String draw(String id) {
        switch (canvas.size) {
            case WIDE -> columns();
            case NARROW -> stack();
        }
        canvas.openPlot(0, 0, canvas.width(), canvas.y);
        for (Lineage.Link link : chart.links()) {
            Box from = boxes.get(link.from());
            Box to = boxes.get(link.to());
            if (from != null && to != null && from.node().step() < to.node().step()) {
                link(from, to);
            }
        }
        for (Node node : chart.nodes()) {
            Box box = boxes.get(node.id());
            if (box != null) {
                frame(box);
            }
        }
        canvas.closePlot();
        for (Node node : chart.nodes()) {
            Box box = boxes.get(node.id());
            if (box != null) {
                canvas.lines(box.x() + PAD, box.y() + PAD, Anchor.START, Ink.SOFT, box.kind());
                double below = box.y() + PAD + box.kind().size() * canvas.leading();
                canvas.lines(box.x() + PAD, below, Anchor.START, node.step() == 0 ? Ink.STRONG : Ink.TEXT, box.name());
            }
        }
        canvas.y += 4;
        return canvas.finish(chart, id);
    }

    private void columns() {
        int first = Math.max(
                -STEPS_WIDE, chart.nodes().stream().mapToInt(Node::step).min().orElse(0));
        int last = Math.min(
                STEPS_WIDE, chart.nodes().stream().mapToInt(Node::step).max().orElse(0));
        int count = last - first + 1;
        double width = Math.min(260, (canvas.width() - 2 - GUTTER * (count - 1)) / count);
        List<List<Box>> columns = new ArrayList<>();
        double tallest = 0;
        for (int step = first; step <= last; step++) {
            List<Box> column = new ArrayList<>();
            double y = 0;
            for (Node node : shown(step, MOST_IN_COLUMN)) {
                Box box = box(node, 1 + (step - first) * (width + GUTTER), y, width);
                column.add(box);
                y += box.height() + BETWEEN;
            }
            tallest = Math.max(tallest, y - BETWEEN);
            columns.add(column);
        }
        for (List<Box> column : columns) {
            double height = column.isEmpty()
                    ? 0
                    : column.getLast().y() + column.getLast().height();
            for (Box box : column) {
                Box moved = new Box(
                        box.node(),
                        box.x(),
                        box.y() + (tallest - height) / 2 + 1,
                        box.width(),
                        box.kind(),
                        box.name(),
                        box.height());
                boxes.put(box.node().id(), moved);
            }
        }
        canvas.y = tallest + 2;
    }

    private void stack() {
        double y = 1;
        for (int step = -1; step <= 1; step++) {
            for (Node node : shown(step, MOST_IN_COLUMN)) {
                double x = step == 0 ? 1 : 1 + INDENT;
                Box box = box(node, x, y, canvas.width() - x - 1);
                boxes.put(node.id(), box);
                y += box.height() + BETWEEN;
            }
        }
        canvas.y = y - BETWEEN + 1;
    }

    private List<Node> shown(int step, int most) {
        return chart.nodes().stream()
                .filter(node -> node.step() == step)
                .limit(most)
                .toList();
    }

    private Box box(Node node, double x, double y, double width) {
        List<String> kind = cut(canvas.wrap(node.kind(), width - 2 * PAD), 1);
        List<String> name = cut(
                node.step() == 0
                        ? canvas.wrapStrong(node.name(), width - 2 * PAD)
                        : canvas.wrap(node.name(), width - 2 * PAD),
                MOST_LINES);
        return new Box(node, x, y, width, kind, name, (kind.size() + name.size()) * canvas.leading() + 2 * PAD);
    }

    private static List<String> cut(List<String> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        List<String> some = new ArrayList<>(lines.subList(0, most));
        String last = some.removeLast();
        some.add(last.substring(0, Math.max(1, last.length() - 2)).strip() + "…");
        return some;
    }

    private void frame(Box box) {
        canvas.svg
                .rect(box.x(), box.y(), box.width(), box.height())
                .set("rx", 4)
                .set("data-name", box.node().name())
                .ink(box.node().step() == 0 ? Ink.hollow(0) : Ink.FRAME)
                .hold();
        canvas.svg.title(box.node().kind() + ": " + box.node().name()).end("rect");
    }

    private void link(Box from, Box to) {
        Path path = new Path();
        switch (canvas.size) {
            case WIDE -> {
                double left = from.x() + from.width();
                double bend = Math.max(GUTTER, (to.x() - left) / 2);
                path.move(left, from.middle());
                path.curve(left + bend, from.middle(), to.x() - bend, to.middle(), to.x(), to.middle());
            }
            case NARROW -> {
                // Down the margin, from beside what was first into the middle, or from the middle to what came of it.
                double margin = 1 + INDENT / 2;
                if (from.node().step() < 0) {
                    path.move(from.x(), from.middle());
                    path.line(margin, from.middle());
                    path.line(margin, to.y());
                } else {
                    path.move(margin, from.y() + from.height());
                    path.line(margin, to.middle());
                    path.line(to.x(), to.middle());
                }
            }
        }
        canvas.svg.tag("path").set("d", path).ink(Ink.AXIS).shut();
    }
}
