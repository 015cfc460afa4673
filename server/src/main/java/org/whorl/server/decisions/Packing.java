package org.whorl.server.decisions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.whorl.draw.Palette;
import org.whorl.engine.load.Preview;
import org.whorl.files.AnswerJson;
import org.whorl.files.Read;
import org.whorl.files.report.Report;
import org.whorl.server.design.Language;
import org.whorl.server.design.Screen;
import org.whorl.server.models.Folder;
import org.whorl.server.models.Found;
import org.whorl.server.models.Models;
import org.whorl.server.models.Runs;
import org.whorl.server.shifts.Proposal;
import org.whorl.server.shifts.Proposals;
import org.whorl.server.shifts.Shift;

/**
 * What a board is given: the decision in both languages, every model it rests on as it stood, their answers, the line that
 * gives those answers again, and a fingerprint of each file.
 */
@Component
public class Packing {

    private final Proposals proposals;
    private final Models models;
    private final Runs runs;
    private final Showing showing;

    Packing(Proposals proposals, Models models, Runs runs, Showing showing) {
        this.proposals = proposals;
        this.models = models;
        this.runs = runs;
        this.showing = showing;
    }

    /**
     * One model in a pack.
     *
     * @param name its folder
     * @param commands each line to type, and the file its answer is in
     */
    public record Again(String name, List<Command> commands) {

        /** Keeps a copy. */
        public Again {
            commands = List.copyOf(commands);
        }

        /**
         * A line to type.
         *
         * @param line as it is typed, in the folder of the pack
         * @param answer the file that holds what it prints
         */
        public record Command(String line, String answer) {}
    }

    /** The packed file; the same decision gives the same bytes. */
    byte[] of(Screen s, DecisionShown shown) {
        Map<String, byte[]> files = new HashMap<>();
        List<Again> again = new ArrayList<>();
        shown.proposal().ifPresent(proposal -> again.add(shift(s, proposal, files)));
        shown.rests().stream()
                .map(Rest::evidence)
                .filter(evidence -> evidence.kind() == Evidence.Kind.MODEL)
                .forEach(evidence -> model(evidence, files).ifPresent(again::add));
        for (Language language : Language.values()) {
            Screen theirs = s.in(language);
            put(files, "decision." + language.code() + ".html", page(theirs, shown.decision(), again));
            put(files, "impact." + language.code() + ".md", impact(theirs, shown));
        }
        put(
                files,
                "README.md",
                Stream.of(Language.values())
                        .map(language -> readMe(s.in(language), shown.decision(), again))
                        .collect(Collectors.joining("\n")));
        return Packed.of(name(shown.decision()), files);
    }

    private String page(Screen s, Decision decision, List<Again> again) {
        Map<String, Object> parts = Map.of("shown", showing.of(s, decision), "again", again, "style", style());
        return Objects.requireNonNull(s.show("decisions/packed", parts).getBody());
    }

    /** What the one folder in the pack is called. */
    static String name(Decision decision) {
        return "decision-" + slug(decision.value(Field.QUESTION)) + "-v" + decision.version();
    }

    private Again shift(Screen s, Proposal proposal, Map<String, byte[]> files) {
        Shift shift = proposal.shift();
        String name = proposals.folderName(shift);
        Folder folder = proposals.folder(s, shift);
        List<Again.Command> commands = new ArrayList<>();
        preview(folder, name, Shift.SCENARIO, files).ifPresent(commands::add);
        proposal.effect().checked().map(checked -> checked.found()).ifPresent(found -> {
            String answer = name + "-run.json";
            put(files, answer, runs.findAnswer(found.id()).orElseThrow());
            for (Language language : Language.values()) {
                runs.findReport(found.id(), language.code())
                        .ifPresent(report -> put(
                                files, "report/" + (language == Language.EN ? Report.ENGLISH : Report.WELSH), report));
            }
            commands.add(new Again.Command(run(name, found), answer));
        });
        return new Again(name, commands);
    }

    private static String run(String name, Found found) {
        return "whorl run %s --scenario %s --replications %d --seed %d --json"
                .formatted(name, Shift.SCENARIO, found.replications(), found.seed());
    }

    private Optional<Again> model(Evidence evidence, Map<String, byte[]> files) {
        UUID id = evidence.target();
        return models.findFolder(id, evidence.number()).map(folder -> {
            String name = slug(models.find(id).map(kept -> kept.nameEn()).orElse("model")) + "-v" + evidence.number();
            return new Again(name, preview(folder, name, "base", files).stream().toList());
        });
    }

    /** Puts the folder in, and what formulas answer at once; nothing of the answer where the folder no longer holds together. */
    private static Optional<Again.Command> preview(
            Folder folder, String name, String scenario, Map<String, byte[]> files) {
        folder.files().forEach((file, text) -> put(files, name + "/" + file, text));
        if (!(folder.read() instanceof Read.Good good)) {
            return Optional.empty();
        }
        String answer = name + "-preview.json";
        List<String> asked = scenario.equals("base") ? List.of() : List.of(scenario);
        put(files, answer, AnswerJson.text(Preview.of(good.model(), asked)));
        return Optional.of(
                new Again.Command("whorl preview %s --scenario %s --json".formatted(name, scenario), answer));
    }

    /** The assessment of impact as a text of its own, in the reader's language. */
    static String impact(Screen s, DecisionShown shown) {
        Decision decision = shown.decision();
        StringBuilder text = new StringBuilder();
        text.append("# ").append(s.say("decision.part.impact")).append("\n\n");
        text.append(decision.value(Field.QUESTION)).append("\n\n");
        text.append(s.say("decision.impact.status")).append('\n');
        for (Field field : Part.IMPACT.fields()) {
            text.append("\n## ").append(s.say("decision." + field.key())).append("\n\n");
            text.append(shown.impact(s, field)).append('\n');
        }
        text.append("\n## ").append(s.say("decision.part.ways")).append('\n');
        for (Field field : Field.ways()) {
            text.append("\n- ")
                    .append(s.say("decision." + field.key()))
                    .append(": ")
                    .append(decision.value(field).isBlank() ? s.say("decision.not-said") : decision.value(field));
        }
        return text.append('\n').toString();
    }

    private static String readMe(Screen s, Decision decision, List<Again> again) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(decision.value(Field.QUESTION)).append("\n\n");
        text.append(s.say("decision.pack.what")).append("\n\n");
        if (!again.isEmpty()) {
            text.append(s.say("decision.pack.again")).append("\n\n");
            again.stream()
                    .flatMap(each -> each.commands().stream())
                    .forEach(command -> text.append("    ")
                            .append(command.line())
                            .append(" | cmp - ")
                            .append(command.answer())
                            .append('\n'));
            text.append('\n');
        }
        text.append(s.say("decision.pack.check"))
                .append("\n\n    sha256sum --check ")
                .append(Packed.SUMS)
                .append('\n');
        return text.toString();
    }

    private static String slug(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty()
                ? "it"
                : plain.substring(0, Math.min(40, plain.length())).replaceAll("-$", "");
    }

    private static void put(Map<String, byte[]> files, String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The colours, type and space of a report, so that the page needs no network. */
    private static String style() {
        try (InputStream in = Report.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("the report lacks its style");
            }
            return (Palette.css() + "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .replace("&", "")
                    .replace("<", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
