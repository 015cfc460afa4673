package org.whorl.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.whorl.engine.model.Check;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Spelling;
import org.whorl.files.ModelFolder;
import org.whorl.files.Read;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The model every command begins with. */
final class ModelArgument {

    static final String SCENARIOS = "A scenario to compare with the model as it stands; may be given again. "
            + "Without any, all the model has; base for none.";

    static final String DESCRIPTION = "A folder with model.yaml, or that file itself.";

    static final String WITH = "A YAML file with more scenarios to put to the model (scenarios), and other days to play"
            + " if the question needs them (time); may be given again. The model's folder stays as it is.";

    @Parameters(index = "0", paramLabel = "MODEL", description = DESCRIPTION)
    private Path path = Path.of("");

    @Option(names = "--with", paramLabel = "FILE", description = WITH)
    private List<Path> questions = List.of();

    /** The model, with what is odd about it told on {@code err}; every fault is told if there is none. */
    Model open(PrintWriter err) {
        return switch (read(path, questions)) {
            case Read.Good good -> {
                Check.warnings(good.model()).forEach(doubt -> err.println("Note: " + doubt));
                yield good.model();
            }
            case Read.Bad bad ->
                throw new Refusal("%s%n%nThe model cannot be used as it is. whorl check %s tells the same."
                        .formatted(bad.text(), checked()));
        };
    }

    private String checked() {
        StringBuilder words = new StringBuilder(path.toString());
        questions.forEach(question -> words.append(" --with ").append(question));
        return words.toString();
    }

    static Read read(Path path, List<Path> questions) {
        if (!Files.exists(path)) {
            throw new Refusal(
                    "There is no file or folder called %s. Name a folder that holds model.yaml.".formatted(path));
        }
        questions.stream().filter(Files::notExists).findFirst().ifPresent(missing -> {
            throw new Refusal("There is no file called %s. Name a YAML file that holds scenarios.".formatted(missing));
        });
        return ModelFolder.read(path, questions);
    }

    /** The scenarios to weigh: those asked for, or all the model has. */
    static List<String> scenarios(Model model, List<String> asked) {
        List<String> known = model.scenarios().stream().map(Scenario::id).toList();
        if (asked.isEmpty()) {
            return known;
        }
        Set<String> chosen = new LinkedHashSet<>();
        for (String id : asked) {
            if (id.equals(Scenario.BASE)) {
                continue;
            }
            if (!known.contains(id)) {
                List<String> all = new ArrayList<>(known);
                all.addFirst(Scenario.BASE);
                throw new Refusal("The model has no scenario called %s; %s"
                        .formatted(
                                id,
                                Spelling.nearest(id, all)
                                        .map(near -> "did you mean %s?".formatted(near))
                                        .orElse("it has " + String.join(", ", all) + ".")));
            }
            chosen.add(id);
        }
        return List.copyOf(chosen);
    }
}
