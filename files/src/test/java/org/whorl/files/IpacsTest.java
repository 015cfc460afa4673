package org.whorl.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Service;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;

/** Models made of a workbook of IPACS: our own small one, and its own where it is at hand. */
class IpacsTest {

    private final Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    IpacsTest() {
        List<List<Object>> arrivals = sheet("arrivals", "node", "arrivals", "scenario", "date", "day");
        for (int day = 0; day < 14; day++) {
            LocalDate date = LocalDate.of(2023, 1, 1).plusDays(day);
            arrivals.add(List.of("P1_X", day % 7 == 0 ? 2.0 : 4.0, "BArr", date, day + 1));
            arrivals.add(List.of("P1_X", 5.0, "MoreArr", date, day + 1));
            arrivals.add(List.of("P2_X", 1.0, "BArr", date, day + 1));
            arrivals.add(List.of("P2_X", 1.0, "MoreArr", date, day + 1));
        }
        List<List<Object>> opening = sheet("initial conditions", "node", "measure", "value");
        opening.add(List.of("P1_X", "dtoc", 3));
        opening.add(List.of("P1_X", "occ", 8));
        opening.add(List.of("P2_X", "dtoc", 1));
        opening.add(List.of("P2_X", "occ", 5));
        List<List<Object>> capacity = sheet("capacity", "node", "scenario", "capacity");
        capacity.add(List.of("P1_X", "BCap", 9));
        capacity.add(List.of("P1_X", "MoreCap", 11));
        capacity.add(List.of("P2_X", "BCap", 6));
        capacity.add(List.of("P2_X", "MoreCap", 7));
        List<List<Object>> los =
                sheet("los", "node", "median", "sd_los", "IVR", "FVR", "scenario", "mean_los", "los_dist");
        los.add(List.of("P1_X", 3, "NA", 4, 1, "Blos", 5.0, "lnorm"));
        los.add(List.of("P2_X", 9, "", "NA", "NA", "Blos", 12.0, "lnorm"));
        List<List<Object>> costs = sheet("costs", "node", "community_cost", "acute_dtoc");
        costs.add(List.of("P1_X", 125, 346));
        costs.add(List.of("P2_X", 150, 346));
    }

