package org.whorl.engine.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.whorl.engine.model.Population.Growth;
import org.whorl.engine.model.Sex;

class ProjectionTest {
    private static final List<Integer> AGES =
            IntStream.rangeClosed(0, 90).boxed().toList();

    /** Where everyone survives a year with the same chance q, q / (1 - q) + 1/2 years are left at every age. */
    @Test
    void yearsOfLifeAreThoseOfSurvival() {
        double q = 0.95;
        List<Double> people = new ArrayList<>();
        IntStream.range(0, 90).forEach(age -> people.add(1000 * Math.pow(q, age)));
        people.add(1000 * Math.pow(q, 90) / (1 - q));
        List<Growth.Projected> lines = new ArrayList<>();
        for (int year : new int[] {2021, 2022}) {
            lines.add(new Growth.Projected("same", year, Sex.FEMALE, people));
        }
        Projection projection = new Projection(new Growth(AGES, lines));
        assertThat(projection.tellsLives()).isTrue();
        for (int age : new int[] {55, 70, 88}) {
            assertThat(projection.lifeLeft("same", Sex.FEMALE, age, 2021)).isCloseTo(q / (1 - q) + 0.5, within(1e-9));
        }
        assertThat(projection.ratio("same", Sex.FEMALE, 20, 24, 2021, 2022)).isEqualTo(1);
    }

    /** Reckoned by another program from the same table: years left at 65 in Wales, and how many more people of 85 and over. */
    @Test
    void walesLivesLongerAsItsProjectionSays() throws IOException {
        Path file = Sheet.shared("population/wales_npp2018_principal_high_low_syoa_sex.csv");
        assumeTrue(Files.exists(file), "The projection of Wales is not at hand: " + file);
        Sheet sheet = Sheet.file(file);
        Map<String, double[]> people = new TreeMap<>();
        for (int r = 0; r < sheet.rows().size(); r++) {
            if (sheet.text(r, "variant").equals("principal")) {
                people.computeIfAbsent(sheet.text(r, "year") + sheet.text(r, "sex"), _ -> new double[91])[
                                Math.min(90, sheet.whole(r, "age"))] +=
                        sheet.number(r, "population");
            }
        }
        List<Growth.Projected> lines = new ArrayList<>();
        people.forEach((key, ages) -> lines.add(new Growth.Projected(
                "principal",
                Integer.parseInt(key.substring(0, 4)),
                key.endsWith("female") ? Sex.FEMALE : Sex.MALE,
                java.util.Arrays.stream(ages).boxed().toList())));
        Projection projection = new Projection(new Growth(AGES, lines));
        assertThat(projection.lifeLeft("principal", Sex.MALE, 65, 2018)).isCloseTo(18.20, within(0.005));
        assertThat(projection.lifeLeft("principal", Sex.FEMALE, 65, 2018)).isCloseTo(20.66, within(0.005));
        assertThat(projection.lifeLeft("principal", Sex.MALE, 65, 2034)).isCloseTo(19.42, within(0.005));
        assertThat(projection.lifeLeft("principal", Sex.FEMALE, 75, 2026)).isCloseTo(12.99, within(0.005));
        assertThat(projection.years("principal").last()).isEqualTo(2035);
    }
}
