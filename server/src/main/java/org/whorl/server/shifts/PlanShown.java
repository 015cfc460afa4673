package org.whorl.server.shifts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.whorl.draw.Reading;
import org.whorl.draw.Unit;
import org.whorl.draw.Words;
import org.whorl.engine.model.Model;
import org.whorl.files.report.Excerpt;
import org.whorl.server.design.Screen;

/**
 * One plan in words.
 *
 * @param name what it is called here
 * @param fewer people fewer, with the interval
 * @param direction below 0 where fewer are counted, above 0 where more, 0 where that cannot be told
 * @param worst people fewer in the worst tenth of what could be
 * @param regret what it may miss
 * @param played people fewer when it is played through, with the interval
 * @param moves what moves, a line each
 * @param partners who puts in and receives what
 * @param groups people fewer by group, a line each
 * @param keeps whether it keeps all limits
 * @param fields what a Shift that does this moves, as fields of its form
 */
public record PlanShown(
        String name,
        String fewer,
        int direction,
        String worst,
        String regret,
        String played,
        int playedDirection,
        List<String> moves,
        List<Money> partners,
        List<Of> groups,
        boolean keeps,
        Map<String, String> fields) {

    /** One partner's money: what it puts in, how its cash changes after all, and what it is paid by the others. */
    public record Money(String partner, String puts, String net, String received) {}

    /** People of one group. */
    public record Of(String group, String fewer, int direction) {}

    /** The end of an address at which a Shift is begun with this. */
    public String address() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
    }

    static List<PlanShown> all(Screen s, PlansFound found, Model model) {
        List<PlanShown> all = new ArrayList<>();
        for (PlansFound.One plan : found.plans()) {
            String name = plan.cautious() ? s.say("plans.cautious") : s.say("plans.one", all.size() + 1);
            all.add(new Speaker(s, model).plan(name, plan));
        }
        return all;
    }

    /** Says a plan in a language. */
    private record Speaker(Screen s, Model model) {

        PlanShown plan(String name, PlansFound.One plan) {
            List<String> moves = new ArrayList<>();
            Map<String, String> fields = new LinkedHashMap<>();
            plan.places().forEach((service, places) -> {
                int row = moves.size();
                moves.add(s.say(
                        places > 0 ? "plans.more" : "plans.less",
                        model.findService(service).orElseThrow().name().in(code()),
                        words().number(Math.abs(places))));
                fields.put("service" + row, service);
                fields.put("places" + row, String.valueOf(Math.round(places)));
                fields.put("from" + row, model.time().start().toString());
            });
            return new PlanShown(
                    name,
                    fewer(plan.fewer()),
                    direction(plan.fewer()),
                    words().number(plan.worst()),
                    words().number(plan.regret()),
                    fewer(plan.played()),
                    direction(plan.played()),
                    moves,
                    model.partners().stream()
                            .map(partner -> new Money(
                                    partner.name().in(code()),
                                    words().money(plan.puts().getOrDefault(partner.id(), 0.0)),
                                    words().money(plan.net().getOrDefault(partner.id(), 0.0)),
                                    words().money(plan.received().getOrDefault(partner.id(), 0.0))))
                            .toList(),
                    plan.groups().stream()
                            .map(group -> new Of(
                                    group.tag().equals("fifth")
                                            ? s.say("plans.fifth", group.name())
                                            : group.tag() + ": " + group.name(),
                                    fewer(group.fewer()),
                                    direction(group.fewer())))
                            .toList(),
                    plan.keeps(),
                    fields);
        }

        /** Without a sign where the word beside it says which way. */
        private String fewer(PlansFound.Range range) {
            return words().value(Unit.NUMBER, Excerpt.reading(range.estimate(), direction(range) > 0 ? -1 : 1));
        }

        private static int direction(PlansFound.Range fewer) {
            Reading more = Excerpt.reading(fewer.estimate(), -1);
            return more.couldBeEitherWay() ? 0 : (int) Math.signum(more.value());
        }

        private Words words() {
            return s.language().words();
        }

        private String code() {
            return s.language().code();
        }
    }
}
