package org.whorl.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.engine.model.Population;
import org.whorl.engine.model.Population.Group;
import org.whorl.engine.model.Population.SmallAreas;

class WalesTest {
    private static final Wales WALES = Wales.open();

    private static double all(Population population) {
        return population.groups().stream().mapToDouble(Group::all).sum();
    }

    private static double near(SmallAreas.Neighbourhood line) {
        return line.people().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Census 2021 residents. */
    @ParameterizedTest
    @CsvSource({
        "Bridgend, 145500",
        "pen-y-bont ar ogwr, 145500",
        "W06000016, 237658",
        "Merthyr Tudful, 58839",
        "Isle of Anglesey, 68877",
        "Caerdydd, 362312",
    })
    void aCouncilHasAsManyPeopleAsTheCensusFound(String asked, double residents) {
        Population population = WALES.of(List.of(asked));
        assertThat(all(population)).isCloseTo(residents, within(2.0));
        assertThat(Objects.requireNonNull(population.smallAreas()).lines().stream()
                        .mapToDouble(WalesTest::near)
                        .sum())
                .isCloseTo(residents, within(2.0));
    }

    /** Share in the most deprived fifth of WIMD 2025: 17.3, 23.2 and 34.0 per cent of residents of the census. */
    @ParameterizedTest
    @CsvSource({"Bridgend, 0.173", "Rhondda Cynon Taf, 0.232", "Merthyr Tydfil, 0.340"})
    void fifthsAreThoseOfTheIndex(String council, double share) {
        Population population = WALES.of(List.of(council));
        double most = population.groups().stream()
                .filter(g -> g.fifth() == 1)
                .mapToDouble(Group::all)
                .sum();
        assertThat(most / all(population)).isCloseTo(share, within(0.01));
    }

    @Test
    void allCouncilsTogetherAreWalesWithEveryNeighbourhoodOnce() {
        Population wales = WALES.of(WALES.councils());
        assertThat(WALES.councils()).hasSize(22);
        assertThat(all(wales)).isCloseTo(3_107_489, within(20.0));
        List<SmallAreas.Neighbourhood> lines =
                Objects.requireNonNull(wales.smallAreas()).lines();
        assertThat(lines).hasSize(1917).extracting(SmallAreas.Neighbourhood::id).doesNotHaveDuplicates();
        assertThat(lines).allSatisfy(line -> assertThat(near(line)).isBetween(300.0, 12_000.0));
    }

    /** Bridgend 011A became four; Merthyr's neighbour areas stayed. What was split keeps its people. */
    @Test
    void peopleOfASplitNeighbourhoodGoToItsParts() {
        List<SmallAreas.Neighbourhood> lines = Objects.requireNonNull(
                        WALES.of(List.of("Bridgend")).smallAreas())
                .lines();
        List<String> parts = List.of("W01001981", "W01001982", "W01001983", "W01001984");
        assertThat(lines)
                .extracting(SmallAreas.Neighbourhood::id)
                .containsAll(parts)
                .doesNotContain("W01000998");
    }

    @Test
    void saysWhatWasProbablyMeant() {
        assertThatThrownBy(() -> WALES.of(List.of("Brigend")))
                .hasMessage("There is no council in Wales called Brigend; did you mean Bridgend?");
        assertThatThrownBy(() -> WALES.of(List.of("Plymouth")))
                .hasMessageContaining("there are Isle of Anglesey, Gwynedd");
    }

    @Test
    void isWrittenAsAModelReadsIt(@TempDir Path folder) throws IOException {
        Population population = WALES.of(List.of("Merthyr Tydfil", "Bridgend"));
        Wales.write(population, folder);
        Files.writeString(folder.resolve("model.yaml"), """
                whorl: 1
                time: {start: 2023-04-01, days: 30}
                partners: {board: {}}
                services: {ward: {partner: board, capacity: 3}}
                """ + Files.readString(folder.resolve("population.yaml")));
        assertThat(ModelFolder.read(folder).orThrow().population()).isEqualTo(population);
        assertThat(Files.readString(folder.resolve("population.md"))).contains("Open Government Licence v3.0");
    }

    /** Our tables are the official ones, with columns chosen, ages added up to bands, and nothing else done to them. */
    @Test
    void comeFromTheOfficialTables() throws IOException {
        Path data = Path.of(Objects.requireNonNull(System.getProperty("whorl.shared")), "data");
        assumeTrue(Files.exists(data), "The official tables are not at hand: " + data);
        List<String> lsoa = Files.readAllLines(data.resolve("population/wales_lsoa11_mid2020_syoa_persons.csv"));
        List<String> ours = resource("lsoa11.csv");
        assertThat(ours).hasSameSizeAs(lsoa);
        double theirs = 0;
        double sum = 0;
        for (int i = 1; i < lsoa.size(); i++) {
            theirs += Double.parseDouble(lsoa.get(i).split("\",|,(?!.*\")", -1)[2]);
            for (String cell :
                    ours.get(i).substring(ours.get(i).indexOf(',') + 1).split(",", -1)) {
                sum += Double.parseDouble(cell);
            }
        }
        assertThat(sum).isEqualTo(theirs).isEqualTo(3_169_586);
        assertThat(resource("people.csv").stream()
                        .skip(1)
                        .flatMap(l -> List.of(l.split(",", -1)).subList(2, 93).stream())
                        .mapToDouble(Double::parseDouble)
                        .sum())
                .isEqualTo(3_169_586);
        List<String> ranks = Files.readAllLines(data.resolve("deprivation/wimd2025_lsoa21.csv")).stream()
                .skip(1)
                .map(l ->
                        l.substring(1, 10) + " " + l.split("\",(?=\\d)", -1)[1].split(",", -1)[0])
                .sorted()
                .toList();
        assertThat(resource("lsoa21.csv").stream()
                        .skip(1)
                        .map(l -> l.split(",", -1)[0] + " " + l.split(",", -1)[2])
                        .sorted()
                        .toList())
                .isEqualTo(ranks);
    }

    private static List<String> resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(Wales.class.getResourceAsStream("wales/" + name))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
