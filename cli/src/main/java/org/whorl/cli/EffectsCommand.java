package org.whorl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whorl.draw.Words;
import org.whorl.engine.evidence.Effect;
import org.whorl.engine.evidence.Effects;
import org.whorl.files.EffectJson;
import org.whorl.files.EffectNumber;
import org.whorl.files.EffectTable;
import org.whorl.files.report.EffectWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code whorl effects}: what works elsewhere. */
@Command(
        name = "effects",
        description = {
            "Tells what works elsewhere, what does not, and what did harm: what was found, how sure it is, who found it and how.",
            "Where an effect can be used, the last line is a number to paste into a model, with the interval it deserves here."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Whorl.WRONG,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:nothing was found", "2:the command or the table is wrong"})
final class EffectsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "WORDS",
            description = "Only effects in which all these words occur, in English or Welsh: falls exercise.")
    private List<String> sought = new ArrayList<>();

    @Option(
            names = "--says",
            paramLabel = "S",
            description = "Only effects that say this: helped, no-clear-difference, harm or cannot-tell.")
    private @Nullable String says;

    @Option(
            names = "--table",
            paramLabel = "FILE",
            description = "Effects of your own, a CSV file with the columns of the table that comes with Whorl.")
    private @Nullable Path table;

    @Option(names = "--welsh", description = "In Welsh.")
    private boolean welsh;

    @Option(names = "--json", description = "Print one JSON document and nothing else on standard output.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Effect.@Nullable Says wanted = says == null ? null : wanted(says);
        EffectWords words = new EffectWords(welsh ? Words.CY : Words.EN);
        List<Effect> found = effects().find(String.join(" ", sought)).stream()
                .filter(effect -> wanted == null || effect.says() == wanted)
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(EffectJson.text(found, words::sentence));
        } else if (found.isEmpty()) {
            out.println("No effect with these words is known here. whorl effects lists all.");
        } else {
            found.forEach(effect -> print(out, effect, words));
            out.println(words.convention());
        }
        Failures.flush(out);
        return found.isEmpty() ? Whorl.NO : 0;
    }

    private Effects effects() {
        if (table == null) {
            return EffectTable.own();
        }
        return switch (EffectTable.read(table)) {
            case EffectTable.Outcome.Good(Effects effects) -> effects;
            case EffectTable.Outcome.Bad bad -> throw new Refusal(bad.text());
        };
    }

    private static Effect.Says wanted(String word) {
        for (Effect.Says each : Effect.Says.values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        throw new Refusal("--says must be one of %s, not %s"
                .formatted(
                        Arrays.stream(Effect.Says.values())
                                .map(Effect.Says::word)
                                .collect(Collectors.joining(", ")),
                        word));
    }

    private void print(PrintWriter out, Effect effect, EffectWords words) {
        String language = welsh ? "cy" : "en";
        out.printf("%d. %s: %s%n", effect.id(), effect.intervention().in(language), words.says(effect.says()));
        out.printf("   %s%n", words.sentence(effect));
        out.printf("   %s%n", words.number(effect));
        out.printf("   %s%n", words.leaning(effect));
        List<String> from =
                new ArrayList<>(List.of(effect.source(), effect.studied(), effect.setting(), effect.seen()));
        from.removeIf(String::isEmpty);
        out.printf("   %s%n", String.join("; ", from));
        if (!effect.caveat().isEmpty()) {
            out.printf("   ! %s%n", effect.caveat());
        }
        if (effect.mustBeChecked()) {
            out.printf("   ! %s%n", words.check());
        }
        EffectNumber.of(effect).ifPresent(number -> out.println(number.indent(3).stripTrailing()));
        out.println();
    }
}
