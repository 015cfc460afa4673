package org.whorl.server.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.decisions.Evidence;

/** What a few answers say, what could be noticed, which clause is known least, and which words two ideas have in common. */
class ChanceTest {

    private static final String TWO = "2026-12-01 Rhondda\n- Merthyr";

    private static Experiment of(Map<Field, String> said) {
        Map<Field, String> all = ExperimentForm.blank();
        all.putAll(said);
        return new Experiment(
                UUID.randomUUID(),
                Optional.empty(),
                Experiment.State.DRAFT,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                all,
                Experiment.Kept.NONE,
                Experiment.Names.NONE,
                "en",
                LocalDate.of(2026, 11, 23),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                1);
    }

    private static Chance chance(String design, String sites, String weeks, String usual, String hoped) {
        return chance(FEWER, design, sites, weeks, usual, hoped);
    }

    private static Chance chance(
            Chance.Known known, String design, String sites, String weeks, String usual, String hoped) {
        return Chance.of(
                of(Map.of(
                        Field.DESIGN,
                        design,
                        Field.SITES,
                        sites,
                        Field.WEEKS,
                        weeks,
                        Field.USUAL,
                        usual,
                        Field.HOPED,
                        hoped)),
                known);
    }

    private static Chance.Known counted(Chance.Way way) {
        return new Chance.Known(way, true, Optional.empty());
    }

    private static final Chance.Known FEWER = counted(Chance.Way.FALL);

    @ParameterizedTest
    @CsvSource({
        "one, no, no, many, SPC",
        "one, yes, no, many, DIFFERENCE",
        "several, no, yes, many, STEPPED",
        "several, no, no, few, BEFORE_AFTER",
        "one, yes, no, few, BEFORE_AFTER",
    })
    void theAnswersSayHowToLook(String places, String others, String steps, String points, Experiment.Design design) {
        assertThat(Wizard.suggested(
                        Map.of(Field.PLACES, places, Field.OTHERS, others, Field.STEPS, steps, Field.POINTS, points)))
                .contains(design);
    }

    @Test
    void tooFewAnswersSayNothing() {
        assertThat(Wizard.suggested(ExperimentForm.blank())).isEmpty();
    }

    /**
     * 240 events in each and one place that wanders by a tenth: se = sqrt(2/240 + 0.01) = 0.1354; ln 0.8 / se - 1.96 = -0.312, so
     * 37 times; 80 in 100 at 2.80 se.
     */
    @Test
    void onePlaceOverTime() {
        assertThat(chance("spc", "2026-12-01 Rhondda", "12", "20", "20"))
                .isEqualTo(new Chance.Told(1, 0, 12, Chance.Way.FALL, 20, 37, 32, 0));
    }

    /** Four times 240 events and two places that wander by a tenth: se = sqrt(4/240 + 0.02) = 0.1915. */
    @Test
    void twoGroups() {
        assertThat(chance("difference", TWO, "12", "20", "20"))
                .isEqualTo(new Chance.Told(1, 1, 12, Chance.Way.FALL, 20, 21, 42, 0));
    }

    /** 40 in 100 more is ln 1.4 = 0.336, and no more than that; 40 in 100 fewer is ln 0.6 = -0.511. */
    @Test
    void aRiseIsARise() {
        assertThat(chance(counted(Chance.Way.RISE), "spc", "2026-12-01 Rhondda", "12", "20", "40"))
                .isEqualTo(new Chance.Told(1, 0, 12, Chance.Way.RISE, 40, 70, 47, 0));
        assertThat(chance("spc", "2026-12-01 Rhondda", "12", "20", "40"))
                .isEqualTo(new Chance.Told(1, 0, 12, Chance.Way.FALL, 40, 96, 32, 0));
        // Nobody said which way: the harder of the two.
        assertThat(chance(Chance.Known.NOTHING, "spc", "2026-12-01 Rhondda", "12", "20", "40"))
                .isEqualTo(new Chance.Told(1, 0, 12, Chance.Way.EITHER, 40, 70, 47, 0));
    }

