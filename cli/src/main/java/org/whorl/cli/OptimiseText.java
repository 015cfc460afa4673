package org.whorl.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.whorl.cli.OptimiseCommand.Worths;
import org.whorl.engine.allocation.FiveQuestions;
import org.whorl.engine.allocation.Frontier;
import org.whorl.engine.allocation.LetGo;
import org.whorl.engine.allocation.Marginal;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.ledger.Pence;
import org.whorl.engine.model.Model;
import org.whorl.files.Columns;
import org.whorl.files.FigureText;
import org.whorl.optimise.Plan;
import org.whorl.optimise.Plans;

/** What {@code whorl optimise} prints for people. */
final class OptimiseText {

    private final Model model;
    private final PrintWriter out;

    OptimiseText(Model model, PrintWriter out) {
        this.model = model;
        this.out = out;
    }

    void print(Worths worths, @Nullable Plans plans, @Nullable Answer played) {
        out.printf(
                "%s: what £%,.0f more or less would do at each service, on \"%s\"%n",
                model.name().en(), worths.pounds(), measure(worths.measure()));
        out.printf(
                "By formulas, %d draws of the numbers. Intervals are what is not known of them.%n%n", worths.draws());
        services(worths);
        questions(worths.questions());
        frontier(worths.frontier());
        letGo(worths);
        if (plans != null) {
            plans(plans, played);
        }
    }

    private void services(Worths worths) {
        Columns columns =
                new Columns("service", "places moved", "with more", "with less", "fewer people for the money");
        for (Marginal.Worth worth : worths.worth()) {
            columns.row(List.of(
                    service(worth.step().service()),
                    FigureText.plain(worth.step().places()),
                    FigureText.of(Field.MEAN, worth.more()),
                    FigureText.of(Field.MEAN, worth.less()),
                    FigureText.of(Field.MEAN, worth.per())));
        }
        out.print(columns.text());
        if (!worths.withoutPrice().isEmpty()) {
            out.printf(
                    "%n  Cannot tell, for want of a price: %s%n",
                    String.join(
                            "; ",
                            worths.withoutPrice().stream().map(this::service).toList()));
        }
    }

    private void questions(FiveQuestions questions) {
        if (questions.shifts().isEmpty()) {
            return;
        }
        out.printf("%nThe same money moved from one to another, for a panel to talk about%n%n");
        Columns columns = new Columns(List.of(0, 1), "from", "to", "fewer people");
        questions
                .shifts()
                .forEach(shift -> columns.row(List.of(
                        service(shift.from()), service(shift.to()), FigureText.of(Field.MEAN, shift.people()))));
        out.print(columns.text());
    }

    private void frontier(Frontier frontier) {
        if (frontier.points().isEmpty()) {
            return;
        }
        out.printf("%nThe most that money buys, the best value first, each service alone and added up%n%n");
        Columns columns = new Columns(
                "service", "pounds", "fewer people", "for £100,000", "pounds so far", "fewer people so far");
        for (Frontier.Point point : frontier.points()) {
            columns.row(List.of(
                    service(point.triangle().id()),
                    "%,.0f".formatted(point.triangle().pounds()),
                    "%.2f".formatted(point.triangle().benefit()),
                    "%.2f".formatted(point.triangle().perHundredThousand()),
                    "%,.0f".formatted(point.pounds()),
                    "%.2f".formatted(point.benefit())));
        }
        out.print(columns.text());
    }

    private void letGo(Worths worths) {
        if (worths.letGo().isEmpty()) {
            return;
        }
        out.printf(
                "%nWhat could be done less, if %s more on \"%s\" can be borne%n%n",
                FigureText.plain(worths.bearable()), measure(worths.measure()));
        Columns columns =
                new Columns(List.of(0, 1), "service", "safe?", "places", "thousand pounds free", "more people");
        for (LetGo candidate : worths.letGo()) {
            Marginal.Step step = OptimiseDocument.step(worths, candidate);
            columns.row(List.of(
                    service(step.service()),
                    OptimiseDocument.verdict(candidate),
                    FigureText.plain(-step.places()),
                    "%,.0f".formatted(candidate.released() / 1000),
                    FigureText.of(Field.MEAN, candidate.harm())));
        }
        out.print(columns.text());
    }

