package org.whorl.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Quality;
import org.whorl.engine.model.Scenario;
import org.whorl.files.Columns;
import org.whorl.files.FigureText;

/**
 * An answer for people at a terminal: small tables of what matters most, then what must be known before trusting them.
 * All figures are in the JSON, the tables and the report.
 */
final class AnswerText {
    private static final SequencedMap<Field, String> SERVICE = Columns.headings(
            Map.entry(Field.WAITING, "waiting"),
            Map.entry(Field.WAIT, "wait, days"),
            Map.entry(Field.WAIT_P95, "95 % wait less than"),
            Map.entry(Field.LATE_SHARE, "later than the target, %"),
            Map.entry(Field.OCCUPANCY, "occupancy, %"),
            Map.entry(Field.LOST, "lost a day"),
            Map.entry(Field.OFFERED_LOAD, "offered load"),
            Map.entry(Field.DELAY_TARGET_PLACES, "places for the target"),
            Map.entry(Field.LEAST_COST_PLACES, "least-cost places"));
    private static final SequencedMap<Field, String> SERVICE_CHANGE = Columns.headings(
            Map.entry(Field.WAITING, "waiting"),
            Map.entry(Field.WAIT, "wait, days"),
            Map.entry(Field.LATE_SHARE, "later than the target, %"),
            Map.entry(Field.STARTS, "starts a day"),
            Map.entry(Field.LOST, "lost a day"));
    private static final SequencedMap<Field, String> MEASURE = Columns.headings(
            Map.entry(Field.MEAN, "mean"),
            Map.entry(Field.MEDIAN, "median"),
            Map.entry(Field.P95, "95 % of runs below"),
            Map.entry(Field.P_CRISIS, "days of crisis, %"));
    private static final SequencedMap<Field, String> PARTNER = Columns.headings(
            Map.entry(Field.CASH, "cash"),
            Map.entry(Field.CASH_WHEN_STEPS_CLOSE, "cash when steps close"),
            Map.entry(Field.CAPACITY, "value of days used"),
            Map.entry(Field.CARERS_HOURS, "carers' hours"));

    private final Answer answer;
    private final PrintWriter out;

    AnswerText(Answer answer, PrintWriter out) {
        this.answer = answer;
        this.out = out;
    }

    void print() {
        Model model = answer.model();
        out.printf(
                "%s: %d days from %s, %s%n",
                model.name().en(), model.time().days(), model.time().start(), tier());
        answer.scenarios().forEach((id, outcome) -> {
            Figures change = answer.differences().get(id);
            if (id.equals(Scenario.BASE) || change == null) {
                out.printf(
                        "%n%s%n%n",
                        id.equals(Scenario.BASE)
                                ? "As it stands"
                                : title(id, outcome.name().en()));
                table(outcome.figures(), Subject.Group.SERVICES, "service", SERVICE, false);
                table(outcome.figures(), Subject.Group.MEASURES, "measure", MEASURE, false);
                table(outcome.figures(), Subject.Group.PARTNERS, "thousand pounds", PARTNER, false);
                SourcesText.of(answer.sources(), id, false).ifPresent(out::println);
            } else {
                out.printf(
                        "%n%s, compared with that%n%n", title(id, outcome.name().en()));
                table(change, Subject.Group.SERVICES, "change in", SERVICE_CHANGE, true);
                table(change, Subject.Group.MEASURES, "change in", MEASURE, true);
                table(change, Subject.Group.PARTNERS, "thousand pounds more", PARTNER, true);
                SourcesText.of(answer.sources(), id, true).ifPresent(out::println);
            }
            notes(outcome.notes());
        });
        SourcesText.across(answer.sources()).ifPresent(text -> out.printf("%n%s", text));
        out.println();
        trust();
        notes(answer.notes());
    }

    private static String title(String id, String name) {
        return name.equals(id) ? id : "%s (%s)".formatted(name, id);
    }

