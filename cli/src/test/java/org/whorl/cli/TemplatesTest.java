package org.whorl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.whorl.cli.NewCommand.Template;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.load.Preview;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;
import org.whorl.files.ModelFolder;

/** What {@code whorl new} copies: each runs as it is, and two of them meet what is known exactly. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of(Said.example("templates"));

    @TempDir
    private Path folder;

    private static Model model(String template) {
        return ModelFolder.read(TEMPLATES.resolve(template)).orThrow();
    }

    private static Answer played(Model model, int replications, String... scenarios) {
        Plan plan = new Plan(List.of(scenarios), 20260406, new Plan.Stop.Replications(replications), 2);
        return Simulation.run(model, plan, Progress.SILENT);
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void aCopyHoldsTogetherAndRunsInBothTiers(Template template) {
        String copy = folder.resolve("my model").toString();

        Said said = Said.by("new", template.word(), copy);

        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out()).contains("Next: whorl check " + copy);
        assertThat(Path.of(copy, "README.md")).isNotEmptyFile();
        assertThat(Said.by("check", copy).status()).isZero();
        assertThat(Said.by("preview", copy).status()).isZero();
        assertThat(Said.by("run", copy, "--replications", "2", "--json").status())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void everyNameIsEnglishAndWelsh(Template template) {
        Model model = model(template.word());
        Stream<Name> names = Stream.of(
                        Stream.of(model.name()),
                        model.partners().stream().map(p -> p.name()),
                        model.arrivals().stream().map(a -> a.name()),
                        model.services().stream().map(s -> s.name()),
                        model.programmes().stream().map(p -> p.name()),
                        model.scenarios().stream().map(s -> s.name()),
                        model.measures().stream().map(m -> m.name()))
                .flatMap(s -> s);
        assertThat(names).allSatisfy(name -> assertThat(name.en()).isNotEqualTo(name.cy()));
        assertThat(model.scenarios()).isNotEmpty();
        assertThat(model.measures()).isNotEmpty();
    }

    @Test
    void theListIsWhatLiesInTheFolder() throws IOException {
        try (Stream<Path> there = Files.list(TEMPLATES)) {
            assertThat(Arrays.stream(Template.values()).map(Template::word))
                    .containsExactlyInAnyOrderElementsOf(
                            there.map(p -> p.getFileName().toString()).toList());
        }
        assertThat(Said.by("new").out()).contains("falls ", "gp-access ", "Next: whorl new TEMPLATE FOLDER");
    }

    @Test
    void nothingOfAnybodysIsWrittenOver() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        Said said = Said.by("new", "falls", folder.toString());
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("is not empty", "Nothing was written");
        assertThat(folder.resolve("model.yaml")).doesNotExist();
    }

    @Test
    void aSlipOfTheFingerIsAnsweredWithTheNearestName() {
        assertThat(Said.by("new", "fals", "x").err()).contains("There is no template called fals; did you mean falls?");
        assertThat(Said.by("new", "falls").err()).contains("Name a new folder too: whorl new falls my-falls");
    }

    @Test
    void fallsHasSixServicesToEdit() {
        assertThat(model("falls").services()).hasSize(6);
    }

    /** P(wait > t) = C exp(-(c - a) t / E[S]) for M/M/c; what a hub lets through is Poisson again (Burke). */
    @ParameterizedTest
    @CsvSource({"one-crew-fewer, 2", "base, 3", "one-crew-more, 4"})
    void fewWaitLongerThanTwoHoursAsErlangSays(String scenario, int crews) {
        Model model = model("urgent-response");
        double stay = 0.125;
        double target = 0.08333333;
        double load = 40 * 0.35 * 0.85 * stay;
        double exact = erlangC(load, crews) * Math.exp(-(crews - load) * target / stay);
        Subject team = Subject.service("team");
        String[] scenarios = scenario.equals("base") ? new String[0] : new String[] {scenario};

        Estimate played =
                played(model, 60, scenarios).scenarios().get(scenario).figures().get(team, Field.LATE_SHARE);
        Estimate formula = Preview.of(model, List.of(scenarios))
                .scenarios()
                .get(scenario)
                .figures()
                .get(team, Field.LATE_SHARE);

        assertThat(played.halfWidth()).isLessThan(0.08 * exact + 0.001);
        assertThat(played.mean()).isCloseTo(exact, within(1.5 * played.halfWidth()));
        assertThat(formula.mean()).isCloseTo(exact, within(scenarios.length == 0 ? 1e-3 : 0.01));
    }

    private static double erlangC(double load, int places) {
        double b = 1;
        for (int k = 1; k <= places; k++) {
            b = load * b / (k + load * b);
        }
        return b / (1 - load / places * (1 - b));
    }

    /** In large numbers chance is small, and what is not met on a working day is max(0, requests - appointments). */
    @ParameterizedTest
    @CsvSource({"2000, 360", "2200, 160", "2600, 0"})
    void inTheLimitUnmetRequestsAreWhatIsLeftOver(double appointments, double unmetOnAWorkingDay) {
        Model large = model("gp-access")
                .withValues(Map.of(
                        "arrivals.requests.rate", 1500.0,
                        "arrivals.not-medical.rate", 200.0,
                        "services.connectors.capacity", 20.0,
                        "services.appointments.capacity", appointments,
                        "arrivals.ed-otherwise.rate", 7.0));
        Answer answer = played(large, 2);
        double unmet = answer.base()
                .figures()
                .get(Subject.service("not-met"), Field.STARTS)
                .mean();
        double ed =
                answer.base().figures().get(Subject.service("ed"), Field.STARTS).mean();
        assertThat(unmet).isCloseTo(unmetOnAWorkingDay * 5 / 7, within(6.0));
        assertThat(ed).isCloseTo(7 + 0.1 * unmetOnAWorkingDay * 5 / 7, within(1.0));
    }

    @Test
    void twentyMoreAppointmentsSpareTheEmergencyDepartmentSomeAttendancesWithAnInterval() {
        Model model = model("gp-access");
        Subject ed = Subject.service("ed");
        Estimate change = played(model, 30, "twenty-more")
                .differences()
                .get("twenty-more")
                .get(ed, Field.STARTS);
        assertThat(change.kind()).isEqualTo(Estimate.Kind.MONTE_CARLO);
        assertThat(change.low()).isLessThan(change.mean());
        // No more than the share of all unmet requests: 18 on a working day, of whom one in ten goes there.
        assertThat(change.mean()).isBetween(-0.1 * 18 * 5 / 7, 0.0);
        assertThat(change.high()).isNegative();
        Estimate unsure = Preview.withUncertainty(model, List.of("twenty-more"), 100, 1)
                .differences()
                .get("twenty-more")
                .get(ed, Field.STARTS);
        assertThat(unsure.kind()).isEqualTo(Estimate.Kind.PARAMETER);
        assertThat(unsure.halfWidth()).isGreaterThan(2 * change.halfWidth());
    }
}
