package org.whorl.server.models;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Scenario.Change;
import org.whorl.engine.model.Scenario.Operation;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question for the simulation, as a job keeps it.
 *
 * @param model of which model
 * @param version of which version
 * @param id the scenario's id; empty for the model as it stands
 * @param en its name in English
 * @param cy its name in Welsh
 * @param changes what it changes
 * @param page where it was asked, inside the partnership
 * @param replications how often to play it through
 */
record Asked(
        UUID model, int version, String id, String en, String cy, List<Step> changes, String page, int replications) {

    static final long SEED = 1;

    /** The kind of its job. */
    static final String KIND = "simulation";

    private static final JsonMapper JSON = new JsonMapper();

    Asked {
        changes = List.copyOf(changes);
    }

    /** One change, as {@link Change} has it. */
    record Step(
            String path,
            String operation,
            double amount,
            List<Double> profile,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    static Asked of(
            UUID model, int version, Optional<Scenario> scenario, Name modelName, String page, int replications) {
        Name name = scenario.map(Scenario::name).orElse(modelName);
        return new Asked(
                model,
                version,
                scenario.map(Scenario::id).orElse(""),
                name.en(),
                name.cy(),
                scenario.map(Scenario::changes).orElse(List.of()).stream()
                        .map(c -> new Step(
                                c.path(), c.operation().name(), c.amount().value(), c.profile(), c.from(), c.until()))
                        .toList(),
                page,
                replications);
    }

    /** As a job keeps it. */
    static Asked read(String parameters) {
        return JSON.readValue(parameters, Asked.class);
    }

    /** What is asked, apart from names and from where: the same question has the same text. */
    String question() {
        return JSON.writeValueAsString(new Asked(new UUID(0, 0), 0, id, "", "", changes, "", replications));
    }

    Optional<Scenario> scenario() {
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new Scenario(
                        id,
                        new Name(en, cy),
                        changes.stream()
                                .map(step -> new Change(
                                        step.path(),
                                        Operation.valueOf(step.operation()),
                                        Parameter.of(step.amount()),
                                        step.profile(),
                                        step.from(),
                                        step.until()))
                                .toList()));
    }
}
