package org.whorl.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.draw.Words;
import org.whorl.engine.evidence.Effect;
import org.whorl.engine.evidence.Effect.Says;
import org.whorl.engine.evidence.Effects;
import org.whorl.files.report.EffectWords;

class EffectTableTest {

    private static final Effects OWN = EffectTable.own();

    @TempDir
    private Path folder;

    /** Every row, number and caveat of what was gathered, whether it pleases or not. */
    @Test
    void nothingThatWasGatheredIsLeftOutOrChanged() throws IOException {
        Path gathered = Path.of(
                Objects.requireNonNull(System.getProperty("whorl.shared")),
                "data",
                "facts",
                "intervention_evidence.csv");
        assumeTrue(Files.exists(gathered), "Skipped: there is no " + gathered);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(Files.readString(gathered))) {
            List<String> theirs = rows.stream()
                    .map(r -> String.join(
                            "|",
                            r.getField("intervention"),
                            r.getField("measure"),
                            r.getField("estimate"),
                            r.getField("unit"),
                            r.getField("design"),
                            r.getField("source"),
                            r.getField("where_seen"),
                            r.getField("caveat"),
                            bounds(r.getField("ci_low"), r.getField("ci_high"))))
                    .toList();
            assertThat(OWN.all().stream()
                            .map(e -> String.join(
                                    "|",
                                    e.intervention().en(),
                                    e.measure().en(),
                                    e.written(),
                                    e.unit().en(),
                                    e.studied(),
                                    e.source(),
                                    e.seen(),
                                    e.caveat(),
                                    e.interval() == null
                                            ? ""
                                            : e.interval().low() + " "
                                                    + e.interval().high())))
                    .containsExactlyElementsOf(theirs);
        }
    }

    private static String bounds(String low, String high) {
        return low.isEmpty() ? "" : Double.parseDouble(low) + " " + Double.parseDouble(high);
    }

    @Test
    void itTellsOfHarmAndOfNoDifferenceAsMuchAsOfHelp() {
        var count = OWN.all().stream().collect(Collectors.groupingBy(Effect::says, Collectors.counting()));
        assertThat(count).containsEntry(Says.HELPED, 15L).containsEntry(Says.NO_CLEAR_DIFFERENCE, 6L);
        assertThat(count).containsEntry(Says.HARM, 1L).containsEntry(Says.CANNOT_TELL, 27L);
        assertThat(OWN.find("Tai Chi"))
                .singleElement()
                .satisfies(e -> assertThat(e.says()).isEqualTo(Says.HELPED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | In 59 trials with 12,981 people: rate of falls vs control 23 in 100 lower (17 to 29).",
                "9 | In 6 trials with 3,780 people: no clear difference in rate of falls: anything from 4 in 100 lower to 16 in"
                        + " 100 higher.",
                "16 | In a study of 1,055 people: 6-month cost difference 2,265 GBP per patient lower (252 to 4,279).",
                "20 | A&E attendances 29 in 100 lower; how sure that is was not seen.",
                "24 | A&E attendances, first 23 months 33 in 100 higher (16 to 54).",
                "38 | In a study of 5,908 people: A&E attendances: -15.4 to -23.6 % before/after; how sure that is was not"
                        + " seen.",
                "42 | Function / long-term care need: the source gives no figure.",
                "45 | Improved or maintained function: 93 %, with nothing to compare it with."
            })
    void eachHasASentence(int id, String sentence) {
        assertThat(new EffectWords(Words.EN).sentence(OWN.all().get(id - 1))).isEqualTo(sentence);
    }

    @Test
    void theSentencesAreWelshToo() {
        EffectWords welsh = new EffectWords(Words.CY);
        assertThat(welsh.sentence(OWN.all().getFirst()))
                .isEqualTo(
                        "Mewn 59 o dreialon gyda 12,981 o bobl: cyfradd cwympiadau o'i chymharu â'r grŵp rheoli yn is o 23 o"
                                + " bob 100 (17 i 29).");
        assertThat(OWN.all()).allSatisfy(e -> assertThat(welsh.leaning(e)).isNotBlank());
    }

    /** What is offered for pasting is a number that a model takes, borrowed, with its source. */
    @Test
    void theNumberToPasteReadsAsOneInAModel() throws IOException {
        String number = EffectNumber.of(OWN.all().getFirst()).orElseThrow();
        assertThat(number).contains("value: 0.77, low: 0.7056, high: 0.8402, quality: borrowed", "Sherrington 2019");
        Path model = folder.resolve("model.yaml");
        Files.writeString(model, """
                whorl: 1
                time: {start: 2026-04-01, days: 10}
                partners: {a: {}}
                arrivals: {people: {to: team, rate: %s}}
                services: {team: {partner: a, capacity: 4, length-of-stay: {constant: 1}}}
                """.formatted(number.replace("\n", "\n          ")));
        assertThat(ModelFolder.read(model).orThrow().arrivals().getFirst().rate())
                .satisfies(rate -> assertThat(rate.value()).isEqualTo(0.77))
                .satisfies(rate -> assertThat(rate.hasInterval()).isTrue());
        assertThat(EffectNumber.of(OWN.all().get(19))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "estimate | abc | 0.7 | 0.9 | less | own.csv:2: estimate: there is an interval, and no one number in it",
                "low | 0.8 | 0.9 | 0.7 | less | own.csv:2: ci_low: the lower end lies above the upper end",
                "outside | 0.5 | 0.7 | 0.9 | less | own.csv:2: estimate: the estimate lies outside its own interval",
                "half | 0.8 | 0.7 |  | less | own.csv:2: ci_low: an interval has two ends, and one is missing",
                "not | 0.8 | about 0.7 | 0.9 | less | own.csv:2: ci_low: \"about 0.7\" is not a number",
                "good | 0.8 | 0.7 | 0.9 | up | own.csv:2: good: \"up\" is not one of the words known here"
            })
    void whatIsWrongWithATableOfOnesOwnIsToldByLineAndColumn(
            String what, String estimate, String low, String high, String good, String fault) throws IOException {
        Path own = folder.resolve("own.csv");
        Files.writeString(
                own,
                String.join(",", EffectTable.COLUMNS)
                        + "\n1,Exercise,,falls,,%s,%s,%s,%s,rate ratio,,ratio,,,,RCT,trial,Us 2026,,\n"
                                .formatted(good, estimate, low, Objects.requireNonNullElse(high, "")));
        assertThat(EffectTable.read(own))
                .isInstanceOfSatisfying(
                        EffectTable.Outcome.Bad.class,
                        bad -> assertThat(bad.text()).as(what).contains(fault));
    }

    @Test
    void aTableWithoutItsColumnsOrRowsIsRefused() throws IOException {
        Path own = Files.writeString(folder.resolve("own.csv"), "id,intervention\n1,Exercise\n");
        assertThat(EffectTable.read(own))
                .isInstanceOfSatisfying(
                        EffectTable.Outcome.Bad.class,
                        bad -> assertThat(bad.text())
                                .contains("own.csv:1: these columns are missing: intervention_cy, measure"));
        assertThat(EffectTable.read(folder.resolve("none.csv")))
                .isInstanceOfSatisfying(
                        EffectTable.Outcome.Bad.class,
                        bad -> assertThat(bad.text()).contains("there is no such file"));
    }
}
