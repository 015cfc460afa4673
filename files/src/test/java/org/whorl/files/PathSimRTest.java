package org.whorl.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Duration.Family;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Queue;
import org.whorl.engine.model.Service;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;

/** Models made of PathSimR's templates: our own small ones, and those of its own use cases where they are at hand. */
class PathSimRTest {
    private static final Horizon YEAR = new Horizon(LocalDate.of(2024, 1, 1), 365, 365);

    private static final String NETWORK = """
            ,Ward,Rehab unit,Home,serv_dist,serv_dist_param,ext_queue,int_queue,Ward,Rehab unit,Home,Ward,Rehab unit,Home
            Ward,0,0.4,0.6,lnorm,1.5;0.8,5,0,,unif,exp,,0.5;1.5,2
            Rehab unit,0.1,0,0.9,gamma,2;0.1,0,3,,,,,,
            Home,,,,,,,,,,,,,
            """;

    private static final String CALENDAR = """
            metric,node,start,end,value
            cap,Ward,0,5,20
            cap,Ward,5,7,18
            cap,Rehab unit,0,,12
            ext_arr,Ward,0,5,2.5
            ext_arr,Ward,5,7,1.5
            """;

    @TempDir
    private Path folder;

    private Imported read(String network, String calendar, PathSimR.Unit unit) throws IOException {
        return PathSimR.read(
                Files.writeString(folder.resolve("network.csv"), network),
                Files.writeString(folder.resolve("calendar.csv"), calendar),
                unit,
                YEAR);
    }

    private static Model model(Imported imported) {
        assertThat(imported).isInstanceOf(Imported.Good.class);
        return ((Imported.Good) imported).model();
    }

    private String faults(String network, String calendar) throws IOException {
        return ((Imported.Bad) read(network, calendar, PathSimR.Unit.DAYS)).text();
    }

    @Test
    void everyPartOfATemplateFindsItsPlace() throws IOException {
        Imported.Good read = (Imported.Good) read(NETWORK, CALENDAR, PathSimR.Unit.DAYS);
        Model model = read.model();

        Service ward = model.findService("ward").orElseThrow();
        assertThat(ward.capacity().amount(model.time(), 365)).isEqualTo(20);
        assertThat(ward.capacity().amount(model.time(), 365 + 5)).isEqualTo(18);
        Duration stay = Objects.requireNonNull(ward.lengthOfStay());
        assertThat(stay.distribution().mean()).isCloseTo(Math.exp(1.5 + 0.32), within(1e-12));
        assertThat(ward.queue().overflow()).isEqualTo(Queue.Overflow.LOST);
        assertThat(ward.routes()).extracting(route -> route.to()).containsExactly("waiting-for-rehab-unit", "home");
        assertThat(ward.transfer().get("home"))
                .satisfies(t -> assertThat(t.distribution().mean()).isEqualTo(0.5));
        assertThat(ward.transfer().get("waiting-for-rehab-unit"))
                .satisfies(t -> assertThat(t.family()).isEqualTo(Family.UNIFORM));
        assertThat(model.findService("rehab-unit").orElseThrow().lengthOfStay())
                .satisfies(t -> assertThat(t.distribution().mean()).isCloseTo(20, within(1e-12)));
        assertThat(model.findService("waiting-for-rehab-unit")
                        .orElseThrow()
                        .capacity()
                        .amount(model.time(), 0))
                .isEqualTo(3);
        assertThat(model.arrivals().getFirst().meanOn(LocalDate.of(2024, 1, 1))).isCloseTo(2.5, within(1e-12));
        assertThat(model.arrivals().getFirst().meanOn(LocalDate.of(2024, 1, 7))).isCloseTo(1.5, within(1e-12));
        assertThat(read.notes())
                .anyMatch(note -> note.startsWith("People can come back to Ward, Rehab unit."))
                .anyMatch(note -> note.contains("for a true 20.00"))
                .anyMatch(note -> note.startsWith("An internal queue"));

        Path written = folder.resolve("model");
        read.write(written);
        assertThat(ModelFolder.read(written).orThrow()).isEqualTo(model);
        assertThat(written.resolve("README.md")).content().contains("People can come back");
    }

