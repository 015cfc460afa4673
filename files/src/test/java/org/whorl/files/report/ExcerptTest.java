package org.whorl.files.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whorl.draw.Words;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.load.Preview;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Scenario;
import org.whorl.files.ModelFolder;

/** Pieces of the report on other pages. */
class ExcerptTest {

    private static final Model MODEL =
            ModelFolder.read(Path.of("..", "examples", "cwm-taf-morgannwg")).orThrow();

    private static final List<String> IDS = List.of(MODEL.scenarios().getFirst().id());

    /** A formula's number without draws is not certain, and must not look so: "262 (262 to 262)". */
    @ParameterizedTest
    @EnumSource(Words.class)
    void nobodySeesABandWithoutWidthBeforeItIsKnownHowSureANumberIs(Words words) {
        Answer answer = Preview.of(MODEL, IDS);
        String early = new Excerpt(answer, null, words).throughTime();
        String to = words == Words.EN ? "to" : "i";
        assertThat(early).doesNotContainPattern("([0-9,.]+) \\(\\1 " + to + " \\1\\)");
        Answer unsure = Preview.withUncertainty(MODEL, IDS, 10, 1);
        String later = new Excerpt(answer, unsure, words).throughTime();
        assertThat(later).containsPattern("[0-9,.]+ \\([0-9,.]+ " + to + " [0-9,.]+\\)");
    }

    /** Who is not touched is told of no pounds and of no chance, however arithmetic rounds. */
    @Test
    void nobodyUntouchedIsToldOfAChanceOfPayingMore() {
        Scenario everywhere = MODEL.scenarios().get(1);
        Model model = MODEL.with(new Scenario(
                "one", everywhere.name(), List.of(everywhere.changes().get(1))));
        List<String> one = List.of("one");
        Excerpt sure = new Excerpt(Preview.of(model, one), Preview.withUncertainty(model, one, 20, 1), Words.EN);
        List<Excerpt.Line> untouched = sure.ledger("one", Map.of()).stream()
                .filter(Excerpt.Line::untouched)
                .toList();
        assertThat(untouched).isNotEmpty().allSatisfy(line -> {
            assertThat(line.cash()).isEqualTo("£0");
            assertThat(line.chance()).isEqualTo("0.0%");
        });
    }

    /** A finance director adds the columns up: a payment of 1.05 million is not 1.1. */
    @Test
    void paymentsAreSaidToThePound() {
        Excerpt excerpt = new Excerpt(Preview.of(MODEL, IDS), null, Words.EN);
        assertThat(excerpt.ledger(IDS.getFirst(), Map.of("health-board", 1_050_000.0, "council-rct", -1_000_000.0)))
                .extracting(Excerpt.Line::payments)
                .contains("+£1,050,000", "−£1,000,000");
    }

    /** The year ends on a weekend, when nobody goes home: two days of it are not a week of more people. */
    @Test
    void daysAfterTheLastWholeWeekAreNotDrawnAsAWeek() {
        assertThat(MODEL.time().days() % 7).isEqualTo(2);
        String year = new Excerpt(Preview.of(MODEL, IDS), null, Words.EN).throughTime();
        assertThat(year).contains("23 Mar 2024").doesNotContain("30 Mar 2024");
    }

    @Test
    void whatCouldBeIsDrawnOnceNumbersWereDrawn() {
        Answer answer = Preview.of(MODEL, IDS);
        assertThat(new Excerpt(answer, null, Words.EN).whatCouldBe(IDS.getFirst()))
                .isEmpty();
        String could =
                new Excerpt(answer, Preview.withUncertainty(MODEL, IDS, 10, 1), Words.EN).whatCouldBe(IDS.getFirst());
        assertThat(could).contains("As things are").contains("days in 100").contains("w-numbers");
    }
}