    /** Twelve values that stray by a tenth on each side: se = sqrt(0.01 (2/12) + 0.01) = 0.1080. */
    @Test
    void valuesStrayAsTheyDidBefore() {
        Chance.Known none = new Chance.Known(Chance.Way.FALL, false, Optional.empty());
        assertThat(chance(none, "spc", "2026-12-01 Rhondda", "12", "20", "20"))
                .isEqualTo(new Chance.Untold("experiment.chance.figures"));
        Chance.Known weekly = new Chance.Known(Chance.Way.FALL, false, Optional.of(new Chance.Stray(0.1, 30, 7)));
        assertThat(chance(weekly, "spc", "2026-12-01 Rhondda", "12", "20", "20"))
                .isEqualTo(new Chance.Told(1, 0, 12, Chance.Way.FALL, 20, 54, 27, 30));
        Chance.Known monthly = new Chance.Known(Chance.Way.FALL, false, Optional.of(new Chance.Stray(0.1, 30, 30)));
        assertThat(chance(monthly, "spc", "2026-12-01 Rhondda", "8", "20", "20"))
                .isEqualTo(new Chance.Untold("experiment.chance.few"));
    }

    @Test
    void morePlacesAndWeeksNoticeMore() {
        Chance few = chance("stepped", "2026-12-01 A\n2026-12-15 B\n2026-12-29 C", "8", "20", "20");
        Chance more = chance("stepped", "2026-12-01 A\n2026-12-15 B\n2026-12-29 C\n2027-01-12 D", "12", "20", "20");
        assertThat(few).isInstanceOf(Chance.Told.class);
        assertThat(((Chance.Told) more).times()).isGreaterThan(((Chance.Told) few).times());
    }

    @ParameterizedTest
    @CsvSource({
        "spc, '2026-12-01 A', '', 20, 20, numbers",
        "spc, '- A', 12, 20, 20, places",
        "difference, '2026-12-01 A', 12, 20, 20, beside",
        "stepped, '2026-12-01 A', 12, 20, 20, steps",
        "stepped, '2026-12-01 A\n2026-12-01 B', 1, 20, 20, steps",
    })
    void whatCannotBeSaidIsNotSaid(String design, String sites, String weeks, String usual, String hoped, String why) {
        assertThat(chance(design, sites, weeks, usual, hoped)).isEqualTo(new Chance.Untold("experiment.chance." + why));
    }

    @Test
    void theClauseKnownLeastIsMarked() {
        Map<Clause, Clause.Strength> strengths = new HashMap<>(Map.of(
                Clause.IF,
                Clause.Strength.of(List.of(Evidence.Kind.FINDING)),
                Clause.AND,
                Clause.Strength.of(List.of(Evidence.Kind.STORY)),
                Clause.THEN,
                Clause.Strength.of(List.of(Evidence.Kind.STORY, Evidence.Kind.STORY))));
        assertThat(strengths)
                .containsEntry(Clause.IF, Clause.Strength.COUNTED)
                .containsEntry(Clause.AND, Clause.Strength.TOLD)
                .containsEntry(Clause.THEN, Clause.Strength.AGREED);
        assertThat(Clause.weakest(strengths)).containsExactly(Clause.AND);
        assertThat(Clause.weakest(Map.of())).containsExactly(Clause.IF, Clause.AND, Clause.THEN);
        strengths.replaceAll((_, _) -> Clause.Strength.AGREED);
        assertThat(Clause.weakest(strengths)).isEmpty();
    }

    @Test
    void nearDuplicatesAreFoundAndSayWhy() {
        Experiment earlier = of(Map.of(
                Field.TITLE,
                "Clerk rings home",
                Field.IF_WE,
                "the ward clerk rings home before noon",
                Field.THEN_SO,
                "quicker"));
        Experiment other = of(Map.of(Field.TITLE, "Tea on Tuesdays", Field.IF_WE, "we open the hall"));
        List<Similar> found = Similar.to("Ring home: the ward clerk rings before noon", List.of(earlier, other));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().experiment()).isEqualTo(earlier);
        assertThat(found.getFirst().words()).contains("clerk", "home", "noon", "rings", "ward");
    }
}
