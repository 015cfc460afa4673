package org.whorl.server.measures;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.whorl.engine.spc.ChartKind;
import org.whorl.engine.spc.Improvement;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;

/** A measure as it is put in. */
final class MeasureForm {

    static final int LONGEST = 300;

    /** What two people who changed one measure compare. */
    static final List<Merge.Field> FIELDS = List.of(
            new Merge.Field("name", "name", "measure.name"),
            new Merge.Field("unit", "unit", "measure.unit"),
            new Merge.Field("meaning", "meaning", "measure.meaning"),
            new Merge.Field("better", "better", "measure.better"),
            new Merge.Field("target", "target", "measure.target"),
            new Merge.Field("kind", "kind", "measure.kind"),
            new Merge.Field("per", "per", "measure.per"),
            new Merge.Field("serves", "serves", "measure.serves"),
            new Merge.Field("mode", "mode", "measure.mode"),
            new Merge.Field("source", "source", "measure.source"),
            new Merge.Field("owner", "owner", "measure.owner"),
            new Merge.Field("people", "people", "measure.people"),
            new Merge.Field("outcome", "outcome", "measure.outcome"));

    /** Words for what services do, not for what comes of it, in both languages. */
    private static final Pattern CONTACTS = Pattern.compile(
            "\\b(contacts?|visits?|appointments?|attendances?|referrals?|calls?|sessions?|assessments?|forms?|meetings?"
                    + "|cyswllt|cysylltiadau|ymweliad(au)?|apwyntiad(au)?|atgyfeiriad(au)?|galwad(au)?|sesiwn|sesiynau"
                    + "|asesiad(au)?|cyfarfod(ydd)?)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private final Form form;

    MeasureForm(Form form) {
        this.form = form;
    }

    /** Does a name count what services do, so that the outcome must be said as well? */
    static boolean countsContacts(String name) {
        return CONTACTS.matcher(name).find();
    }

    static Form of(Measure measure) {
        return new Form(Map.ofEntries(
                Map.entry("version", Integer.toString(measure.version())),
                Map.entry("spiral", measure.spiral().toString()),
                Map.entry("name", measure.name()),
                Map.entry("unit", measure.unit()),
                Map.entry("meaning", measure.meaning()),
                Map.entry("better", measure.better().word()),
                Map.entry("target", measure.target().map(Numbers::plain).orElse("")),
                Map.entry("kind", measure.kind().word()),
                Map.entry("per", measure.per()),
                Map.entry("serves", measure.serves().key()),
                Map.entry("mode", measure.mode().key()),
                Map.entry("source", measure.source()),
                Map.entry("owner", measure.owner().map(UUID::toString).orElse("")),
                Map.entry("people", measure.people() ? "yes" : ""),
                Map.entry("outcome", measure.outcome())));
    }

    /**
     * What was put in; none if something is wrong with it.
     *
     * @param before what is changed, if something is
     */
    Optional<Measure> read(
            Optional<Measure> before, List<UUID> spirals, List<UUID> members, String language, LocalDate today) {
        for (String field : List.of("name", "unit", "meaning", "source")) {
            form.require(field, "measure." + field + ".blank");
        }
        for (String field : List.of("name", "unit", "meaning", "source", "per", "outcome")) {
            if (form.value(field).length() > LONGEST) {
                form.refuse(field, "measure.too-long");
            }
        }
        Optional<UUID> spiral = before.map(Measure::spiral).or(() -> form.chosen("spiral", spirals));
        if (spiral.isEmpty()) {
            form.refuse("spiral", "measure.spiral.blank");
        }
        Optional<Improvement> better = choice("better", Improvement.values(), Improvement::word);
        Optional<ChartKind> kind = choice("kind", ChartKind.values(), ChartKind::word);
        Optional<Measure.Serves> serves = choice("serves", Measure.Serves.values(), Measure.Serves::key);
        Optional<Measure.Mode> mode = choice("mode", Measure.Mode.values(), Measure.Mode::key);
        if (kind.filter(ChartKind::hasExposure).isPresent()) {
            form.require("per", "measure.per.blank");
        }
        Optional<Double> target = Numbers.read(form.value("target"));
        if (target.isEmpty() && !form.value("target").isEmpty()) {
            form.refuse("target", "measure.target.wrong");
        }
        if (countsContacts(form.value("name"))) {
            form.require("outcome", "measure.outcome.blank");
        }
        return form.isRight()
                ? Optional.of(new Measure(
                        before.map(Measure::id).orElseGet(UUID::randomUUID),
                        spiral.orElseThrow(),
                        form.value("name"),
                        before.map(Measure::language).orElse(language),
                        form.value("unit"),
                        form.value("meaning"),
                        better.orElseThrow(),
                        target,
                        kind.orElseThrow(),
                        kind.orElseThrow().hasExposure() ? form.value("per") : "",
                        serves.orElseThrow(),
                        mode.orElseThrow(),
                        form.value("source"),
                        form.chosen("owner", members),
                        "",
                        form.ticked("people"),
                        form.value("outcome"),
                        before.map(Measure::begunOn).orElse(today),
                        form.number("version").orElse(1)))
                : Optional.empty();
    }

    private <E> Optional<E> choice(String field, E[] all, Function<E, String> key) {
        Optional<E> chosen = Arrays.stream(all)
                .filter(each -> key.apply(each).equals(form.value(field).toLowerCase(Locale.ROOT)))
                .findFirst();
        if (chosen.isEmpty()) {
            form.refuse(field, "measure." + field + ".blank");
        }
        return chosen;
    }
}
