package org.whorl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Population;
import org.whorl.files.Imported;
import org.whorl.files.Ipacs;
import org.whorl.files.PathSimR;
import org.whorl.files.Wales;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code whorl import}: makes a model folder of another tool's files. */
@Command(
        name = "import",
        description = "Makes a model folder of another tool's files, or a model's tables of official ones.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "TOOL",
        subcommands = {ImportCommand.OfPathSimR.class, ImportCommand.OfIpacs.class, ImportCommand.OfPopulation.class},
        exitCodeOnExecutionException = Whorl.WRONG)
final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Whorl.WRONG;
    }

    /** {@code whorl import pathsimr}. */
    @Command(
            name = "pathsimr",
            description = {
                "Makes a model folder of the two templates of PathSimR.",
                "Its README tells what the templates leave open, and where PathSimR's own tables cannot be compared."
            },
            mixinStandardHelpOptions = true,
            exitCodeOnExecutionException = Whorl.WRONG,
            exitCodeListHeading = "%nExit status:%n",
            exitCodeList = {"0:the folder is written", "2:the templates do not hold together, or cannot be read"})
    static final class OfPathSimR implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(index = "0", paramLabel = "NETWORK", description = "The network template, a CSV file.")
        private Path network = Path.of("");

        @Parameters(index = "1", paramLabel = "CALENDAR", description = "The calendar template, a CSV file.")
        private Path calendar = Path.of("");

        @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "The model folder to write.")
        private Path out = Path.of("");

        @Option(
                names = "--unit",
                paramLabel = "UNIT",
                description = "The templates' unit of time: minutes, hours, days or weeks. Days when left out.")
        private PathSimR.Unit unit = PathSimR.Unit.DAYS;

        @Option(names = "--days", paramLabel = "N", description = "How many days are measured. 365 when left out.")
        private int days = 365;

        @Option(
                names = "--warm-up",
                paramLabel = "N",
                description = "How many days run before and are thrown away. 365 when left out.")
        private int warmUp = 365;

        @Option(
                names = "--start",
                paramLabel = "DATE",
                description = "The first measured day; the Monday on or after it. 2024-01-01 when left out.")
        private LocalDate start = LocalDate.of(2024, 1, 1);

        @Override
        public Integer call() throws IOException {
            return written(
                    spec,
                    PathSimR.read(network, calendar, unit, new Horizon(start, days, warmUp)),
                    out,
                    "The templates cannot be used as they are. Nothing was written.");
        }
    }

    /** {@code whorl import ipacs}. */
    @Command(
            name = "ipacs",
            description = {
                "Makes a model folder of a workbook of IPACS, with all its scenarios.",
                "Its README tells where IPACS's own results cannot be compared."
            },
            mixinStandardHelpOptions = true,
            exitCodeOnExecutionException = Whorl.WRONG,
            exitCodeListHeading = "%nExit status:%n",
            exitCodeList = {"0:the folder is written", "2:the workbook does not hold together, or cannot be read"})
    static final class OfIpacs implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(index = "0", paramLabel = "WORKBOOK", description = "The workbook, an .xlsx file.")
        private Path workbook = Path.of("");

        @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "The model folder to write.")
        private Path out = Path.of("");

        @Override
        public Integer call() throws IOException {
            return written(
                    spec, Ipacs.read(workbook), out, "The workbook cannot be used as it is. Nothing was written.");
        }
    }

    /** {@code whorl import population}. */
    @Command(
            name = "population",
            description = {
                "Makes tables of the people of Welsh councils, by age, sex and fifth of deprivation, from official ones.",
                "Puts them into a model's folder, with the section of model.yaml that points to them."
            },
            mixinStandardHelpOptions = true,
            exitCodeOnExecutionException = Whorl.WRONG,
            exitCodeListHeading = "%nExit status:%n",
            exitCodeList = {"0:the tables are written", "2:a council is unknown, or nothing could be written"})
    static final class OfPopulation implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(
                arity = "1..*",
                paramLabel = "COUNCIL",
                description = "A council in Wales, by its name in either language or its code, such as W06000013.")
        private List<String> councils = new ArrayList<>();

        @Option(
                names = "--out",
                required = true,
                paramLabel = "FOLDER",
                description = "The model folder to write into.")
        private Path out = Path.of("");

        @Override
        public Integer call() throws IOException {
            Population population;
            try {
                population = Wales.open().of(councils);
            } catch (IllegalArgumentException e) {
                throw new Refusal(
                        e.getMessage() + (String.valueOf(e.getMessage()).endsWith("?") ? "" : "."));
            }
            Wales.write(population, out);
            PrintWriter said = spec.commandLine().getOut();
            said.printf(
                    "%s: %,.0f people of %s.%n%nNext: put population.yaml into model.yaml, and write needs.%n",
                    out,
                    population.groups().stream()
                            .mapToDouble(Population.Group::all)
                            .sum(),
                    population.areas().values().stream().map(Name::en).collect(Collectors.joining(", ")));
            Failures.flush(said);
            return 0;
        }
    }

    /** Writes what was read and tells what to know of it, or tells all that is wrong. */
    private static int written(CommandSpec spec, Imported imported, Path folder, String refusal) throws IOException {
        switch (imported) {
            case Imported.Bad bad -> throw new Refusal("%s%n%n%s".formatted(bad.text(), refusal));
            case Imported.Good good -> {
                good.write(folder);
                PrintWriter out = spec.commandLine().getOut();
                out.printf(
                        "%s: services: %d; streams of arrivals: %d; scenarios: %d.%n",
                        folder,
                        good.model().services().size(),
                        good.model().arrivals().size(),
                        good.model().scenarios().size());
                good.notes().forEach(note -> out.printf("%nNote: %s%n", note));
                out.printf("%nNext: whorl run %s --out report%n", folder);
                Failures.flush(out);
                return 0;
            }
        }
    }
}
