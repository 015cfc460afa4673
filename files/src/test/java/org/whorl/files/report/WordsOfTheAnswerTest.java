package org.whorl.files.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Estimate.Kind;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Model;
import org.whorl.engine.random.Streams;

/** What the report says of answers invented for the purpose. */
class WordsOfTheAnswerTest {

    private static final Model MODEL = Reports.small();

    private static Estimate chance(double mean, double low, double high) {
        return new Estimate(mean, low, high, 0.95, Kind.MONTE_CARLO);
    }

    private static Answer exact() {
        return Reports.says(MODEL, Answer.Tier.SIMULATION, (scenario, subject, field) -> {
            boolean difference = scenario.startsWith("minus-");
            return switch (field) {
                case MEAN -> difference ? chance(scenario.equals("minus-same") ? -1 : 12, -3, 15) : chance(44, 40, 48);
                case MEDIAN -> difference ? chance(2, 1, 3) : chance(43, 40, 47);
                case P_CRISIS -> difference ? chance(0.26, 0.2, 0.32) : chance(0.08, 0.05, 0.11);
                case WAITING -> difference ? chance(3, 2, 4) : chance(7.5, 6, 9);
                case WAIT -> chance(1.9, 1.5, 2.3);
                case CASH -> subject.equals(Subject.system()) ? chance(3e6, 2e6, 4e6) : chance(1.5e6, 1e6, 2e6);
                default -> null;
            };
        });
    }

    private static Answer formulas(double load, Note... notes) {
        return Reports.says(
                MODEL,
                Answer.Tier.INSTANT,
                (_, subject, field) -> !subject.equals(Subject.service("team"))
                        ? null
                        : switch (field) {
                            case OFFERED_LOAD -> new Estimate(load, load - 3, load + 3, 0.95, Kind.PARAMETER);
                            case DELAY_TARGET_PLACES -> Estimate.exact(53);
                            case LEAST_COST_PLACES -> Estimate.exact(49);
                            case WAITING -> load >= 42 ? null : new Estimate(9, 2, 31, 0.95, Kind.PARAMETER);
                            default -> null;
                        },
                notes);
    }

    private static String section(Report report, String file, String id) {
        Document tree = Reports.tree(report.pages().get(file));
        return Reports.text(tree, id);
    }

    @Test
    void theAnswerInShortSaysTheMainNumbersInPlainWords() {
        assertThat(section(Reports.of(exact()), Report.ENGLISH, "answer"))
                .contains("“Delayed in hospital”: 44 people on average (40 to 48).")
                .contains("The number is above 12 on 8.0% of days (5.0% to 11.0%).")
                .contains("Reablement team: 7.5 people, 1.90 days each on average")
                .contains("Health board: £1.5m")
                .contains("not run beside this simulation");
        assertThat(section(Reports.of(exact()), Report.WELSH, "answer"))
                .contains("“Wedi'u hoedi yn yr ysbyty”: 44 o bobl ar gyfartaledd (40 i 48).")
                .contains("Mae’r nifer uwchlaw 12 ar 8.0% o ddiwrnodau (5.0% i 11.0%).")
                .contains("Bwrdd iechyd: £1.5m");
    }

    @Test
    void aDifferenceWhoseRangeHoldsZeroIsNotCalledOne() {
        assertThat(section(Reports.of(exact()), Report.ENGLISH, "answer"))
                .contains("None of the changes tried clearly moves the first count.");
        assertThat(section(Reports.of(exact()), Report.ENGLISH, "change"))
                .contains("“Ten places fewer”: could be fewer or more.");
    }

    @Test
    void sharesDifferByHundredths() {
        assertThat(section(Reports.of(exact()), Report.ENGLISH, "change")).contains("+26 in 100 (+20 to +32)");
    }

    @Test
    void moreWorkThanPlacesIsNeverAnAverage() {
        Answer growing = formulas(47, new Note(Note.UNSTABLE, "services.team", "The queue grows."));
        Report report = new Report(exact(), growing, growing, Reports.TODAY, "1.2.3");
        assertThat(section(report, Report.ENGLISH, "answer"))
                .contains("One service gets more work than its places can do.")
                .contains("Reablement team: work for 47 places; it has 42");
        assertThat(section(report, Report.ENGLISH, "services")).contains("no average: more work than places");
        assertThat(section(report, Report.ENGLISH, "capacity"))
                .contains("Reablement team: more work comes than the places can do.")
                .contains("Places too few: Reablement team, 11.")
                .contains("No: the queue grows");
    }