    @Test
    void unitsOfTimeBecomeDays() throws IOException {
        Model model = model(
                read(NETWORK, CALENDAR.replace(",5,7,", ",120,168,").replace(",0,5,", ",0,120,"), PathSimR.Unit.HOURS));
        assertThat(Objects.requireNonNull(
                                model.findService("ward").orElseThrow().lengthOfStay())
                        .distribution()
                        .mean())
                .isCloseTo(Math.exp(1.5 + 0.32) / 24, within(1e-12));
        assertThat(model.arrivals().getFirst().meanOn(LocalDate.of(2024, 1, 1))).isCloseTo(60, within(1e-9));
        assertThat(model.findService("ward").orElseThrow().capacity().amount(model.time(), 365 + 5))
                .isEqualTo(18);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                0,0.4,0.6,lnorm     | 0,-0.4,1.4,lnorm | network.csv:2: share to Rehab unit: -0.4 is below 0; write a share from 0 to 1
                0,0.4,0.6,lnorm     | 0,0.4,0.5,lnorm  | network.csv:2: shares: the shares add up to 0.9; make them add up to 1
                lnorm,1.5;0.8       | norm,1.5;0.8     | network.csv:2: serv_dist: "norm" is not known here; write one of exp, unif, lnorm, gamma, weibull
                lnorm,1.5;0.8       | exp,             | network.csv:2: serv_dist_param: exp has no parameters; write rate
                lnorm,1.5;0.8       | lnorm,1.5        | network.csv:2: serv_dist_param: lnorm takes 2, and "1.5" has 1; write meanlog;sdlog
                0.5;1.5             | NA;1.5           | network.csv:2: parameters of the delay to Rehab unit: the min "NA" is not a number; write min;max
                0.8,5,0             | 0.8,some,0       | network.csv:2: ext_queue: "some" is not a number; write how many people may wait, or Inf
                cap,Ward,0,5,20     | cap,Ward,0,5,    | calendar.csv:2: value: there is no number; write a number of places
                cap,Ward,5,7,18     | cap,Ward,11,5,18 | calendar.csv:3: end: it ends at 5, before it begins at 11; write an end after the start
                cap,Ward,5,7,18     | cap,Ward,6,7,18  | calendar.csv:3: start: nothing is said of Ward from 5 to 6; let each line begin where the one before ends, the first at 0
                cap,Ward,5,7,18     | cap,Ward,5,6.5,18| calendar.csv:3: end: a change within a day cannot be said: here a number holds for whole days; choose the template's unit of time with --unit, or write whole days
                cap,Rehab unit      | cap,Home         | calendar.csv:4: node: people leave at Home; it has no places; name one of Ward, Rehab unit
                cap,Rehab unit      | beds,Rehab unit  | calendar.csv:4: metric: "beds" is not known here; write cap or ext_arr
                ext_arr,Ward,5,7,1.5| ext_arr,Ward,5,9,1.5 | calendar.csv: ext_arr,Ward: arrivals that repeat every 9 days cannot be said; let them repeat every 7 days, or be the same throughout
                """)
    void aFaultNamesItsFileLineAndColumn(String right, String wrong, String told) throws IOException {
        assertThat(NETWORK + CALENDAR).containsOnlyOnce(right);
        String write = wrong == null ? "" : wrong;
        assertThat(faults(NETWORK.replace(right, write), CALENDAR.replace(right, write)))
                .contains(told);
    }

    @Test
    void theWrongFilesAreTold() throws IOException {
        assertThat(faults(CALENDAR, NETWORK)).contains("network.csv:1: this is not a network template");
        assertThat(faults("", CALENDAR)).contains("network.csv: the file is empty");
        assertThat(PathSimR.read(folder.resolve("none.csv"), folder.resolve("none.csv"), PathSimR.Unit.DAYS, YEAR))
                .isInstanceOf(Imported.Bad.class);
    }

    // ---- PathSimR's own use cases, which may only be read where they are ----

    private static Path shared(String name) {
        Path path = Path.of(Objects.requireNonNull(System.getProperty("whorl.shared")), "data", "pathsimr", name);
        assumeTrue(Files.exists(path), "PathSimR's use cases are not at hand: " + path);
        return path;
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4"})
    void itsTemplatesBecomeModels(int which) {
        model(PathSimR.read(
                shared("network_templates/input_template_%d.csv".formatted(which)),
                shared("network_templates/cal_input_%d.csv".formatted(which)),
                PathSimR.Unit.DAYS,
                YEAR));
    }

    @Test
    void theTwoTemplatesCalledErrorAreRefusedForWhatIsWrong() {
        Imported network = PathSimR.read(
                shared("network_templates/input_template_1 - Error.csv"),
                shared("network_templates/cal_input_1.csv"),
                PathSimR.Unit.DAYS,
                YEAR);
        assertThat(((Imported.Bad) network).faults())
                .extracting(Fault::wrong)
                .containsExactly("-1 is below 0", "the min \"NA\" is not a number", "exp has no parameters");
        Imported calendar = PathSimR.read(
                shared("network_templates/input_template_1.csv"),
                shared("network_templates/cal_input_1 - Error.csv"),
                PathSimR.Unit.DAYS,
                YEAR);
        assertThat(((Imported.Bad) calendar).faults())
                .extracting(Fault::wrong)
                .contains(
                        "there is no number",
                        "it ends at 5, before it begins at 11",
                        "people leave at B; nobody comes there from outside");
    }

    @Test
    void obstetricsIsInHoursAndComesBack() {
        Imported.Good read = (Imported.Good) PathSimR.read(
                shared("Obstetrics/Obstetrics_Network_Template.csv"),
                shared("Obstetrics/Obstetrics_Calendar_Template.csv"),
                PathSimR.Unit.HOURS,
                YEAR);
        assertThat(read.notes()).anyMatch(note -> note.startsWith("People can come back to APM, APNM, LD."));
    }

    /**
     * The published table of the stroke pathway (a hundred replications) within what chance allows: half the 95 per cent
     * interval of an independent program for as many replications stands for PathSimR's own.
     */
    @Test
    void strokeIsAsPublished() {
        Model model = model(PathSimR.read(
                shared("Stroke/Stroke_Network_Template.csv"),
                shared("Stroke/Stroke_Calendar_Template.csv"),
                PathSimR.Unit.DAYS,
                YEAR));
        Answer answer = Simulation.run(model, Plan.ofReplications(400), Progress.SILENT);
        agrees(answer, "hasu", Field.IN_PLACE, 22.348, 1.24);
        agrees(answer, "hasu", Field.WAIT, 1.710, 0.86);
        agrees(answer, "asu", Field.IN_PLACE, 25.785, 1.05);
        agrees(answer, "sa1", Field.IN_PLACE, 19.107, 0.17);
        agrees(answer, "sa2", Field.IN_PLACE, 12.641, 0.23);
        // Little: people held back / people a day = days held back; the same for the whole stay.
        double[][] published = {{0.822, 0.24, 4.341, 0.25}, {3.662, 0.48, 11.774, 0.49}};
        List<String> wards = List.of("hasu", "asu");
        for (int i = 0; i < 2; i++) {
            double starts = mean(answer, wards.get(i), Field.STARTS);
            assertThat(mean(answer, wards.get(i), Field.BLOCKED) / starts)
                    .isCloseTo(published[i][0], within(1.5 * published[i][1]));
            assertThat(mean(answer, wards.get(i), Field.IN_PLACE) / starts)
                    .isCloseTo(published[i][2], within(1.5 * published[i][3]));
        }
    }

    private static void agrees(Answer answer, String service, Field field, double published, double half) {
        assertThat(mean(answer, service, field)).as(service + " " + field).isCloseTo(published, within(1.5 * half));
    }

    private static double mean(Answer answer, String service, Field field) {
        return answer.base().figures().get(Subject.service(service), field).mean();
    }
}