    private String tier() {
        return switch (answer.tier()) {
            case INSTANT -> "by formulas";
            case SIMULATION ->
                answer.sources().isEmpty()
                        ? "%d replications, seed %d".formatted(answer.replications(), answer.seed())
                        : "%d draws of its numbers, %d replications of each, seed %d"
                                .formatted(
                                        answer.sources().draws(),
                                        answer.sources().replications(),
                                        answer.seed());
        };
    }

    /** A row for each member of a group; those of whom nothing can be said are named in one line below. */
    private void table(
            Figures figures,
            Subject.Group group,
            String heading,
            SequencedMap<Field, String> fields,
            boolean differences) {
        List<String> headings = new ArrayList<>();
        headings.add(heading);
        headings.addAll(fields.values());
        Columns columns = new Columns(headings.toArray(String[]::new));
        List<String> silent = new ArrayList<>();
        figures.estimates().forEach((subject, estimates) -> {
            if (subject.group() == group) {
                List<String> cells = new ArrayList<>();
                cells.add(subject.id());
                boolean speaks = false;
                for (Field field : fields.keySet()) {
                    Estimate estimate = estimates.get(field);
                    cells.add(estimate == null || isNothing(field, estimate) ? "" : FigureText.of(field, estimate));
                    speaks |= estimate != null && (differences ? isClear(estimate) : estimate.mean() != 0);
                }
                if (speaks) {
                    columns.row(cells);
                } else {
                    silent.add(subject.id());
                }
            }
        });
        if (!columns.isEmpty()) {
            out.println(columns.text());
        }
        if (!silent.isEmpty() && group != Subject.Group.PARTNERS) {
            out.printf(
                    "  %s: %s%n%n",
                    differences ? "No clear change" : group == Subject.Group.SERVICES ? "Nobody waits for" : "Always 0",
                    String.join(", ", silent));
        }
    }

    /** What nobody needs to read nought of, line after line. */
    private static boolean isNothing(Field field, Estimate estimate) {
        return (field == Field.LOST || field == Field.CARERS_HOURS) && estimate.mean() == 0;
    }

    private static boolean isClear(Estimate estimate) {
        return estimate.low() > 0 || estimate.high() < 0;
    }

    private void trust() {
        switch (kind()) {
            case MONTE_CARLO -> {
                out.println("In brackets: the 95 % interval that chance in the simulation leaves.");
                out.println("It does not say how sure the model's own numbers are.");
            }
            case PARAMETER ->
                out.println("In brackets: the 95 % interval that not knowing the model's numbers leaves.");
            case TOTAL -> {
                out.printf(
                        "In brackets: the 95 %% interval that chance (in %d replications) and not knowing the model's numbers%n",
                        answer.sources().replications());
                out.println(
                        "leave together. More replications narrow the first; only better numbers narrow the second.");
            }
            case SCENARIO -> throw new IllegalStateException("no figure has an interval for scenarios alone");
            case NONE -> out.println("No intervals are given. whorl preview --draws 200 gives them.");
        }
        Map<Quality, Integer> counts = answer.quality();
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        out.printf(
                "Of the %d numbers this rests on, %d are borrowed from elsewhere and %d are guesses.%n",
                all, counts.getOrDefault(Quality.BORROWED, 0), counts.getOrDefault(Quality.GUESS, 0));
    }

    /** What the intervals are about: some figures never have one, so any that has decides. */
    private Estimate.Kind kind() {
        return answer.base().figures().estimates().values().stream()
                .flatMap(fields -> fields.values().stream())
                .map(Estimate::kind)
                .filter(kind -> kind != Estimate.Kind.NONE)
                .findFirst()
                .orElse(Estimate.Kind.NONE);
    }

    /** Each sentence once, with all it is about. */
    private void notes(List<Note> notes) {
        SequencedMap<String, List<String>> subjects = new LinkedHashMap<>();
        notes.forEach(note ->
                subjects.computeIfAbsent(note.message(), _ -> new ArrayList<>()).add(note.subject()));
        subjects.forEach((message, about) -> {
            String where = String.join(", ", about);
            out.printf("Note: %s%s%n", where.isEmpty() ? "" : where + ": ", message);
        });
    }
}
