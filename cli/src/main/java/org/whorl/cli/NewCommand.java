package org.whorl.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Spelling;
import org.whorl.files.OutputFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code whorl new}: a pathway to begin with. */
@Command(
        name = "new",
        description = {
            "Makes a model folder of a template: a pathway that runs at once, with numbers to put your own in place of.",
            "Without a template it lists them."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Whorl.WRONG,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:there is no such template, or the folder is not empty"})
final class NewCommand implements Callable<Integer> {

    private static final List<String> FILES = List.of("model.yaml", "README.md");

    /** The templates, each with the question it answers. */
    enum Template {
        HOSPITAL_DISCHARGE("Who waits in hospital for reablement, a community bed, a care home or home care?"),
        URGENT_RESPONSE("How many crews, so that few wait longer than two hours?"),
        FALLS("What if more people stayed at home after a fall?"),
        GP_ACCESS("What do twenty more appointments a day, or connectors, change in the emergency department?"),
        MENTAL_HEALTH_CRISIS("Who waits for a bed, and what would a sanctuary or supported homes change?"),
        PREVENTION("What do classes and safer homes spare the hospital, and how late?");

        private final String question;

        Template(String question) {
            this.question = question;
        }

        /** The name to type, and of its folder. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", arity = "0..1", paramLabel = "TEMPLATE", description = "Which one.")
    private @Nullable String template;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FOLDER", description = "A new or empty folder.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (template == null) {
            for (Template each : Template.values()) {
                out.printf("%-22s %s%n", each.word(), each.question);
            }
            out.printf("%nNext: whorl new TEMPLATE FOLDER%n");
        } else {
            String word = find(template).word();
            if (folder == null) {
                throw new ParameterException(
                        spec.commandLine(), "Name a new folder too: whorl new %s my-%s".formatted(word, word));
            }
            copy(word, folder);
            out.printf(
                    "%s holds a copy of %s: model.yaml, and README.md, which says what to replace first.%n",
                    folder, word);
            out.printf("%nNext: whorl check %s%n      whorl preview %s%n", folder, folder);
        }
        Failures.flush(out);
        return 0;
    }

    private static Template find(String word) {
        List<String> known =
                Arrays.stream(Template.values()).map(Template::word).toList();
        int index = known.indexOf(word);
        if (index < 0) {
            throw new Refusal("There is no template called %s; %s"
                    .formatted(
                            word,
                            Spelling.nearest(word, known)
                                    .map("did you mean %s?"::formatted)
                                    .orElse("there are " + String.join(", ", known) + ".")));
        }
        return Template.values()[index];
    }

    private static void copy(String word, Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new Refusal("%s is not empty. Name a new folder. Nothing was written.".formatted(folder));
                }
            }
        }
        try (OutputFolder target = OutputFolder.open(folder)) {
            for (String file : FILES) {
                try (InputStream in = Objects.requireNonNull(
                                NewCommand.class.getResourceAsStream("templates/%s/%s".formatted(word, file)));
                        Writer writer = target.writer(file)) {
                    writer.write(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            target.publish();
        }
    }
}
