package org.whorl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.whorl.engine.model.Horizon;
import org.whorl.files.Imported;
import org.whorl.files.Ipacs;
import org.whorl.files.PathSimR;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code whorl import}: makes a model folder of another tool's files. */
@Command(
        name = "import",
        description = "Makes a model folder of another tool's files.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "TOOL",
        subcommands = {ImportCommand.OfPathSimR.class, ImportCommand.OfIpacs.class},
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
