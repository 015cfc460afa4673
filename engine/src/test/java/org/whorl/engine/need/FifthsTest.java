package org.whorl.engine.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.whorl.engine.model.Need;
import org.whorl.engine.model.Population;
import org.whorl.engine.model.Population.Group;
import org.whorl.engine.model.Rates;
import org.whorl.engine.model.Rates.Known.Told;
import org.whorl.engine.model.Sex;

/** How those who have a need are spread over the fifths, against sums by hand. */
class FifthsTest {

    /** 900 young and 100 old in the most deprived fifth, 500 and 500 in the least, all women. */
    private static Population town() {
        Population village = Places.village(null);
        return new Population(
                village.year(),
                village.areas(),
                village.ages(),
                List.of(
                        new Group("north", 1, Sex.FEMALE, List.of(900.0, 100.0)),
                        new Group("north", 5, Sex.FEMALE, List.of(500.0, 500.0)),
                        new Group("south", 3, Sex.FEMALE, List.of(1000.0, 0.0))),
                null,
                new LinkedHashMap<>(),
                null,
                null,
                village.provenance());
    }

    /** One in ten of the young in every fifth; of the old 1 in 5 in the most deprived fifth, 1 in 10 in the others. */
    private static Need need() {
        List<Rates.Line> lines =
                new java.util.ArrayList<>(List.of(new Rates.Line(0, null, 0, new Told(0.1, 0.1, 0.1))));
        for (int fifth = 1; fifth <= Population.FIFTHS; fifth++) {
            double rate = fifth == 1 ? 0.2 : 0.1;
            lines.add(new Rates.Line(65, null, fifth, new Told(rate, rate, rate)));
        }
        Need plain = Places.need("care", new LinkedHashMap<>());
        return new Need(
                plain.id(),
                plain.name(),
                plain.unit(),
                new Rates(lines),
                null,
                null,
                plain.latent(),
                plain.propensity(),
                null,
                null,
                plain.drivers(),
                List.of(),
                plain.provenance());
    }

    @Test
    void peopleTimesTheRateOfTheirAgeAndFifth() {
        // 90 + 20 and 50 + 50 of 210 in the north; 20 and 50 of 70 at 65 and over.
        assertThat(Fifths.shares(town(), need(), "north", 0).orElseThrow())
                .containsExactlyEntriesOf(ordered(0.5238, 0, 0, 0, 0.4762));
        assertThat(Fifths.shares(town(), need(), "north", 65).orElseThrow())
                .containsExactlyEntriesOf(ordered(0.2857, 0, 0, 0, 0.7143));
        // 110, 100 and 100 of 310 everywhere: thirds of what is left, and the odd part goes to the largest remainder.
        assertThat(Fifths.shares(town(), need(), null, 0).orElseThrow())
                .containsExactlyEntriesOf(ordered(0.3548, 0, 0.3226, 0, 0.3226));
    }

    @Test
    void whereNobodyHasTheNeedNobodyCanTell() {
        assertThat(Fifths.shares(town(), need(), "south", 65)).isEmpty();
        assertThat(Fifths.shares(town(), need(), "north", 91)).isEmpty();
    }

    private static Map<String, Double> ordered(double... shares) {
        Map<String, Double> all = new LinkedHashMap<>();
        for (int f = 0; f < shares.length; f++) {
            all.put(Integer.toString(f + 1), shares[f]);
        }
        return all;
    }
}
