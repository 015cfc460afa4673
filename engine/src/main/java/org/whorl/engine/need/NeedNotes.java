package org.whorl.engine.need;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.whorl.engine.answer.Note;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Need;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Population;
import org.whorl.engine.model.Quality;
import org.whorl.engine.need.NeedAnswer.Effect;

/** What must be known before trusting an answer about need. */
final class NeedNotes {
    private final Model model;
    private final Place place;
    private final List<NeedAnswer.OfNeed> needs;
    private final List<Note> notes = new ArrayList<>();

    NeedNotes(Model model, Place place, List<NeedAnswer.OfNeed> needs) {
        this.model = model;
        this.place = place;
        this.needs = needs;
    }

    List<Note> found() {
        if (model.population() != null) {
            population(model.population());
        }
        needs.forEach(this::need);
        return notes;
    }

    private void add(String code, String subject, String message) {
        notes.add(new Note(code, subject, message));
    }

    private void population(Population population) {
        if (population.provenance().source() != null) {
            add("population-source", "population.table", population.provenance().source() + ".");
        }
        if (population.growth() == null) {
            add(
                    "no-growth",
                    "population",
                    "Nothing tells how people grow in number or age: cannot tell of other years.");
            return;
        }
        StringBuilder odds = new StringBuilder();
        for (Map.Entry<String, Parameter> variant : population.variants().entrySet()) {
            odds.append(odds.isEmpty() ? "" : ", ")
                    .append(String.format(
                            Locale.ROOT,
                            "%s %.0f %%",
                            variant.getKey(),
                            100 * variant.getValue().value()));
        }
        boolean guessed = population.variants().values().stream()
                .anyMatch(p -> p.provenance().quality() == Quality.GUESS);
        add(
                "variants",
                "population.variants",
                "How people grow in number is drawn from official variants: %s.%s Every area is taken to grow as the projection's own place does, age by age."
                        .formatted(odds, guessed ? " These probabilities are a guess." : ""));
        if (population.healthy() == null || !place.tellsLives()) {
            add(
                    "health-unknown",
                    "population.healthy",
                    population.healthy() == null
                            ? "Nobody says how much of a longer life is healthy, so people of an age stay as they are."
                            : "Nothing here tells how much longer people live, so people of an age stay as they are.");
        } else {
            add(
                    "health",
                    "population.healthy",
                    "How much longer people live is read from the projection itself; the share of it spent in health is drawn (%s)."
                            .formatted(
                                    population.healthy().provenance().quality().word()));
        }
    }

    private void need(NeedAnswer.OfNeed answer) {
        Need need = answer.need();
        String path = "needs." + need.id();
        RateTable rates = new RateTable(need.rates(), need.gradient());
        String quality = need.provenance().quality().word();
        add(
                "rates-source",
                path + ".rates",
                "Rates are %s%s."
                        .formatted(
                                quality,
                                need.provenance().source() == null
                                        ? ", and nobody says from where"
                                        : ": " + need.provenance().source()));
        if (need.gradient() != null) {
            add("gradient", path + ".gradient", "Next to each other: %s.".formatted(String.join("; ", rates.words())));
        }
        if (need.total() == null && need.provenance().quality() == Quality.BORROWED) {
            add(
                    "level-borrowed",
                    path,
                    "The level is that of another place: no count from here sets it, and no interval holds how different this place is.");
        }
        if (need.gradient() == null && need.rates().lines().stream().allMatch(l -> l.fifth() == 0)) {
            add("fifths-alike", path + ".rates", "Nothing tells the rates of fifths apart, so they are alike.");
        }
        if (rates.lacksIntervals()) {
            add(
                    "rates-without-interval",
                    path + ".rates",
                    "Rates have no interval, so the true uncertainty is larger.");
        }
        if (!need.latent().isWritten()) {
            add(
                    "latent-unsaid",
                    path + ".latent",
                    "Nobody says how much of it never comes to light: cannot tell; none is left out.");
        }
        if (!need.propensity().isWritten()) {
            add(
                    "propensity-unsaid",
                    path + ".propensity",
                    "Nobody says who asks for help: demand is told as all that comes to light.");
        }
        if (need.met() == null) {
            add("met-unsaid", path + ".met", "Nobody says how much is met: cannot tell what is unmet.");
        }
        answer.effects().forEach(effect -> effect(path, effect));
        if (!answer.neighbourhoods().isEmpty()) {
            add(
                    "neighbourhoods",
                    path,
                    need.seen().isEmpty()
                            ? "Neighbourhoods show what is expected of their people's ages and fifth; nobody was counted there."
                            : "Rates of neighbourhoods are brought towards all as far as chance could have made them differ; counts under %d are withheld."
                                    .formatted(NeedAnswer.FEWEST_TOLD));
        }
    }

    private void effect(String path, Effect effect) {
        String at = path + ".drivers." + effect.driver().id();
        if (effect.ratio() == null) {
            if (effect.moved() != 0) {
                add("no-sourced-effect", at, "No sourced effect: cannot tell. It was left out of these figures.");
            }
            return;
        }
        add("association", at, "An association elsewhere; confirm it locally. %s".formatted(source(effect.ratio())));
    }

    private static String source(Parameter ratio) {
        String date = ratio.provenance().date();
        return "%s%s (%s)."
                .formatted(
                        ratio.provenance().source(),
                        date == null ? "" : ", " + date,
                        ratio.provenance().quality().word());
    }
}
