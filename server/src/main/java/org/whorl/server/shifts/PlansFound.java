package org.whorl.server.shifts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Model;
import org.whorl.optimise.Plan;
import org.whorl.optimise.Plans;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a search for plans found, as its file keeps it: several plans and never one answer.
 *
 * @param model of which model
 * @param version of which version
 * @param aim the id of the measure that is counted for groups and in play
 * @param draws how often the numbers were drawn
 * @param times how often the plans were played through
 * @param proved whether nothing better than the first can exist
 * @param plans the best first, the cautious one last
 * @param prices what one limit more would bring, the most first
 */
record PlansFound(
        UUID model,
        int version,
        String aim,
        int draws,
        int times,
        boolean proved,
        List<One> plans,
        List<Price> prices) {

    private static final JsonMapper JSON = new JsonMapper();

    PlansFound {
        plans = List.copyOf(plans);
        prices = List.copyOf(prices);
    }

    /**
     * One plan.
     *
     * @param cautious whether it is the one that does best in the worst tenth of what could be
     * @param places by service, places more than today
     * @param fewer people fewer in the aims, weighted
     * @param worst the same in the mean of the worst tenth
     * @param regret by how much the best choice for a draw beats it, on average
     * @param puts by partner, pounds it puts in
     * @param net by partner, cash more after all that follows
     * @param received by partner, pounds it must be paid so that all limits are kept
     * @param groups people fewer in the aim in each group of people
     * @param played people fewer in the aim when the plan is played through day by day
     * @param keeps whether all limits are kept with all its changes together
     */
    record One(
            boolean cautious,
            Map<String, Double> places,
            Range fewer,
            double worst,
            double regret,
            Map<String, Double> puts,
            Map<String, Double> net,
            Map<String, Double> received,
            List<Group> groups,
            Range played,
            boolean keeps) {}

    /** A number and its interval. */
    record Range(double mean, double low, double high) {

        static Range of(Estimate estimate) {
            return new Range(estimate.mean(), estimate.low(), estimate.high());
        }

        /** With the interval of what is not known of the numbers. */
        Estimate estimate() {
            return new Estimate(mean, low, high, 0.95, Estimate.Kind.PARAMETER);
        }
    }

    /** People of one group, such as a fifth of deprivation. */
    record Group(String tag, String name, Range fewer) {}

    /**
     * What one limit more would bring.
     *
     * @param post a post, or else 100,000 pounds
     */
    record Price(boolean post, String partner, double gain) {}

    static PlansFound of(PlansAsked asked, Model model, Plans plans, Optional<Answer> played) {
        String aim = model.agreements().limits().aim().firstEntry().getKey();
        return new PlansFound(
                asked.model(),
                asked.version(),
                aim,
                plans.draws(),
                played.map(Answer::replications).orElse(0),
                plans.proved(),
                plans.plans().stream()
                        .map(plan -> one(plan, aim, played.orElseThrow()))
                        .toList(),
                plans.prices().stream()
                        .map(price -> new Price(price.limit() == Plans.Limit.POST, price.partner(), price.gain()))
                        .toList());
    }

    private static One one(Plan plan, String aim, Answer played) {
        Figures change = Optional.ofNullable(
                        played.differences().get(plan.scenario().id()))
                .orElseThrow();
        Estimate more = change.get(Subject.measure(aim), Field.MEAN);
        Map<String, Double> received = new LinkedHashMap<>();
        plan.received().forEach((partner, pence) -> received.put(partner, pence.pounds()));
        List<Group> groups = new ArrayList<>();
        plan.byGroup()
                .forEach((tag, each) ->
                        each.forEach((name, fewer) -> groups.add(new Group(tag, name, Range.of(fewer)))));
        return new One(
                plan.cautious(),
                plan.places(),
                Range.of(plan.gain()),
                plan.worstTenth(),
                plan.regret(),
                plan.money(),
                plan.net(),
                received,
                groups,
                new Range(-more.mean(), -more.high(), -more.low()),
                plan.keeps());
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static PlansFound read(String json) {
        return JSON.readValue(json, PlansFound.class);
    }
}
