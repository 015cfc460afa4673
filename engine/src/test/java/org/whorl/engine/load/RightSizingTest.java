package org.whorl.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.load.RightSizing.Pathway;
import org.whorl.engine.load.RightSizing.Question;
import org.whorl.engine.load.RightSizing.Sized;
import org.whorl.engine.load.RightSizing.Work;
import org.whorl.engine.model.Check;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;

/** Right-sizing, worked by hand: 70 leave a week, 45 in 100 go home with support for 10 days. */
class RightSizingTest {

    private static final Work WORK = new Work(4, 1, 0.2, 35, 12, 5, 37.5, 0.22);

    private static Question question(double people, double growth) {
        return new Question(
                List.of(66.0, 74.0, 70.0, 70.0),
                List.of(
                        new Pathway("P1", 0.45 * people, growth, 10, 10, 0.9, Optional.of(WORK)),
                        new Pathway("P2", 0.55 * people, 0, 20, 0, 1, Optional.empty())));
    }

    @Test
    void startsLoadPlacesVisitsAndPosts() {
        RightSizing.Answer answer = RightSizing.of(question(100, 0), 500, 1);
        Sized home = answer.sized().getFirst();
        // 70 x 0.45 = 31.5 a week; 31.5 / 7 x 10 = 45 there; 45 / 0.9 = 50 places.
        assertThat(home.starts().mean()).isCloseTo(31.5, within(1e-9));
        assertThat(home.load().mean()).isCloseTo(45, within(1e-9));
        assertThat(home.places().mean()).isEqualTo(50);
        // Ten days from four visits to one: 4 4 3 3 3 2 2 2 1 1 = 25; 31.5 x 25 = 787.5 visits a week.
        assertThat(home.visits().orElseThrow().mean()).isCloseTo(787.5, within(1e-9));
        // 787.5 x 1.2 x 52 minutes / 60 = 819 hours, over 37.5 x 0.78 = 29.25 hours a post: 28.
        assertThat(home.posts().orElseThrow().mean()).isCloseTo(28, within(1e-9));
        // Square-root rule: 45 + 1.7398 x root of 45 (one in ten) is less than for one in twenty.
        assertThat(home.enoughPlaces().mean())
                .isEqualTo(SquareRoot.places(45, 1, 0.05))
                .isBetween(57.0, 60.0);
        assertThat(home.waiting())
                .isCloseTo(Congestion.exponential(50, 45), within(1e-9))
                .isPositive();
        Sized bed = answer.sized().getLast();
        // 38.5 a week for 20 days is 110 people: full at 110 places, so the queue has no end.
        assertThat(bed.places().mean()).isEqualTo(110);
        assertThat(bed.waiting()).isInfinite();
        assertThat(bed.visits()).isEmpty();
        assertThat(answer.weeks().mean()).isEqualTo(70);
        assertThat(answer.unevenness()).isCloseTo(32.0 / 3 / 70, within(1e-9));
        assertThat(answer.why()).contains("it says too little");
    }

    @ParameterizedTest
    @CsvSource({"1, 4, 1, 4", "2, 4, 1, 5", "10, 4, 1, 25", "10, 2, 2, 20", "3, 1, 4, 7"})
    void visitsFallEvenly(int days, double first, double last, double visits) {
        // On the middle one of three days 2.5 visits are rounded to the even 2.
        assertThat(new Work(first, last, 0, 30, 0, 0, 37.5, 0).visits(days)).isEqualTo(visits);
    }

    @Test
    void fewCountedPeopleMakeSharesUnsure() {
        Sized few = RightSizing.of(question(20, 0), 1000, 1).sized().getFirst();
        Sized many = RightSizing.of(question(2000, 0), 1000, 1).sized().getFirst();
        assertThat(few.starts().halfWidth()).isGreaterThan(3 * many.starts().halfWidth());
        assertThat(many.starts().low()).isLessThan(31.5);
        assertThat(many.starts().high()).isGreaterThan(31.5);
        // Beta(10, 12) with 20 counted: 95 per cent between 0.257 and 0.660 of 70, and a little more for the week.
        assertThat(few.starts().low()).isCloseTo(0.257 * 70, within(1.5));
        assertThat(few.starts().high()).isCloseTo(0.660 * 70, within(1.8));
        assertThat(RightSizing.of(question(20, 0), 1000, 1)).isEqualTo(RightSizing.of(question(20, 0), 1000, 1));
    }

    @Test
    void growthGoesThroughEverything() {
        Sized grown = RightSizing.of(question(100, 0.1), 10, 1).sized().getFirst();
        assertThat(grown.starts().mean()).isCloseTo(34.65, within(1e-9));
        assertThat(grown.posts().orElseThrow().mean()).isCloseTo(30.8, within(1e-9));
        assertThatThrownBy(() -> new Pathway("P9", 1, 0, 10, 0, 1.2, Optional.empty()))
                .hasMessage("P9: an occupancy is above 0 and at most 1, not 1.2");
    }

    @Test
    void theOtherTiersSayHowManyWaitWithThePlainNumber() {
        RightSizing.Answer answer = RightSizing.of(question(100, 0), 10, 1);
        assertThat(Check.of(RightSizing.model(answer))).isEmpty();
        var played = Simulation.run(
                RightSizing.model(answer), new Plan(List.of(), 1, new Plan.Stop.Replications(200), 2), Progress.SILENT);
        var waiting = played.base().figures().get(Subject.measure("waiting-1"), Field.MEAN);
        assertThat(answer.sized().getFirst().waiting()).isBetween(waiting.low() - 0.1, waiting.high() + 0.1);
    }
}
