package org.whorl.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.cli.OptimiseCommand.Worths;
import org.whorl.engine.allocation.FiveQuestions;
import org.whorl.engine.allocation.LetGo;
import org.whorl.engine.allocation.Marginal;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Model;
import org.whorl.files.FigureText;
import org.whorl.optimise.Plan;
import org.whorl.optimise.Plans;

/** What {@code whorl optimise --json} prints. */
final class OptimiseDocument {

    private OptimiseDocument() {}

    static Map<String, Object> of(Model model, Worths worths, @Nullable Plans plans, @Nullable Answer played) {
        SequencedMap<String, Object> root = new LinkedHashMap<>();
        root.put("model", LedgerDocument.names(model.name().en(), model.name().cy()));
        root.put("price-year", model.money().priceYear());
        root.put("draws", worths.draws());
        root.put("marginal", marginal(worths));
        root.put("five-questions", questions(worths));
        root.put("frontier", frontier(worths));
        root.put("let-go", letGo(worths));
        if (plans != null) {
            root.put("cost-curves", curves(plans));
            root.put("proved", plans.proved());
            root.put(
                    "plans",
                    plans.plans().stream()
                            .map(plan -> plan(model, plan, played))
                            .toList());
            root.put(
                    "shadow-prices",
                    plans.prices().stream().map(OptimiseDocument::price).toList());
            root.put("notes", plans.notes());
        }
        return root;
    }

    private static Map<String, Object> marginal(Worths worths) {
        SequencedMap<String, Object> all = new LinkedHashMap<>();
        all.put("measure", worths.measure());
        all.put("pounds", worths.pounds());
        all.put(
                "services",
                worths.worth().stream()
                        .map(worth -> {
                            SequencedMap<String, Object> one = new LinkedHashMap<>();
                            one.put("service", worth.step().service());
                            one.put("places", worth.step().places());
                            one.put("pounds", worth.step().pounds());
                            one.put("more", worth.more());
                            one.put("less", worth.less());
                            one.put("fewer-people", worth.per());
                            one.put("cash", Marginal.cash(worth.step(), worths.answer()));
                            return one;
                        })
                        .toList());
        all.put("cannot-tell", worths.withoutPrice());
        return all;
    }

    private static List<Map<String, Object>> frontier(Worths worths) {
        return worths.frontier().points().stream()
                .map(point -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("service", point.triangle().id());
                    one.put("pounds", point.triangle().pounds());
                    one.put("fewer-people", point.triangle().benefit());
                    one.put("per-100000-pounds", point.triangle().perHundredThousand());
                    one.put("pounds-so-far", point.pounds());
                    one.put("fewer-people-so-far", point.benefit());
                    return one;
                })
                .toList();
    }

    private static Map<String, Object> letGo(Worths worths) {
        SequencedMap<String, Object> all = new LinkedHashMap<>();
        all.put("measure", worths.measure());
        all.put("bearable", worths.bearable());
        all.put(
                "candidates",
                worths.letGo().stream()
                        .map(candidate -> {
                            SequencedMap<String, Object> one = new LinkedHashMap<>();
                            Marginal.Step step = step(worths, candidate);
                            one.put("service", step.service());
                            one.put("places", -step.places());
                            one.put("verdict", verdict(candidate));
                            one.put("more-people", candidate.harm());
                            one.put("releases", candidate.releases());
                            one.put("posts", candidate.wholeTimeEquivalents());
                            return one;
                        })
                        .toList());
        return all;
    }

    static Marginal.Step step(Worths worths, LetGo candidate) {
        return worths.worth().stream()
                .map(Marginal.Worth::step)
                .filter(step -> step.less().id().equals(candidate.scenario()))
                .findFirst()
                .orElseThrow();
    }

    static String verdict(LetGo candidate) {
        return switch (candidate.verdict()) {
            case SAFE -> "safe";
            case CANNOT_TELL -> "cannot tell";
            case UNSAFE -> "unsafe";
        };
    }

    private static List<Map<String, Object>> curves(Plans plans) {
        return plans.curves().stream()
                .map(curve -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("service", curve.service());
                    one.put("least-at", curve.least().places());
                    one.put("least-at-an-end", curve.leastIsAtAnEnd());
                    one.put(
                            "levels",
                            curve.levels().stream()
                                    .map(level -> {
                                        Map<String, Object> each = new LinkedHashMap<>();
                                        each.put("places", level.places());
                                        each.put("fewer-people", level.gain());
                                        each.put("cash", level.pounds());
                                        return each;
                                    })
                                    .toList());
                    return one;
                })
                .toList();
    }

    private static Map<String, Object> questions(Worths worths) {
        FiveQuestions questions = worths.questions();
        SequencedMap<String, Object> all = new LinkedHashMap<>();
        all.put("resources", questions.resources());
        all.put("spending", questions.spending());
        all.put("more", questions.more().stream().map(w -> w.step().service()).toList());
        all.put("less", questions.less().stream().map(w -> w.step().service()).toList());
        all.put(
                "shifts",
                questions.shifts().stream()
                        .map(shift -> {
                            SequencedMap<String, Object> one = new LinkedHashMap<>();
                            one.put("from", shift.from());
                            one.put("to", shift.to());
                            one.put("fewer-people", shift.people());
                            return one;
                        })
                        .toList());
        return all;
    }

    private static Map<String, Object> plan(Model model, Plan plan, @Nullable Answer played) {
        SequencedMap<String, Object> one = new LinkedHashMap<>();
        one.put("id", plan.scenario().id());
        one.put("cautious", plan.cautious());
        SequencedMap<String, Object> change = new LinkedHashMap<>();
        plan.places()
                .forEach((service, places) -> change.put("services." + service + ".capacity", Map.of("add", places)));
        one.put("change", change);
        one.put("gain", plan.gain());
        one.put("clear", plan.isClear());
        one.put("by-tag", plan.byGroup());
        one.put("worst-tenth", plan.worstTenth());
        one.put("gain-by-parts", plan.byParts());
        one.put("regret", plan.regret());
        one.put("regret-at-most", plan.most());
        one.put("puts-in", plan.money());
        one.put("net-cash", plan.net());
        one.put("received", plan.received());
        one.put("posts", plan.posts());
        one.put("keeps-the-limits", plan.keeps());
        Figures figures =
                played == null ? null : played.differences().get(plan.scenario().id());
        if (figures != null) {
            SequencedMap<String, Object> simulated = new LinkedHashMap<>();
            model.agreements()
                    .limits()
                    .aim()
                    .keySet()
                    .forEach(measure -> simulated.put(measure, figures.get(Subject.measure(measure), Field.MEAN)));
            SequencedMap<String, Object> cash = new LinkedHashMap<>();
            model.partners()
                    .forEach(partner -> cash.put(partner.id(), figures.get(Subject.partner(partner.id()), Field.CASH)));
            simulated.put("cash", cash);
            one.put("simulated", simulated);
        }
        return one;
    }

    private static Map<String, Object> price(Plans.Price price) {
        SequencedMap<String, Object> one = new LinkedHashMap<>();
        one.put(
                "limit",
                switch (price.limit()) {
                    case MONEY -> "100000 pounds";
                    case POST -> "one post";
                });
        one.put("partner", price.partner());
        one.put("gain", price.gain());
        return one;
    }

    static List<String> changes(Plan plan) {
        return plan.places().entrySet().stream()
                .map(e -> "services.%s.capacity: {add: %s}".formatted(e.getKey(), FigureText.plain(e.getValue())))
                .toList();
    }
}
