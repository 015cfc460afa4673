package org.whorl.server.shifts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.whorl.draw.Words;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Scenario;
import org.whorl.files.AnswerJson;
import org.whorl.files.report.Excerpt;
import org.whorl.server.models.Found;
import org.whorl.server.models.Models;
import org.whorl.server.models.Pictures;
import org.whorl.server.models.Ready;
import org.whorl.server.models.Runs;
import org.whorl.server.models.Shown;

/** What shifts do: by formulas at once, and by simulation where somebody has had it checked. */
@Component
class Effects {

    private final Models models;
    private final Pictures pictures;
    private final Runs runs;

    Effects(Models models, Pictures pictures, Runs runs) {
        this.models = models;
        this.pictures = pictures;
        this.runs = runs;
    }

    /** A shift that is kept, with what the simulation found. */
    Effect of(Shift shift, boolean sure, Words words) {
        Ready ready = models.ready(shift.model(), shift.modelVersion()).orElseThrow();
        Effect effect = tried(shift, ready, sure, words);
        return shift.moves().isEmpty()
                ? effect
                : runs.findAnswered(shift.model(), shift.modelVersion(), shift.scenario())
                        .map(found -> effect.with(checked(found, effect, words)))
                        .orElse(effect);
    }

    /** One that somebody is building, by formulas. */
    Effect tried(Shift shift, Ready ready, boolean sure, Words words) {
        Optional<Scenario> change = shift.moves().isEmpty() ? Optional.empty() : Optional.of(shift.scenario());
        Shown shown = pictures.show(ready, change, sure, words);
        return new Effect(
                shift,
                shown,
                shown.scenario().equals(Shift.SCENARIO)
                        ? shown.excerpt().ledger(Shift.SCENARIO, Effect.paid(shift, ready.model()))
                        : List.of(),
                doubleRunning(shift, ready, shown, words),
                Optional.empty());
    }

    /** By how much each partner's cash is higher than if what goes went as soon as the new begins. */
    private Map<String, Double> doubleRunning(Shift shift, Ready ready, Shown shown, Words words) {
        if (shift.moves().stream().allMatch(move -> move.doubleWeeks() == 0)
                || !shown.scenario().equals(Shift.SCENARIO)) {
            return Map.of();
        }
        Shown atOnce = pictures.show(ready, Optional.of(shift.atOnce().scenario()), false, words);
        Map<String, Double> costs = new TreeMap<>();
        for (Partner partner : ready.model().partners()) {
            double cost = cash(shown, partner) - cash(atOnce, partner);
            if (Math.abs(cost) >= 1) {
                costs.put(partner.id(), cost);
            }
        }
        return costs;
    }

    private static double cash(Shown shown, Partner partner) {
        return Optional.ofNullable(shown.answer().scenarios().get(shown.scenario()))
                .flatMap(outcome -> outcome.figures().find(Subject.partner(partner.id()), Field.CASH))
                .map(Estimate::mean)
                .orElse(0.0);
    }

    private Checked checked(Found found, Effect effect, Words words) {
        Model model = effect.shown().ready().model().with(effect.shift().scenario());
        Answer played = AnswerJson.read(model, runs.findAnswer(found.id()).orElseThrow());
        Excerpt excerpt = new Excerpt(played, effect.shown().answer(), null, words);
        return Checked.of(found, excerpt, Effect.paid(effect.shift(), model));
    }
}
