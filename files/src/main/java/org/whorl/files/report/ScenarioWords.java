package org.whorl.files.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Scenario.Change;

/** A scenario's changes in words: what, by how much, from when. */
final class ScenarioWords {

    private final Edition edition;

    ScenarioWords(Edition edition) {
        this.edition = edition;
    }

    /** One line for each kind of change; the same change to several things is said once. */
    List<String> changes(Scenario scenario) {
        SequencedMap<String, List<String>> alike = new LinkedHashMap<>();
        for (Change change : scenario.changes()) {
            String what = edition.say(
                    "scenario.what",
                    edition.parameterNames().number(change.path()),
                    amount(change),
                    when(change.from(), change.until()));
            alike.computeIfAbsent(what, _ -> new ArrayList<>())
                    .add(edition.parameterNames().owner(change.path()));
        }
        List<String> lines = new ArrayList<>();
        alike.forEach((what, where) -> lines.add(capital(edition.say("parameter.name", what, Edition.list(where)))));
        return lines;
    }

    private String amount(Change change) {
        if (!change.profile().isEmpty()) {
            return profile(change.path().endsWith(".starts.weekday"), change.profile());
        }
        double amount = change.amount().value();
        return switch (change.operation()) {
            case TIMES ->
                edition.say(
                        amount < 1 ? "scenario.less" : "scenario.more",
                        edition.words().number(100 * Math.abs(amount - 1)));
            case ADD ->
                edition.say(
                        "scenario.add",
                        (amount > 0 ? "+" : "") + edition.words().number(amount));
            case SET -> edition.say("scenario.set", edition.words().number(amount));
        };
    }

    private String profile(boolean shares, List<Double> factors) {
        List<String> written = factors.stream()
                .map(f -> shares ? edition.words().share(f) : edition.words().number(f))
                .toList();
        boolean flat = written.stream().distinct().count() == 1;
        return flat
                ? edition.say("scenario.throughout", written.getFirst())
                : edition.say("scenario.set", String.join(" ", written));
    }

    private static String capital(String line) {
        return line.isEmpty() ? line : line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
    }

    private String when(@Nullable LocalDate from, @Nullable LocalDate until) {
        String begins =
                from == null ? "" : edition.say("scenario.from", edition.words().date(from));
        String ends = until == null
                ? ""
                : edition.say("scenario.until", edition.words().date(until.minusDays(1)));
        return begins + ends;
    }
}
