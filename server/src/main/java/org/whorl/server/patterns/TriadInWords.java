package org.whorl.server.patterns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whorl.draw.Bars;
import org.whorl.draw.Figure;
import org.whorl.draw.Reading;
import org.whorl.draw.Ternary;
import org.whorl.draw.Unit;
import org.whorl.draw.Words;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.voices.Triads;
import org.whorl.server.design.Screen;
import org.whorl.server.stories.Placed;

/** What the marks of a question say, as sentences, cells and a picture. */
public final class TriadInWords {

    /**
     * How far marks lie apart when people point anywhere at all, for each log-ratio: pi squared over six, the variance of a
     * log-ratio's coordinate when every point of the triangle, or of the line, is as likely as any other.
     */
    private static final double ANYWHERE = Math.PI * Math.PI / 6;

    private static final double CLOSE = 0.4;
    private static final double WIDE = 0.9;

    private final Screen s;
    private final Words words;
    private final List<String> ends;
    private final String question;
    private final TriadSeen seen;
    private final List<Placed> placed;

    TriadInWords(Screen s, Triad triad, List<Placed> all) {
        this.s = s;
        this.words = s.language().words();
        this.ends = triad.in(s.language()).ends();
        this.question = triad.in(s.language()).question();
        this.seen = TriadSeen.of(all);
        this.placed = all.stream().filter(each -> each.placement().applies()).toList();
    }

    /** May anything be told yet? */
    public boolean isTold() {
        return seen.middle().isPresent();
    }

    /** What they say together. */
    public String sentence() {
        return seen.middle().map(this::sentence).orElseGet(() -> s.say("triads.few"));
    }

    private String sentence(Triads middle) {
        for (int k = 0; k < ends.size(); k++) {
            double low = middle.centre().get(k).low();
            int end = k;
            boolean most = java.util.stream.IntStream.range(0, ends.size())
                    .allMatch(
                            other -> other == end || middle.centre().get(other).high() < low);
            if (most) {
                return s.say("triads.most", ends.get(k), share(middle, k));
            }
        }
        return s.say("triads.even");
    }

    /** An end with how much of it there is in the middle of all. */
    public record End(String name, String share) {}

    /** How much of each end there is in the middle of all. */
    public List<End> ends() {
        return seen.middle().map(this::ends).orElse(List.of());
    }

    private List<End> ends(Triads middle) {
        List<End> all = new ArrayList<>();
        for (int k = 0; k < ends.size(); k++) {
            all.add(new End(ends.get(k), share(middle, k)));
        }
        return all;
    }

    private String share(Triads middle, int k) {
        return words.value(Unit.SHARE, reading(middle.centre().get(k)));
    }

    private static Reading reading(Estimate estimate) {
        return Reading.of(estimate.mean(), estimate.low(), estimate.high());
    }

    /** How many put their story somewhere. */
    public String marks() {
        return s.number(seen.marks());
    }

    /** For how many it does not apply. */
    public String notApplicable() {
        return s.number(seen.notApplicable());
    }

    /** How far marks lie apart. */
    public String spread() {
        return seen.middle()
                .map(middle -> {
                    double share = middle.variance() / (ANYWHERE * (ends.size() - 1));
                    String far = share < CLOSE ? "close" : share < WIDE ? "apart" : "anywhere";
                    return s.say("triads.spread." + far, words.number(Math.round(100 * middle.variance()) / 100.0));
                })
                .orElse("");
    }

    /** A group as it stands in a table: its name, how many, and how much of each end. */
    public record Row(String name, String marks, List<String> shares) {}

    /** One way to compare: its heading, what comes of it, and the groups. */
    public record Comparison(String by, String verdict, boolean told, List<Row> rows) {}

    /** Whether groups differ. */
    public List<Comparison> comparisons(Map<String, String> places) {
        return seen.compared().stream()
                .map(each -> new Comparison(
                        s.say("triads.by." + each.by().key()),
                        verdict(each),
                        each.chance().isPresent(),
                        each.groups().stream()
                                .map(group -> new Row(
                                        name(each.by(), group.key(), places),
                                        s.number(group.marks()),
                                        group.middle().map(this::ends).orElse(List.of()).stream()
                                                .map(End::share)
                                                .toList()))
                                .toList()))
                .toList();
    }

    private String verdict(TriadSeen.Compared compared) {
        Optional<Double> chance = compared.chance();
        return chance.isEmpty()
                ? s.say("triads.by.few")
                : s.say(
                        compared.differ() ? "triads.by.differ" : "triads.by.alike",
                        String.valueOf(Math.max(1, Math.round(1000 * chance.get()))));
    }

    private String name(TriadGroups by, String key, Map<String, String> places) {
        return switch (by) {
            case LANGUAGE -> s.say("tell.answer." + key);
            case ROUTE -> s.say("ways.route." + key);
            case PLACE -> places.getOrDefault(key, key);
            case KIND -> s.say("tell.kind." + key);
            case TELLER -> s.say("triads.teller." + key);
        };
    }

    /** Were only some compared, by lot? How many. */
    public int drawn() {
        return seen.drawn();
    }

    /** Why the question may tell little. */
    public List<String> doubts() {
        return seen.doubts().stream()
                .map(doubt -> s.say("triads.doubt." + doubt.key()))
                .toList();
    }

    /** The picture; nothing while it may not be told. */
    public String picture() {
        return seen.middle()
                .map(middle -> new Figure("marks", ends.size() == 2 ? line(middle) : triangle(middle)).html())
                .orElse("");
    }

    private Ternary triangle(Triads middle) {
        return new Ternary(
                words,
                question,
                sentence(),
                ends,
                TriadSeen.parts(placed).stream()
                        .map(part -> new Ternary.Mark(part[0], part[1], part[2]))
                        .toList(),
                middle.centre().stream().map(TriadInWords::reading).toList());
    }

    /** Two ends: how many marks lie where, in five parts of the line, or in three while there are few. */
    private Bars line(Triads middle) {
        int parts = middle.people() < Ternary.DENSE ? 3 : 5;
        int[] counts = new int[parts];
        for (double[] mark : TriadSeen.parts(placed)) {
            counts[Math.min(parts - 1, (int) (mark[1] * parts + 1e-9))]++;
        }
        List<Bars.Bar> bars = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            String name = switch (parts - 1 - 2 * i) {
                case 0 -> s.say("triads.line.between");
                case 4 -> s.say("triads.line.most", ends.get(0));
                case -4 -> s.say("triads.line.most", ends.get(1));
                default -> s.say("triads.line.more", ends.get(i * 2 < parts ? 0 : 1));
            };
            bars.add(new Bars.Bar(name, Reading.of(counts[i] / (double) placed.size())));
        }
        return new Bars(words, question, sentence(), s.say("triads.line.measure"), Unit.SHARE, bars);
    }
}
