package org.whorl.server.beliefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whorl.engine.evidence.Effect.Good;
import org.whorl.engine.evidence.Finding;
import org.whorl.engine.evidence.Panel;
import org.whorl.engine.evidence.Tried;
import org.whorl.engine.model.Domain;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Quality;
import org.whorl.engine.model.Spread;

/** How sure counts make a belief: less sure where they stray, and where places differ. */
class UpdateTest {

    private static final Parameter BELIEVED =
            new Parameter(10, new Spread.Deviation(2), new Provenance("a guess", "2026-03", "", Quality.AGREED), null);

    private static Update.Outcome level(int[]... places) {
        List<Figure> figures = new ArrayList<>();
        for (int place = 0; place < places.length; place++) {
            for (int week = 0; week < places[place].length; week++) {
                figures.add(new Figure(
                        "Place " + place, LocalDate.of(2026, 1, 5).plusWeeks(week), places[place][week], 1, true));
            }
        }
        Reading reading = new Reading(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Optional.empty(),
                UUID.randomUUID(),
                Tried.TIME_SERIES,
                Panel.Scale.RATES,
                Good.LESS,
                figures,
                new Finding.Unknown(Finding.Why.NOTHING_BEFORE),
                Instant.EPOCH,
                "");
        return Update.of(reading, false, Learnt.About.LEVEL, 1, 1, BELIEVED, Domain.POSITIVE);
    }

    private static Update good(int[]... places) {
        return ((Update.Outcome.Good) level(places)).update();
    }

    /** 80 events in 8 weeks; gamma (25, 2.5): 105 in 10.5, sd sqrt(105)/10.5 = 0.976. */
    @Test
    void countsThatStrayAsChanceLetsThem() {
        Update update = good(new int[] {10, 12, 8, 10, 9, 11, 10, 10});
        assertThat(update.after().mean()).isCloseTo(10, within(1e-9));
        assertThat(update.after().sd()).isCloseTo(Math.sqrt(105) / 10.5, within(1e-9));
        assertThat(update.error()).isCloseTo(Math.sqrt(80) / 8, within(1e-9));
    }

    /** Pearson 8 times 10 squared over 10 is 80; by 7 degrees of freedom 11.43: 80 events count as 7. */
    @Test
    void countsThatStrayFurtherCountForLess() {
        Update update = good(new int[] {20, 0, 20, 0, 20, 0, 20, 0});
        double stretch = 80 / 7.0;
        assertThat(update.error()).isCloseTo(Math.sqrt(80 * stretch) / 8, within(1e-9));
        double exposure = 2.5 + 8 / stretch;
        assertThat(update.after().sd()).isCloseTo(Math.sqrt(25 + 80 / stretch) / exposure, within(1e-9));
    }

    /** 5 a week in one and 15 in the other, four weeks each: cluster-robust variance (2/1) (20 squared + 20 squared) / 8 squared = 25. */
    @Test
    void placesThatDifferMakeLessSure() {
        Update update = good(new int[] {5, 5, 5, 5}, new int[] {15, 15, 15, 15});
        assertThat(update.error()).isCloseTo(5, within(1e-9));
    }
}
