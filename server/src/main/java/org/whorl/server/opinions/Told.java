package org.whorl.server.opinions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.whorl.draw.Bars;
import org.whorl.draw.Reading;
import org.whorl.draw.Standpoints;
import org.whorl.draw.Unit;
import org.whorl.draw.Words;
import org.whorl.server.design.Screen;
import org.whorl.server.opinions.Result.Line;
import org.whorl.server.opinions.Result.Part;

/** What came of a conversation, in words for its page. A statement that is no longer shown is in none of it. */
public final class Told {

    private static final String OPINION = "opinion";
    private static final String ROLE = "role";

    private final Screen s;
    private final Conversation conversation;
    private final ResultStore.Kept kept;
    private final Result result;
    private final Map<UUID, Statement> statements;

    /**
     * One statement and what is said of it.
     *
     * @param statement which
     * @param share the share the finding rests on, with its interval
     * @param cuts for each side how it voted
     */
    public record Row(Statement statement, String share, List<String> cuts) {
        /** Keeps a copy. */
        public Row {
            cuts = List.copyOf(cuts);
        }
    }

    /**
     * What would change without a side.
     *
     * @param name the side
     * @param gone what would no longer be common ground
     * @param come what would become it
     */
    public record Without(String name, List<Statement> gone, List<Statement> come) {
        /** Keeps copies. */
        public Without {
            gone = List.copyOf(gone);
            come = List.copyOf(come);
        }
    }

    /**
     * A group as Polis makes them.
     *
     * @param name what it is called here
     * @param size how many, as far as it is told
     */
    public record Camp(String name, String size, List<Statement> agrees, List<Statement> disagrees) {
        /** Keeps copies. */
        public Camp {
            agrees = List.copyOf(agrees);
            disagrees = List.copyOf(disagrees);
        }
    }

    Told(Screen s, Conversation conversation, ResultStore.Kept kept, List<Statement> shown) {
        this.s = s;
        this.conversation = conversation;
        this.kept = kept;
        this.result = kept.result();
        this.statements = shown.stream().collect(Collectors.toMap(Statement::id, Function.identity()));
    }

    /** When it was worked out. */
    public Instant at() {
        return kept.at();
    }

    /** Could anything be told? */
    public boolean isEnough() {
        return result.enough();
    }

    /** Whether there are groups, and why one may say so. */
    public String verdict() {
        return switch (result.verdict()) {
            case "clear" -> s.say("opinions.verdict.clear", result.sides().size(), often(), two(result.alike()));
            case "not-beyond-chance" -> s.say("opinions.verdict.chance", often());
            case "not-stable" -> s.say("opinions.verdict.not-stable", two(result.alike()));
            default -> s.say("opinions.verdict.too-few");
        };
    }

    /** By what people are compared. */
    public String compared() {
        return switch (result.basis()) {
            case OPINION -> s.say("opinions.by-opinion");
            case ROLE -> s.say("opinions.by-role");
            default -> s.say("opinions.by-everybody");
        };
    }

    /** Are there several sides? */
    public boolean isCompared() {
        return result.sides().size() > 1;
    }

    /** The sides with how many are in each, as far as it is told. */
    public List<String> sides() {
        return result.sides().stream()
                .map(side -> s.say("opinions.side", name(side.name()), side.size()))
                .toList();
    }

    /** What the sides are called. */
    public List<String> names() {
        return result.sides().stream().map(side -> name(side.name())).toList();
    }

    /** What all sides agree with, the surest first. */
    public List<Row> agreed() {
        return rows(found("agree"));
    }

    /** What all sides disagree with. */
    public List<Row> disagreed() {
        return rows(found("disagree"));
    }

    /** Where the sides differ. */
    public List<Row> differences() {
        return rows(found("differ"));
    }

    /** What many passed. */
    public List<Row> unclear() {
        return rows(lines().stream().filter(line -> !line.passed().isEmpty()).toList(), Line::passed);
    }

    /** Of which nobody can tell. */
    public List<Row> open() {
        return rows(lines().stream()
                .filter(line -> line.finding().equals("open") || line.finding().equals("too-few"))
                .toList());
    }

    /** What would change without each side. */
    public List<Without> without() {
        return result.without().stream()
                .map(each -> new Without(name(each.name()), named(each.gone()), named(each.come())))
                .toList();
    }

