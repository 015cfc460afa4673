package org.whorl.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.whorl.draw.Bands.Line;
import org.whorl.draw.Bands.Point;
import org.whorl.draw.Bands.Threshold;
import org.whorl.draw.Bars.Bar;
import org.whorl.draw.Calibration.Pair;
import org.whorl.draw.Flow.Link;
import org.whorl.draw.Flow.Stop;
import org.whorl.draw.Ledger.Entry;

/** Whatever the numbers and the words: nothing is drawn outside its plot, and no label lies on another. */
class LayoutPropertyTest {

    private static final String SENTENCE = "A sentence.";

    @Property(tries = 150, seed = "20260401")
    void bars(@ForAll("readings") List<Reading> readings, @ForAll("names") List<String> names, @ForAll Unit unit) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            bars.add(new Bar(names.get(i % names.size()), readings.get(i)));
        }
        check(new Bars(Words.CY, "T", SENTENCE, names.getFirst(), unit, bars));
    }

    @Property(tries = 150, seed = "20260402")
    void calibration(
            @ForAll("readings") List<Reading> readings, @ForAll("names") List<String> names, @ForAll Unit unit) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            double seen = readings.get((i + 1) % readings.size()).value();
            pairs.add(new Pair(names.get(i % names.size()), readings.get(i), seen));
        }
        check(new Calibration(Words.EN, "T", SENTENCE, names.getFirst(), unit, pairs));
    }

    @Property(tries = 150, seed = "20260403")
    void ledger(@ForAll("readings") List<Reading> readings, @ForAll("names") List<String> names) {
        List<String> columns = List.of(names.getFirst(), names.getLast(), "Capacity");
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i + 2 < readings.size(); i++) {
            entries.add(new Entry(names.get(i % names.size()), readings.subList(i, i + 3)));
        }
        check(new Ledger(Words.EN, "T", SENTENCE, Unit.POUNDS, columns, entries));
    }

    @Property(tries = 200, seed = "20260404")
    void bands(
            @ForAll("readings") List<Reading> readings,
            @ForAll("names") List<String> names,
            @ForAll("steps") int step,
            @ForAll("lines") int lines,
            @ForAll("levels") double level,
            @ForAll Words words,
            @ForAll Unit unit) {
        List<Line> all = new ArrayList<>();
        for (int l = 0; l < lines; l++) {
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < readings.size(); i++) {
                Reading r = readings.get((i + l) % readings.size());
                points.add(new Point(
                        Samples.START.plusDays((long) i * step), r.value(), r.low(), r.value(), r.low(), r.high()));
            }
            all.add(new Line(names.get(l % names.size()), points));
        }
        Threshold threshold = new Threshold(level, names.getLast());
        check(new Bands(words, "T", SENTENCE, names.getFirst(), unit, all, threshold));
    }

    @Property(tries = 150, seed = "20260405")
    void distribution(@ForAll("readings") List<Reading> readings, @ForAll("levels") double level, @ForAll Unit unit) {
        List<Double> values = readings.stream().map(Reading::value).toList();
        check(new Distribution(Words.CY, "T", SENTENCE, "M", unit, values));
        check(new Distribution(Words.EN, "T", SENTENCE, "M", unit, values).withThreshold(level, "Above it"));
    }

    @Property(tries = 200, seed = "20260406")
    void flow(@ForAll("links") List<Link> links, @ForAll("names") List<String> names) {
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            stops.add(new Stop("" + i, names.get(i % names.size())));
        }
        check(new Flow(Words.EN, "T", SENTENCE, stops, links));
    }

    @Property(tries = 150, seed = "20260407")
    void spiral(@ForAll("names") List<String> names, @ForAll("turns") List<Integer> turns, @ForAll Words words) {
        List<Spiral.Whorl> whorls = new ArrayList<>();
        java.time.LocalDate from = Samples.START;
        int people = 0;
        for (int i = 0; i < turns.size(); i++) {
            java.time.LocalDate to = from.plusDays(turns.get(i) % 400);
            people += turns.get(i) % 90;
            String name = names.get(i % names.size());
            whorls.add(new Spiral.Whorl(name, from, to, i == turns.size() - 1, people, "*", name, "" + people));
            from = to;
        }
        check(new Spiral(words, "T", SENTENCE, whorls));
    }

    @Property(tries = 150, seed = "20260409")
    void lineage(@ForAll("names") List<String> names, @ForAll("turns") List<Integer> steps, @ForAll Words words) {
        List<Lineage.Node> nodes = new ArrayList<>(List.of(new Lineage.Node("0", "K", names.getFirst(), 0)));
        List<Lineage.Link> links = new ArrayList<>();
        for (int i = 1; i <= steps.size(); i++) {
            int step = steps.get(i - 1) % 2 == 0 ? 1 + steps.get(i - 1) % 3 : -1 - steps.get(i - 1) % 3;
            nodes.add(new Lineage.Node("" + i, names.getLast(), names.get(i % names.size()), step));
            links.add(step < 0 ? new Lineage.Link("" + i, "0") : new Lineage.Link("0", "" + i));
        }
        check(new Lineage(words, "T", SENTENCE, nodes, links));
    }

    @Property(tries = 150, seed = "20260408")
    void triangles(@ForAll("readings") List<Reading> readings, @ForAll("names") List<String> names) {
        List<Triangles.Triangle> triangles = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            double pounds = Math.abs(readings.get((i + 1) % readings.size()).value());
            triangles.add(new Triangles.Triangle(
                    names.get(i % names.size()), pounds, readings.get(i).value()));
        }
        check(new Triangles(Words.CY, "T", SENTENCE, names.getFirst(), names.getLast(), triangles));
    }

    @Provide
    Arbitrary<List<Integer>> turns() {
        return Arbitraries.integers().between(0, 40_000).list().ofMinSize(1).ofMaxSize(14);
    }

    private static void check(Chart chart) {
        for (Size size : Size.values()) {
            Layout.check(chart, size);
        }
        Picture.parse(chart.figure("f"));
    }

    @Provide
    Arbitrary<Double> levels() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(-100, 100),
                Arbitraries.doubles().between(-1e15, 1e15),
                Arbitraries.integers().between(-50, 5000).map(i -> (double) i),
                Arbitraries.doubles().between(-100, 100).map(d -> d * 1e-8),
                Arbitraries.of(0.0, 1e300, Double.NaN, Double.NEGATIVE_INFINITY, -1e15));
    }

    @Provide
    Arbitrary<Integer> steps() {
        return Arbitraries.of(1, 3, 30, 400);
    }

    @Provide
    Arbitrary<Integer> lines() {
        return Arbitraries.of(1, 2, 4);
    }

    @Provide
    Arbitrary<List<Reading>> readings() {
        Arbitrary<Reading> one = Combinators.combine(levels(), levels(), levels())
                .as((a, b, c) -> b <= c ? new Reading(a, b, c) : b > c ? new Reading(a, c, b) : Reading.of(a));
        Arbitrary<Reading> likely = Combinators.combine(
                        Arbitraries.doubles().between(-200, 900),
                        Arbitraries.doubles().between(0, 90))
                .as((value, half) -> new Reading(value, value - half, value + 2 * half));
        return Arbitraries.oneOf(
                likely.list().ofMinSize(1).ofMaxSize(12),
                one.list().ofMinSize(1).ofMaxSize(12));
    }

    @Provide
    Arbitrary<List<String>> names() {
        Arbitrary<String> wild = Arbitraries.strings().ofMaxLength(60);
        Arbitrary<String> real = Arbitraries.of(
                "Gofal cartref",
                "Five per cent less home care from July",
                "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
                "A",
                "",
                "Bwrdd Iechyd Prifysgol Cwm Taf Morgannwg, Ysbyty Brenhinol Morgannwg a phob clinig arall o'i amgylch");
        return Arbitraries.oneOf(real, wild).list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Link>> links() {
        Arbitrary<Integer> end = Arbitraries.integers().between(0, 8);
        Arbitrary<Double> people = Arbitraries.oneOf(
                Arbitraries.doubles().between(0, 20),
                Arbitraries.of(0.0, -1.0, Double.NaN, 1e-9, 5_000_000.0, Double.POSITIVE_INFINITY));
        return Combinators.combine(end, end, people)
                .as((from, to, perDay) -> new Link("" + from, "" + to, perDay))
                .set()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(LayoutPropertyTest::sorted);
    }

    private static List<Link> sorted(Set<Link> links) {
        return links.stream()
                .sorted(java.util.Comparator.comparing(Link::from)
                        .thenComparing(Link::to)
                        .thenComparingDouble(Link::perDay))
                .toList();
    }
}
