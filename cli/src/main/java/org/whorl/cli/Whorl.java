package org.whorl.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code whorl}. Exit status: 0 done, 1 the answer is "no", 2 bad usage or input. */
@Command(
        name = "whorl",
        description = "If we move resources, who waits less, who waits more, at what cost?",
        mixinStandardHelpOptions = true,
        versionProvider = Whorl.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            NewCommand.class,
            CheckCommand.class,
            PreviewCommand.class,
            RunCommand.class,
            NeedCommand.class,
            LedgerCommand.class,
            OptimiseCommand.class,
            RightsizeCommand.class,
            ImportCommand.class,
            EffectsCommand.class,
            OpinionsCommand.class,
            FunnelCommand.class,
            ChartCommand.class,
            LearnCommand.class
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:the answer is \"no\": a check failed", "2:the command or its input is wrong"},
        footerHeading = "%n",
        footer = {
            "MODEL is a folder with model.yaml, or that file itself. whorl COMMAND --help tells more.",
            "Further commands: serve, backup, restore and verify; cluster run."
        })
public final class Whorl implements Callable<Integer> {
    /** The answer is "no". */
    static final int NO = 1;

    /** Bad usage or input. */
    static final int WRONG = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Whorl() {}

    /** Runs the command line and leaves the process with its exit status. */
    public static void main(String[] arguments) {
        int status = WRONG;
        try {
            status = commandLine().setOut(standardOutput()).execute(arguments);
        } catch (OutOfMemoryError _) {
            System.err.println("There is not enough memory for this. More: WHORL_JAVA_OPTIONS=-Xmx8g ./whorl ...");
        }
        System.exit(status);
    }

    /** Standard output as a writer that, unlike {@code System.out}, does not swallow a full disk. */
    private static PrintWriter standardOutput() {
        Charset charset = Watching.atTerminal()
                ? Charset.forName(System.getProperty("stdout.encoding", "UTF-8"), StandardCharsets.UTF_8)
                : StandardCharsets.UTF_8;
        return new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), charset)));
    }

    /** The command line, ready to execute; tests give it writers of their own. */
    static CommandLine commandLine() {
        return new CommandLine(new Whorl())
                .setExecutionExceptionHandler(new Failures())
                .setParameterExceptionHandler(new Misunderstanding())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return WRONG;
    }

    /** The version as the build wrote it into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"whorl " + version()};
        }
    }

    /** The version as the build wrote it into the jar. */
    static String version() {
        String version = Whorl.class.getPackage().getImplementationVersion();
        return version == null ? "(not packed)" : version;
    }
}
