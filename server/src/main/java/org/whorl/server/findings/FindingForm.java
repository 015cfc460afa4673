package org.whorl.server.findings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;

/** A finding as it is put in. */
final class FindingForm {

    /** What is longer is cut off: these are lines, not reports. */
    private static final int LONGEST = 1_000;

    /** What two people who changed one finding compare. */
    static final List<Merge.Field> FIELDS = List.of(
            new Merge.Field("found", "found", "finding.found"),
            new Merge.Field("known", "known", "finding.known"),
            new Merge.Field("which", "which", "finding.which"),
            new Merge.Field("whom", "whom", "finding.whom"),
            new Merge.Field("place", "place", "finding.place"),
            new Merge.Field("effect", "effect", "finding.effect"),
            new Merge.Field("amount", "amount", "finding.amount"),
            new Merge.Field("effect-by", "effect_by", "finding.effect-by"),
            new Merge.Field("measure", "measure", "finding.measure"),
            new Merge.Field("measure-on", "measure_on", "finding.measure-on"),
            new Merge.Field("owner", "owner", "finding.owner"));

    private final Form form;

    FindingForm(Form form) {
        this.form = form;
    }

    /** A finding in a form. */
    static Form of(Finding finding) {
        ActionLine line = finding.line();
        return new Form(Map.ofEntries(
                Map.entry("version", Integer.toString(finding.version())),
                Map.entry("found", finding.found()),
                Map.entry("known", finding.known().map(Finding.Known::key).orElse("")),
                Map.entry("which", line.which()),
                Map.entry("whom", line.whom()),
                Map.entry("place", line.place()),
                Map.entry("effect", line.effect()),
                Map.entry("amount", line.amount()),
                Map.entry("effect-by", line.effectBy().map(LocalDate::toString).orElse("")),
                Map.entry("measure", line.measure()),
                Map.entry(
                        "measure-on", line.measureOn().map(LocalDate::toString).orElse("")),
                Map.entry("owner", finding.owner().map(UUID::toString).orElse(""))));
    }

    /** Says of each field that is still missing what to write there. */
    static void ask(Form form, Finding finding) {
        finding.missing().forEach(field -> form.refuse(field, "finding.missing." + field));
    }

    /**
     * What was put in, with what cannot be read refused.
     *
     * @param members who may be its owner
     */
    Finding finding(UUID id, Finding.State state, Origin origin, List<UUID> members, String language) {
        return new Finding(
                id,
                state,
                origin,
                text("found"),
                Arrays.stream(Finding.Known.values())
                        .filter(known -> known.key().equals(form.value("known")))
                        .findFirst(),
                new ActionLine(
                        text("which"),
                        text("whom"),
                        text("place"),
                        text("effect"),
                        text("amount"),
                        form.day("effect-by", "finding.day.wrong"),
                        text("measure"),
                        form.day("measure-on", "finding.day.wrong")),
                form.chosen("owner", members),
                "",
                language,
                Instant.EPOCH,
                Optional.empty(),
                form.number("version").orElse(0));
    }

    private String text(String field) {
        String text = form.value(field);
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
