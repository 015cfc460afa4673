package org.whorl.server.shifts;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.engine.model.Limits;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Partner;
import org.whorl.server.design.Form;

/** The partners' limits, as they are put in for one search. */
final class PlansForm {

    static final String BUDGET = "budget-";
    static final String WORSE = "worse-";
    static final String LEAST = "least-";

    /** Draws that are quick to look at, and those a decision asks for. */
    private static final Map<String, Integer> DRAWS = Map.of("quick", 60, "thorough", 200);

    private static final double MOST = 1e10;

    private final Form form;
    private final Model model;

    PlansForm(Form form, Model model) {
        this.form = form;
        this.model = model;
        Limits limits = model.agreements().limits();
        for (Partner partner : model.partners()) {
            preset(BUDGET + partner.id(), limits.budgets().getOrDefault(partner.id(), 0.0));
            preset(WORSE + partner.id(), limits.worse().getOrDefault(partner.id(), 0.0));
        }
        limits.choices().forEach(choice -> preset(LEAST + choice.service(), choice.least()));
        if (form.value("draws").isEmpty()) {
            form.replace("draws", "thorough");
        }
    }

    private void preset(String field, double value) {
        if (form.value(field).isEmpty()) {
            form.replace(field, BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
        }
    }

    /** Whether the model says what is to fall and what may change; without that nobody can search. */
    static boolean isPossible(Model model) {
        Limits limits = model.agreements().limits();
        return !limits.aim().isEmpty() && !limits.choices().isEmpty();
    }

    /** What is asked; empty where something is wrong, which the form then knows. */
    Optional<PlansAsked> read(UUID id, int version) {
        Map<String, Double> budgets = new LinkedHashMap<>();
        Map<String, Double> worse = new LinkedHashMap<>();
        Map<String, Double> least = new LinkedHashMap<>();
        for (Partner partner : model.partners()) {
            budgets.put(partner.id(), amount(BUDGET + partner.id()));
            worse.put(partner.id(), amount(WORSE + partner.id()));
        }
        model.agreements()
                .limits()
                .choices()
                .forEach(choice -> least.put(choice.service(), amount(LEAST + choice.service())));
        int draws = DRAWS.getOrDefault(form.value("draws"), 200);
        return form.isRight()
                ? Optional.of(new PlansAsked(id, version, budgets, worse, least, draws))
                : Optional.empty();
    }

    private double amount(String field) {
        try {
            double amount = new BigDecimal(form.value(field).replaceAll("[£, ]", "")).doubleValue();
            if (amount >= 0 && amount <= MOST) {
                return amount;
            }
        } catch (NumberFormatException _) {
            // Said below, like an amount that cannot be.
        }
        form.refuse(field, "plans.amount.wrong");
        return 0;
    }
}