    private void curves(Plans plans) {
        out.printf("%nWhere all partners together pay least, each service alone; hardly ever where nobody waits%n%n");
        Columns columns = new Columns("service", "places", "thousand pounds more", "fewer people", "");
        for (Plans.Curve curve : plans.curves()) {
            Plans.Level least = curve.least();
            columns.row(List.of(
                    service(curve.service()),
                    "%s%s".formatted(least.places() > 0 ? "+" : "", FigureText.plain(least.places())),
                    "%,.0f".formatted(least.pounds() / 1000 + 0.0),
                    FigureText.of(Field.MEAN, least.gain()),
                    curve.leastIsAtAnEnd() ? "at the end of what was asked: it may lie further out" : ""));
        }
        out.print(columns.text());
    }

    private void byGroup(Plan plan) {
        plan.byGroup().forEach((tag, groups) -> {
            List<String> parts = new ArrayList<>();
            groups.forEach((group, fewer) -> parts.add("%s: %s".formatted(group, FigureText.of(Field.MEAN, fewer))));
            out.printf("    fewer people by %s: %s%n", tag, String.join("; ", parts));
        });
    }

    private void plans(Plans plans, @Nullable Answer played) {
        out.printf("%nPlans within the limits: near the best, and unlike each other%n");
        for (Plan plan : plans.plans()) {
            plan(plan, played);
        }
        curves(plans);
        plans.notes().forEach(note -> out.printf("%n  %s%n", note));
        if (!plans.prices().isEmpty()) {
            out.printf("%nWhat one limit more would bring%n%n");
            Columns columns = new Columns(List.of(0, 1), "limit", "whose", "fewer people, weighted");
            plans.prices()
                    .forEach(price -> columns.row(List.of(
                            switch (price.limit()) {
                                case MONEY -> "£100,000 more to put in";
                                case POST -> "one post more to find";
                            },
                            partner(price.partner()),
                            FigureText.of(Field.MEAN, Estimate.exact(price.gain())))));
            out.print(columns.text());
        }
    }

    private void plan(Plan plan, @Nullable Answer played) {
        out.printf("%n  %s: %s%n", plan.scenario().id(), moved(plan));
        out.printf(
                "    fewer people %s; in the worst tenth of what could be true %.2f; regret %.2f on average%n",
                FigureText.of(Field.MEAN, plan.gain()), plan.worstTenth(), plan.regret());
        byGroup(plan);
        if (played != null) {
            simulated(plan, played);
        }
        out.printf("    net cash, thousand pounds more: %s%n", byPartner(plan.net()));
        List<String> payments = new ArrayList<>();
        plan.received().forEach((who, pence) -> {
            if (pence.amount() != 0) {
                payments.add(
                        pence.amount() > 0
                                ? "%s gets %s".formatted(partner(who), pence)
                                : "%s pays %s".formatted(partner(who), new Pence(-pence.amount())));
            }
        });
        if (!payments.isEmpty()) {
            out.printf("    payments that keep the limits: %s%n", String.join("; ", payments));
        }
        out.printf("    to try it or change it, under scenarios: in model.yaml%n");
        out.printf("      %s:%n        change:%n", plan.scenario().id());
        OptimiseDocument.changes(plan).forEach(change -> out.printf("          %s%n", change));
    }

    private void simulated(Plan plan, Answer played) {
        Figures figures =
                Objects.requireNonNull(played.differences().get(plan.scenario().id()));
        model.agreements()
                .limits()
                .aim()
                .keySet()
                .forEach(measure -> out.printf(
                        "    simulated at the numbers' own values, %d times: %s %s%n",
                        played.replications(),
                        measure(measure),
                        FigureText.of(Field.MEAN, figures.get(Subject.measure(measure), Field.MEAN))));
        double weighted = model.agreements().limits().aim().entrySet().stream()
                .mapToDouble(aim -> aim.getValue()
                        * figures.get(Subject.measure(aim.getKey()), Field.MEAN).mean())
                .sum();
        if (weighted > 0) {
            out.printf(
                    "    Warning: at the numbers' own values it makes things worse. Its gain rests on draws far from them.%n");
        }
    }

    private String moved(Plan plan) {
        List<String> parts = new ArrayList<>();
        plan.places()
                .forEach((service, places) -> parts.add(
                        "%s %s%s".formatted(service(service), places > 0 ? "+" : "", FigureText.plain(places))));
        return String.join("; ", parts);
    }

    private String byPartner(Map<String, Double> pounds) {
        List<String> parts = new ArrayList<>();
        pounds.forEach((who, amount) -> parts.add("%s %+,.0f".formatted(partner(who), amount / 1000)));
        return String.join("; ", parts);
    }

    private String service(String id) {
        return model.findService(id).orElseThrow().name().en();
    }

    private String partner(String id) {
        return model.findPartner(id).orElseThrow().name().en();
    }

    private String measure(String id) {
        return model.measures().stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .orElseThrow()
                .name()
                .en();
    }
}