    private List<List<Object>> sheet(String name, Object... header) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(header));
        sheets.put(name, rows);
        return rows;
    }

    private Imported read() throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            sheets.forEach((name, rows) -> {
                Worksheet sheet = book.newWorksheet(name);
                for (int r = 0; r < rows.size(); r++) {
                    for (int c = 0; c < rows.get(r).size(); c++) {
                        switch (rows.get(r).get(c)) {
                            case String text -> sheet.value(r, c, text);
                            case Number number -> sheet.value(r, c, number);
                            case LocalDate date -> sheet.value(r, c, date);
                            default -> throw new IllegalStateException();
                        }
                    }
                }
            });
        }
        return Ipacs.read(file);
    }

    @Test
    void everySheetFindsItsPlace() throws IOException {
        Imported.Good read = (Imported.Good) read();
        Model model = read.model();

        assertThat(model.time().start()).isEqualTo("2023-01-01");
        assertThat(model.time().days()).isEqualTo(14);
        assertThat(model.arrivals().getFirst().meanOn(LocalDate.of(2023, 1, 8))).isCloseTo(2, within(1e-12));
        assertThat(model.arrivals().getFirst().meanOn(LocalDate.of(2023, 1, 9))).isCloseTo(4, within(1e-12));
        Service visiting = model.findService("p1-x").orElseThrow();
        assertThat(visiting.capacity().countsVisits()).isTrue();
        // Nine people with two and a half visits a day between the first and the last.
        assertThat(visiting.capacity().amount(model.time(), 0)).isEqualTo(22);
        assertThat(visiting.lengthOfStay())
                .satisfies(
                        t -> assertThat(Objects.requireNonNull(t).distribution().mean())
                                .isEqualTo(5));
        Service beds = model.findService("p2-x").orElseThrow();
        assertThat(beds.capacity().amount(model.time(), 0)).isEqualTo(6);
        assertThat(model.opening().get(1).waiting().people()).isEqualTo(1);
        // Between one day and a stay of twelve on average, alike.
        assertThat(Objects.requireNonNull(model.opening().get(1).rest())
                        .distribution()
                        .mean())
                .isCloseTo(6.5, within(0.1));
        assertThat(model.scenarios()).hasSize(3);
        assertThat(model.scenarios().getFirst().changes())
                .extracting(change -> change.path())
                .containsExactly("services.p1-x.capacity.visits", "services.p2-x.capacity");
        assertThat(read.notes()).anyMatch(note -> note.contains("P1_X about ") && note.contains(" days for 5.0"));

        Path written = folder.resolve("model");
        read.write(written);
        assertThat(ModelFolder.read(written).orThrow().equals(model))
                .as("reads back as it was")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    capacity | 1 | 2 | many    | book.xlsx:2: capacity.capacity: "many" is not a number; write a number from 0 up
                    capacity | 2 | 2 | -4      | book.xlsx:3: capacity.capacity: -4 is below 0; write a number from 0 up
                    capacity | 1 | 0 | P9_X    | book.xlsx: arrivals: nothing is said of the node P9_X; write a row for it
                    los      | 1 | 7 | weibull | book.xlsx:2: los.los_dist: "weibull" is not known here; write lnorm
                    los      | 2 | 6 | NA      | book.xlsx:3: los.mean_los: there is no number; write a number from 0 up
                    costs    | 0 | 1 | pounds  | book.xlsx:1: costs.community_cost: there is no such column; the columns are node, pounds, acute_dtoc
                    arrivals | 4 | 3 | soon    | book.xlsx:5: arrivals.date: "soon" is not a date; write a day such as 2023-01-31
                    initial conditions | 1 | 1 | beds | book.xlsx:2: initial conditions.measure: "beds" is not known here; write occ or dtoc
                    """)
    void aFaultNamesItsRowAndColumn(String sheet, int row, int column, String wrong, String told) throws IOException {
        List<List<Object>> rows = Objects.requireNonNull(sheets.get(sheet));
        List<Object> cells = new ArrayList<>(rows.get(row));
        cells.set(column, wrong.equals("-4") ? Integer.valueOf(-4) : wrong);
        rows.set(row, cells);
        assertThat(((Imported.Bad) read()).text()).contains(told);
    }

    @Test
    void arrivalsThatFollowNoWeekAreRefused() throws IOException {
        List<List<Object>> rows = Objects.requireNonNull(sheets.get("arrivals"));
        List<Object> cells = new ArrayList<>(rows.getLast());
        cells.set(1, 9.0);
        rows.set(rows.size() - 1, cells);
        assertThat(((Imported.Bad) read()).text())
                .contains("arrivals that differ otherwise than by the day of the week cannot be said");
    }

    @Test
    void whatIsNoWorkbookIsTold() throws IOException {
        sheets.remove("los");
        assertThat(((Imported.Bad) read()).text())
                .contains("book.xlsx: los: there is no such sheet; the sheets are arrivals,");
        Path text = Files.writeString(folder.resolve("text.xlsx"), "node,arrivals");
        assertThat(((Imported.Bad) Ipacs.read(text)).text()).contains("text.xlsx: this is not a workbook");
        assertThat(((Imported.Bad) Ipacs.read(folder.resolve("none.xlsx"))).text())
                .contains("there is no such file");
    }

    /**
     * What an independent program made of the same workbook, as IPACS means it: mean queue over the 181 days with half its 95
     * per cent interval of 400 runs, and the mean number in place. IPACS's own differ where beds are free at the start.
     */
    @Test
    void bedsOfItsOwnWorkbookFillAndQueueAsMeant() {
        Path workbook = Path.of(
                Objects.requireNonNull(System.getProperty("whorl.shared")), "data", "ipacs", "IPACS_params.xlsx");
        assumeTrue(Files.exists(workbook), "IPACS's workbook is not at hand: " + workbook);
        Model all = ((Imported.Good) Ipacs.read(workbook)).model();
        assertThat(9 * (all.scenarios().size() + 1)).isEqualTo(108);
        Model base = new Model(
                all.name(),
                all.time(),
                all.money(),
                all.partners(),
                all.exits(),
                all.arrivals(),
                all.services(),
                all.opening(),
                List.of(),
                all.measures(),
                all.observed());
        Answer answer = Simulation.run(base, Plan.ofReplications(400), Progress.SILENT);
        queues(answer, "p2-b", 63.9, 1.5, 101.99);
        queues(answer, "p2-ns", 152.2, 1.3, 28.00);
        queues(answer, "p2-sg", 38.8, 1.2, 61.06);
        queues(answer, "p3-b", 99.5, 1.2, 72.07);
        queues(answer, "p3-ns", 20.8, 0.8, 38.83);
        queues(answer, "p3-sg", 111.4, 1.2, 37.00);
    }

    private static void queues(Answer answer, String service, double queue, double half, double inPlace) {
        var figures = answer.base().figures();
        var waiting = figures.get(Subject.service(service), Field.WAITING);
        // As many runs here as there: the difference is allowed both intervals.
        assertThat(waiting.mean())
                .as(service)
                .isCloseTo(queue, within(1.5 * Math.hypot(half, waiting.high() - waiting.mean())));
        assertThat(figures.get(Subject.service(service), Field.IN_PLACE).mean())
                .as(service)
                .isCloseTo(inPlace, within(0.1));
    }
}
