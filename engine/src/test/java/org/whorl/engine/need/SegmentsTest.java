package org.whorl.engine.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.whorl.engine.need.AgedSegments.Band;

/** Both population models of Bristol, North Somerset and South Gloucestershire, against what their own program makes of them. */
class SegmentsTest {
    private static final List<String> NAMES = List.of("CS1", "CS2", "CS3", "CS4", "CS5");

    @Test
    void wholePopulationIsAsInBristol() throws IOException {
        Sheet moves = Sheet.resource("bnssg/moves.csv");
        Sheet shares = Sheet.resource("bnssg/shares.csv");
        Sheet years = Sheet.resource("bnssg/years.csv");
        Sheet expected = Sheet.resource("bnssg/expected.csv");
        List<List<Double>> matrix = new ArrayList<>();
        for (int from = 0; from < NAMES.size(); from++) {
            int row = from;
            matrix.add(NAMES.stream().map(to -> moves.number(row, to)).toList());
        }
        Segments segments = new Segments(
                NAMES,
                Sheet.resource("bnssg/people.csv").column(NAMES, "Initial_pop"),
                matrix,
                shares.column(NAMES, "Proportion_birth"),
                shares.column(NAMES, "Proportion_migration"),
                shares.column(NAMES, "Proportion_death"));
        List<Segments.Year> flows = new ArrayList<>();
        for (int y = 0; y < years.rows().size(); y++) {
            flows.add(new Segments.Year(
                    years.number(y, "Births"), years.number(y, "Net_Migration"), years.number(y, "Deaths")));
        }

        double[][] people = segments.project(flows);

        assertThat(people[20])
                .containsExactly(
                        new double[] {
                            403856.438249939, 267553.320065077, 157558.379835448, 81593.3114792784, 40227.996931267
                        },
                        within(1e-6));
        for (int year = 0; year <= 20; year++) {
            for (int s = 0; s < NAMES.size(); s++) {
                assertThat(people[year][s]).isCloseTo(expected.number(year, NAMES.get(s)), within(1e-6));
            }
        }
    }

    @Test
    void ageByAgeIsAsInNorthSomerset() throws IOException {
        Path folder = Sheet.shared("need/dpm_bnssg");
        assumeTrue(Files.exists(folder), "The tables of North Somerset are not at hand: " + folder);
        int youngest = 17;
        Sheet start = Sheet.file(folder.resolve("north_somerset_initial_population_age_segment.csv"));
        double[][] people = new double[83][NAMES.size()]; // whoever is 100 or older is left out by that model
        for (int r = 0; r < start.rows().size(); r++) {
            int age = start.whole(r, "age") - youngest;
            if (age < people.length) {
                people[age][NAMES.indexOf(start.text(r, "state_name"))] = start.number(r, "n");
            }
        }
        Sheet events = Sheet.file(folder.resolve("north_somerset_event_probabilities_age_segment.csv"));
        AgedSegments segments = new AgedSegments(
                youngest,
                bands(Sheet.file(folder.resolve("north_somerset_annual_transition_probabilities_by_age_group.csv"))),
                weights(events, "births", youngest),
                weights(events, "emigrations", youngest),
                weights(events, "immigrations", youngest));
        Sheet official = Sheet.file(folder.resolve("north_somerset_ons_births_moves_deaths_by_year.csv"));
        List<AgedSegments.Year> years = new ArrayList<>();
        for (int year = 2025; year <= 2043; year++) {
            years.add(new AgedSegments.Year(
                    total(official, year, "births"),
                    total(official, year, "emigrations"),
                    total(official, year, "immigrations")));
        }

        double[][][] all = segments.project(people, years);

        Sheet expected = Sheet.file(folder.resolve("north_somerset_expected_output_year_age_segment.csv"));
        assertThat(expected.rows()).hasSize(10_005);
        double sum = 0;
        for (int r = 0; r < expected.rows().size(); r++) {
            double[][] year = all[expected.whole(r, "year") - 2024];
            int age = expected.whole(r, "age") - youngest;
            double here = age < year.length ? year[age][NAMES.indexOf(expected.text(r, "state_name"))] : 0;
            assertThat(here).as("row %d", r + 2).isCloseTo(expected.number(r, "population"), within(1e-9));
            sum += here;
        }
        double there = 0;
        for (double[][] year : all) {
            for (double[] age : year) {
                for (double segment : age) {
                    there += segment;
                }
            }
        }
        assertThat(sum).as("nobody of ours is missing in theirs").isCloseTo(there, within(1e-6));
    }

    @Test
    void refusesMovesThatLosePeople() {
        assertThatThrownBy(() -> new Segments(
                        List.of("a"), List.of(1.0), List.of(List.of(0.9)), List.of(1.0), List.of(1.0), List.of(1.0)))
                .hasMessageContaining("The moves from a are 1 and add to 0.9; they must be 1 and add to 1");
    }

    private static double total(Sheet official, int year, String event) {
        for (int r = 0; r < official.rows().size(); r++) {
            if (official.whole(r, "year") == year && official.text(r, "event").equals(event)) {
                return official.number(r, "value");
            }
        }
        throw new AssertionError(year + " " + event);
    }

    private static double[][] weights(Sheet events, String event, int youngest) {
        double[][] weights = new double[110 - youngest][NAMES.size()];
        for (int r = 0; r < events.rows().size(); r++) {
            if (events.text(r, "event").equals(event)) {
                weights[events.whole(r, "age") - youngest][NAMES.indexOf(events.text(r, "state_name"))] =
                        events.number(r, "prob_of_event_to_individual");
            }
        }
        return weights;
    }

    private static List<Band> bands(Sheet moves) {
        List<Band> bands = new ArrayList<>();
        for (int from : new int[] {17, 30, 40, 50, 60, 70, 80, 90}) {
            double[][] matrix = new double[NAMES.size()][NAMES.size()];
            for (int r = 0; r < moves.rows().size(); r++) {
                int to = NAMES.indexOf(moves.text(r, "core_seg_orig_name"));
                if (moves.text(r, "age_group").startsWith(Integer.toString(from)) && to >= 0) {
                    matrix[NAMES.indexOf(moves.text(r, "core_seg_prev_name"))][to] = moves.number(r, "prop");
                }
            }
            bands.add(new Band(from, matrix));
        }
        return bands;
    }
}