    @Test
    void theTwoTiersStandApartAndADifferenceIsShown() {
        Report report = new Report(exact(), formulas(38), formulas(38), Reports.TODAY, "1.2.3");
        String services = section(report, Report.ENGLISH, "services");
        assertThat(services)
                .contains("Its interval: chance", "Their interval: not knowing the numbers")
                .contains("Reablement team7.56.0 to 9.092 to 31Yes");
        assertThat(TwoTiers.agree(chance(7.5, 6, 9), Estimate.exact(9.4))).isTrue();
        assertThat(TwoTiers.agree(chance(7.5, 6, 9), Estimate.exact(9.6))).isFalse();
        assertThat(TwoTiers.agree(chance(0.01, 0, 0.02), Estimate.exact(0.05))).isTrue();
    }

    @Test
    void notKnowingTheNumbersStandsApartFromChance() {
        Answer unsure = Reports.says(MODEL, Answer.Tier.INSTANT, (scenario, _, field) -> switch (field) {
            case MEAN ->
                scenario.startsWith("minus-")
                        ? new Estimate(14, -2, 60, 0.95, Kind.PARAMETER)
                        : new Estimate(90, 20, 870, 0.95, Kind.PARAMETER);
            case CASH -> new Estimate(2e6, 0.5e6, 9e6, 0.95, Kind.PARAMETER);
            default -> null;
        });
        Report report = new Report(exact(), formulas(38), unsure, Reports.TODAY, "1.2.3");
        assertThat(section(report, Report.ENGLISH, "answer"))
                .contains("44 people on average (40 to 48)")
                .contains("leaves the first count anywhere in this interval: 20 to 870.");
        assertThat(section(report, Report.ENGLISH, "change"))
                .contains("Change in the average, not knowing the numbers")
                .contains("−2 to +60");
        assertThat(section(report, Report.ENGLISH, "money"))
                .contains("£1.5m (£1.0m to £2.0m)")
                .contains("Cash, by partner: the interval that not knowing the numbers leaves")
                .contains("£0.5m to £9.0m");
        assertThat(section(report, Report.ENGLISH, "services")).doesNotContain("(20 to 870)");
    }

    @Test
    void aNoteIsSaidOnceForAllScenarios() {
        Note note = new Note("places-rounded", "services.team", "The places of this service were rounded down.");
        Answer answer = Reports.says(MODEL, Answer.Tier.SIMULATION, (_, _, _) -> null, note);
        assertThat(section(Reports.of(answer), Report.ENGLISH, "notes"))
                .contains("The places of this service were rounded down. – Reablement team")
                .containsOnlyOnce("rounded down.");
        assertThat(section(Reports.of(answer), Report.WELSH, "notes")).contains("chawsant eu talgrynnu i lawr");
    }

    /** Whatever the numbers, there is a page: no number, all but infinite ones, intervals that stick out. */
    @Property(tries = 40)
    void anyNumbersMakeAPage(@ForAll("estimates") Estimate[] pool, @ForAll long seed) {
        long[] turn = {seed};
        Reports.Says any = (_, _, _) -> {
            turn[0] = Streams.mix(turn[0] + 1);
            int which = Math.floorMod(turn[0], pool.length + 1);
            return which == pool.length ? null : pool[which];
        };
        Answer exact = Reports.says(MODEL, Answer.Tier.SIMULATION, any);
        Answer instant = Reports.says(MODEL, Answer.Tier.INSTANT, any);
        new Report(exact, instant, instant, Reports.TODAY, "1.2.3")
                .pages()
                .values()
                .forEach(Reports::tree);
    }

    @Provide
    Arbitrary<Estimate[]> estimates() {
        Arbitrary<Double> numbers = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.doubles().between(-1000, 1000)),
                Tuple.of(2, Arbitraries.doubles().between(-1e12, 1e12)),
                Tuple.of(1, Arbitraries.of(0.0, Double.NaN, 1e300, -1e300, 1e-300)));
        Arbitrary<Estimate> estimates = numbers.tuple3()
                .map(t -> new Estimate(
                        t.get1(), Math.min(t.get2(), t.get3()), Math.max(t.get2(), t.get3()), 0.95, Kind.MONTE_CARLO));
        return estimates.array(Estimate[].class).ofMinSize(5).ofMaxSize(30);
    }
}
