package org.whorl.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Note;
import org.whorl.engine.need.NeedAnswer;
import org.whorl.engine.need.NeedAnswer.Amount;
import org.whorl.engine.need.NeedAnswer.Cause;
import org.whorl.engine.need.NeedAnswer.Effect;
import org.whorl.engine.need.NeedAnswer.Group;
import org.whorl.engine.need.NeedAnswer.OfNeed;
import org.whorl.engine.need.NeedAnswer.Row;
import org.whorl.files.Columns;
import org.whorl.files.FigureText;

/** An answer about need for people at a terminal: who lives there, each need with the causes of its change, what to know. */
final class NeedText {
    private static final String UNKNOWN = "cannot tell";

    private final NeedAnswer answer;
    private final PrintWriter out;

    NeedText(NeedAnswer answer, PrintWriter out) {
        this.answer = answer;
        this.out = out;
    }

    void print() {
        out.printf("%s: %d, and %d%n%n", answer.model().name().en(), answer.now(), answer.then());
        people();
        answer.needs().forEach(this::need);
        if (!answer.arrivals().isEmpty()) {
            Columns columns = new Columns("people who come from a need", "times as many in " + answer.then());
            answer.arrivals()
                    .forEach((id, times) -> columns.row(List.of(
                            id,
                            String.format(
                                    Locale.ROOT, "%.2f (%.2f to %.2f)", times.mean(), times.low(), times.high()))));
            out.println(columns.text());
        }
        out.println(
                "In brackets: the 95 % interval that not knowing the numbers leaves, which variant comes true among them.");
        SequencedMap<String, List<String>> notes = new LinkedHashMap<>();
        for (Note note : answer.notes()) {
            notes.computeIfAbsent(note.message(), _ -> new ArrayList<>()).add(note.subject());
        }
        notes.forEach((message, about) -> out.printf("Note: %s: %s%n", String.join(", ", about), message));
    }

    private void people() {
        Columns columns = new Columns("people", Integer.toString(answer.now()), Integer.toString(answer.then()));
        answer.people()
                .forEach(row -> columns.row(List.of(
                        name(row.group()),
                        figure(row.now().count()),
                        figure(row.then().count()))));
        out.println(columns.text());
    }

    private void need(OfNeed need) {
        out.printf("%s, %s%n%n", need.need().name().en(), need.need().unit().en());
        Row<Amount> all = need.row(Group.ALL);
        Columns sums = new Columns("", Integer.toString(answer.now()), Integer.toString(answer.then()));
        sums.row(List.of("need", figure(all.now().need()), figure(all.then().need())));
        sums.row(List.of("demand", figure(all.now().demand()), figure(all.then().demand())));
        sums.row(List.of("met", known(all.now().met()), known(all.then().met())));
        sums.row(List.of("unmet", known(all.now().unmet()), known(all.then().unmet())));
        if (need.notMedical() != null) {
            sums.row(List.of(
                    "demand not only medical",
                    figure(need.notMedical().now()),
                    figure(need.notMedical().then())));
        }
        out.println(sums.text());
        Columns groups = new Columns("demand of", Integer.toString(answer.now()), Integer.toString(answer.then()));
        need.rows().stream()
                .filter(row -> !row.group().equals(Group.ALL))
                .forEach(row -> groups.row(List.of(
                        name(row.group()),
                        figure(row.now().demand()),
                        figure(row.then().demand()))));
        out.println(groups.text());
        parts(need);
        effects(need);
    }

    private void parts(OfNeed need) {
        Columns columns = new Columns("why demand changes", "by");
        need.parts().forEach((cause, part) -> columns.row(List.of(words(cause), signed(part))));
        out.println(columns.text());
    }

    private static String words(Cause cause) {
        return switch (cause) {
            case SIZE -> "more or fewer people";
            case AGE -> "older or younger people";
            case HEALTH -> "healthier for their age";
            case CIRCUMSTANCES -> "circumstances";
            case PRACTICE -> "what comes to light and asks";
        };
    }

    private void effects(OfNeed need) {
        if (need.effects().isEmpty()) {
            return;
        }
        Columns columns = new Columns(List.of(0, 3), "driver", "moved", "times as much for +1 sd", "");
        for (Effect effect : need.effects()) {
            columns.row(List.of(
                    effect.driver().name().en(),
                    effect.moved() == 0 ? "" : String.format(Locale.ROOT, "%+.1f sd", effect.moved()),
                    effect.ratio() == null ? "" : CheckCommand.withInterval(effect.ratio()),
                    effect.ratio() == null
                            ? "no sourced effect: cannot tell"
                            : "association elsewhere; confirm locally"));
        }
        out.println(columns.text());
    }

    private String name(Group group) {
        List<String> words = new ArrayList<>();
        if (group.area() != null) {
            var area = answer.model().population() == null
                    ? null
                    : answer.model().population().areas().get(group.area());
            words.add(area == null ? group.area() : area.en());
        }
        if (group.fifth() > 0) {
            words.add(
                    switch (group.fifth()) {
                        case 1 -> "fifth 1 (most deprived)";
                        case 5 -> "fifth 5 (least deprived)";
                        default -> "fifth " + group.fifth();
                    });
        }
        if (group.band() >= 0) {
            int next = NeedAnswer.BANDS.indexOf(group.band()) + 1;
            words.add(
                    next < NeedAnswer.BANDS.size()
                            ? "aged %d to %d".formatted(group.band(), NeedAnswer.BANDS.get(next) - 1)
                            : "aged %d and over".formatted(group.band()));
        }
        return words.isEmpty() ? "all" : String.join(", ", words);
    }

    private static String known(@Nullable Estimate estimate) {
        return estimate == null ? UNKNOWN : figure(estimate);
    }

    private static String signed(Estimate estimate) {
        return (estimate.mean() > 0 ? "+" : "") + figure(estimate);
    }

    private static String figure(Estimate estimate) {
        if (Math.abs(estimate.mean()) < 100) {
            return FigureText.of(Field.WAITING, estimate);
        }
        String mean = String.format(Locale.ROOT, "%,.0f", estimate.mean());
        return estimate.high() > estimate.low()
                ? mean + String.format(Locale.ROOT, " (%,.0f to %,.0f)", estimate.low(), estimate.high())
                : mean;
    }
}