    /** May it be told what Polis would show? */
    public boolean isPolisTold() {
        return result.polis().shown();
    }

    /** The groups as Polis makes them. */
    public List<Camp> polis() {
        List<Camp> camps = new ArrayList<>();
        for (Result.Camp camp : result.polis().groups()) {
            camps.add(new Camp(
                    s.say("opinions.polis.group", camps.size() + 1),
                    camp.size(),
                    named(camp.agrees()),
                    named(camp.disagrees())));
        }
        return camps;
    }

    /** Common ground as a picture; empty where there is none. */
    public Optional<String> picture() {
        List<Bars.Bar> bars = new ArrayList<>();
        for (String finding : List.of("agree", "disagree")) {
            for (Line line : found(finding)) {
                Part part = line.least().getFirst();
                Statement statement = statement(line);
                bars.add(new Bars.Bar(
                        s.say("opinions.bar." + finding, statement.words(s.language())),
                        new Reading(part.share(), part.low(), part.high())));
            }
        }
        return bars.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bars(
                                words(),
                                s.say("opinions.common"),
                                s.say(isCompared() ? "opinions.bars" : "opinions.bars.all"),
                                s.say("opinions.bars.measure"),
                                Unit.SHARE,
                                bars)
                        .figure("common"));
    }

    /** Where people stand; empty where there are too few. */
    public Optional<String> map() {
        if (result.map().isEmpty()) {
            return Optional.empty();
        }
        boolean groups = result.basis().equals(OPINION);
        List<Standpoints.Camp> camps = IntStream.range(
                        0, groups ? result.sides().size() : 1)
                .mapToObj(side -> new Standpoints.Camp(
                        groups ? name(result.sides().get(side).name()) : s.say("opinions.everybody"),
                        result.map().stream()
                                .filter(spot -> !groups || spot.side() == side)
                                .map(spot -> new Standpoints.Place(spot.x(), spot.y()))
                                .toList()))
                .toList();
        return Optional.of(
                new Standpoints(words(), s.say("opinions.map"), s.say("opinions.map.what"), camps).figure("map"));
    }

    private Words words() {
        return s.language().words();
    }

    private List<Line> lines() {
        return result.lines().stream()
                .filter(line -> statements.containsKey(line.statement()))
                .toList();
    }

    /** The surest first, where something is sure; otherwise by number. */
    private List<Line> found(String finding) {
        return lines().stream()
                .filter(line -> line.finding().equals(finding))
                .sorted((a, b) -> Double.compare(
                        b.least().isEmpty() ? 0 : b.least().getFirst().low(),
                        a.least().isEmpty() ? 0 : a.least().getFirst().low()))
                .toList();
    }

    private List<Row> rows(List<Line> lines) {
        return rows(lines, Line::least);
    }

    private List<Row> rows(List<Line> lines, Function<Line, List<Part>> share) {
        return lines.stream()
                .map(line -> new Row(
                        statement(line),
                        share.apply(line).stream().map(this::said).findFirst().orElse(""),
                        line.cuts().stream().map(this::said).toList()))
                .toList();
    }

    private String said(Result.Cut cut) {
        return cut.agree().isEmpty()
                ? s.say("opinions.cut.few")
                : s.say(
                        "opinions.cut",
                        said(cut.agree().getFirst()),
                        said(cut.disagree().getFirst()));
    }

    private String said(Part part) {
        return s.say(
                "opinions.share", words().share(part.share()), words().share(part.low()), words().share(part.high()));
    }

    private Statement statement(Line line) {
        return Optional.ofNullable(statements.get(line.statement())).orElseThrow();
    }

    private List<Statement> named(List<UUID> ids) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(statements.get(id)).stream())
                .toList();
    }

    private String name(String side) {
        return switch (result.basis()) {
            case OPINION -> s.say("opinions.group", side);
            case ROLE -> conversation.role(side, s.language());
            default -> s.say("opinions.everybody");
        };
    }

    /** A chance in words: once in a thousand, or so many times in a hundred. */
    private String often() {
        return result.p() < 0.01 ? s.say("opinions.often.rare") : s.say("opinions.often", Math.round(100 * result.p()));
    }

    private String two(double value) {
        return words().number(Math.round(value * 100) / 100.0);
    }
}
