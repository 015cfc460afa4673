package org.whorl.files.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whorl.draw.Reading;
import org.whorl.draw.Words;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Quantiles;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Quality;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Service;

/**
 * Pieces of the report for pages that are not the report: the same words, the same rounding, the same pictures, so that a
 * number reads alike wherever it stands. What is called markup is safe HTML.
 */
public final class Excerpt {

    private static final double HALF_A_POUND = 0.5;

    private final Edition edition;
    private final Amounts amounts;

    /**
     * Pieces about an answer of either tier.
     *
     * @param unsure how far not knowing the numbers could move it; null when nobody asked
     */
    public Excerpt(Answer answer, @Nullable Answer unsure, Words words) {
        this(answer, null, unsure, words);
    }

    /**
     * Pieces about an answer of the simulation with the formulas' beside it.
     *
     * @param instant what the formulas answered to the same question; null when they were not asked
     */
    public Excerpt(Answer answer, @Nullable Answer instant, @Nullable Answer unsure, Words words) {
        edition = new Edition(new Report(answer, instant, unsure, LocalDate.EPOCH, ""), words);
        amounts = edition.amounts();
    }

    /**
     * One count as it is and as it would be.
     *
     * @param name what is counted
     * @param now as the model stands, with its interval
     * @param then in the scenario, with its interval; empty for the model as it stands
     * @param change the difference, with its sign; empty likewise
     * @param changeRange how far not knowing the numbers could move the difference; empty where nobody asked
     * @param direction below 0 when the count falls, above when it rises, 0 when nobody can tell or nothing changes
     */
    public record Count(String name, String now, String then, String change, String changeRange, int direction) {}

    /** The count the model is about: its first measure with a level of crisis, or its longest queue. */
    public Optional<Count> lead(String scenario) {
        return Headline.of(edition).map(h -> count(h.name(edition), h.subject(), h.field(), scenario));
    }

    /** The share of days above the level of crisis; empty where the model names no level. */
    public Optional<Count> crisis(String scenario) {
        return Headline.of(edition)
                .flatMap(h -> h.crisis(edition)
                        .map(level -> count(
                                edition.say("column.crisis." + h.occasions(), level),
                                h.subject(),
                                Field.P_CRISIS,
                                scenario)));
    }

    /** Every measure of the model, its mean. */
    public List<Count> measures(String scenario) {
        List<Count> counts = new ArrayList<>();
        for (Measure measure : edition.model().measures()) {
            counts.add(count(edition.measure(measure), Subject.measure(measure.id()), Field.MEAN, scenario));
        }
        return counts;
    }

    /** Services people wait for, the longest queue first: how many wait. */
    public List<Count> queues(String scenario) {
        List<Count> counts = new ArrayList<>();
        for (Service service : Headline.queues(edition)) {
            counts.add(count(edition.service(service), Subject.service(service.id()), Field.WAITING, scenario));
        }
        return counts;
    }

    /** What {@link #queues} are of, in the same order. */
    public List<Subject> queued() {
        return Headline.queues(edition).stream()
                .map(service -> Subject.service(service.id()))
                .toList();
    }

    /** What {@link #lead} is of. */
    public Optional<Subject> led() {
        return Headline.of(edition).map(Headline::subject);
    }

    /** What a service, a measure or a partner is called. */
    public String name(Subject subject) {
        return edition.subject(subject);
    }

    /** Everything the answer tells of a service or a measure. */
    public List<Count> figures(Subject subject, String scenario) {
        return Edition.fields(edition.base(), subject).stream()
                .map(field -> count(edition.field(field), subject, field, scenario))
                .toList();
    }

    /** One figure of a service, a measure or a partner, by the name of what it is about. */
    public Count figure(Subject subject, Field field, String scenario) {
        return count(edition.subject(subject), subject, field, scenario);
    }

    private Count count(String name, Subject subject, Field field, String scenario) {
        String none = edition.say("value.none");
        String now = full(Scenario.BASE, edition.base(), subject, field);
        if (scenario.equals(Scenario.BASE)) {
            return new Count(name, now, "", "", "", 0);
        }
        Figures figures = edition.outcome(scenario).figures();
        Optional<Estimate> difference = edition.difference(scenario).find(subject, field);
        int direction = difference
                .filter(Amounts::certain)
                .map(e -> (int) Math.signum(e.mean()))
                .orElse(0);
        return new Count(
                name,
                now,
                full(scenario, figures, subject, field),
                difference.map(e -> amounts.change(field, e, true)).orElse(none),
                edition.unsureChange(scenario, subject, field)
                        .map(e -> amounts.changeInterval(field, e))
                        .orElse(""),
                direction);
    }

    /** A formula's figure has no interval of its own; where somebody asked, it carries that of not knowing the numbers. */
    private String full(String scenario, Figures figures, Subject subject, Field field) {
        return figures.find(subject, field)
                .map(e -> edition.unsure(scenario, subject, field)
                        .filter(_ -> e.kind() == Estimate.Kind.NONE)
                        .map(u ->
                                amounts.full(field, e, new Estimate(e.mean(), u.low(), u.high(), u.level(), u.kind())))
                        .orElseGet(() -> amounts.full(field, e)))
                .orElse(edition.say("value.none"));
    }

    /** Markup: the leading count through the year, in every scenario, with its bands and its level of crisis. */
    public String throughTime() {
        Html out = new Html();
        Headline.of(edition).ifPresent(headline -> new WhoWaits(edition).throughTime(out, headline));
        return out.toString();
    }

    /** Markup: what the simulation found about a scenario, and where the formulas do not agree with it. */
    public String checked(String scenario) {
        Html out = new Html();
        if (!scenario.equals(Scenario.BASE)) {
            new WhatWouldChange(edition).write(out);
        }
        Headline.of(edition).ifPresent(headline -> new WhoWaits(edition).throughTime(out, headline));
        new TwoTiers(edition).write(out);
        if (!scenario.equals(Scenario.BASE)) {
            new MoneyByPartner(edition).change(out, scenario);
        }
        return out.toString();
    }

    /** Markup: what the counts that matter can come to, as things are and in a scenario; empty where nobody knows. */
    public String whatCouldBe(String scenario) {
        Html out = new Html();
        new WhatCouldBe(edition).write(out, scenario);
        return out.toString();
    }

    /** What the leading count can come to in a scenario: a hundred days, in order; none where nobody knows. */
    public List<Double> leadValues(String scenario) {
        return new WhatCouldBe(edition).leading(scenario).map(Quantiles::values).orElse(List.of());
    }

    /**
     * Markup: what the leading count can come to in a scenario; empty where nobody knows.
     *
     * @param id begins the ids of the picture
     * @param beside the values of pictures that stand beside it on the same axis
     */
    public String leadCouldBe(String scenario, String id, List<Double> beside) {
        return new WhatCouldBe(edition).leading(scenario, id, beside);
    }

    /** A scenario's figures, as formulas and the simulation answered them; empty unless both were asked. */
    public List<Twice> twice(String scenario) {
        return Twice.all(edition, scenario);
    }

    /** Do the formulas say what the simulation found, as far as anybody could mind? As the report's own table has it. */
    public static boolean agree(Estimate played, Estimate formula) {
        return TwoTiers.agree(played, formula);
    }

    /** Markup: how people move in a scenario. */
    public String flow(String scenario) {
        Html out = new Html();
        new HowPeopleMove(edition, scenario).write(out);
        return out.toString();
    }

    /** Markup: who pays more and who less in a scenario. */
    public String moneyMoved(String scenario) {
        Html out = new Html();
        new MoneyByPartner(edition).change(out, scenario);
        return out.toString();
    }

    /**
     * What a scenario does to one partner's money. Three columns that are never added.
     *
     * @param id the partner, by its id in the model
     * @param name what it is called
     * @param cash the change of cash in this time
     * @param cashWhenStepsClose the change of cash once whole wards or teams have opened or closed
     * @param capacity the change of what the used capacity is worth, which is not cash
     * @param payments what it pays or gets beside that, with its sign; empty for nothing
     * @param cashAfter the change of cash with the payments
     * @param chance the share of the ways the numbers may be off in which its cash goes up, payments apart; empty where
     *     nobody asked
     * @param chanceAfter the same with the payments; empty likewise
     * @param direction below 0 when its cash after payments surely goes down, above when it goes up, 0 when nobody can tell
     * @param same does it stay as it is?
     */
    public record Line(
            String id,
            String name,
            String cash,
            String cashWhenStepsClose,
            String capacity,
            String payments,
            String cashAfter,
            String chance,
            String chanceAfter,
            int direction,
            boolean same) {

        /** Is none of its three kinds of money touched, and does it pay nothing beside? */
        public boolean untouched() {
            return same && payments.isEmpty() && cashWhenStepsClose.equals(cash) && capacity.equals(cash);
        }
    }

    /**
     * What a scenario does to each partner's money, and to all of them together.
     *
     * @param payments what each partner pays (above 0) or gets (below 0) beside the use of services, by its id
     */
    public List<Line> ledger(String scenario, Map<String, Double> payments) {
        List<Line> lines = new ArrayList<>();
        for (Partner partner : edition.model().partners()) {
            lines.add(line(
                    partner.id(),
                    edition.partner(partner),
                    Subject.partner(partner.id()),
                    scenario,
                    payments.getOrDefault(partner.id(), 0.0)));
        }
        double all = payments.values().stream().mapToDouble(Double::doubleValue).sum();
        lines.add(line("", edition.say("money.system"), Subject.system(), scenario, all));
        return lines;
    }

    private Line line(String id, String name, Subject subject, String scenario, double paid) {
        Estimate cash = pounds(scenario, subject, Field.CASH);
        Estimate after =
                new Estimate(cash.mean() + paid, cash.low() + paid, cash.high() + paid, cash.level(), cash.kind());
        return new Line(
                id,
                name,
                amounts.change(Field.CASH, cash, true),
                amounts.change(Field.CASH, pounds(scenario, subject, Field.CASH_WHEN_STEPS_CLOSE), true),
                amounts.change(Field.CAPACITY, pounds(scenario, subject, Field.CAPACITY), true),
                paid == 0 ? "" : agreed(paid),
                amounts.change(Field.CASH, after, true),
                edition.unsureShare(scenario, subject, Field.P_MORE_CASH)
                        .map(e -> amounts.middle(Field.P_MORE_CASH, isNothing(cash) ? Estimate.exact(0) : e))
                        .orElse(""),
                CashCouldBe.of(edition, scenario, subject, paid)
                        .map(could -> amounts.middle(Field.P_MORE_CASH, Estimate.exact(could.above() / 100.0)))
                        .orElse(""),
                Amounts.certain(after) ? (int) Math.signum(after.mean()) : 0,
                after.low() == 0 && after.high() == 0);
    }

    /**
     * Markup: how one partner's cash may change, as a hundred ways the numbers may be off; empty where nobody asked.
     *
     * @param paid what it pays (above 0) or gets (below 0) beside the use of services
     */
    public String cashCouldBe(String scenario, String partner, double paid) {
        return CashCouldBe.of(edition, scenario, Subject.partner(partner), paid)
                .filter(CashCouldBe::moves)
                .map(could -> could.chart(edition, partner))
                .orElse("");
    }

    /** A difference, with the interval of not knowing the numbers where a formula has none of its own. */
    private Estimate change(String scenario, Subject subject, Field field) {
        Estimate change = edition.difference(scenario).find(subject, field).orElse(Estimate.exact(0));
        return edition.unsureChange(scenario, subject, field)
                .filter(_ -> change.kind() == Estimate.Kind.NONE)
                .map(u -> new Estimate(
                        change.mean(),
                        Math.min(change.mean(), u.low()),
                        Math.max(change.mean(), u.high()),
                        u.level(),
                        u.kind()))
                .orElse(change);
    }

    /** Payments are agreed to the pound, and added to other columns by who reads them: they are not rounded. */
    private String agreed(double paid) {
        return (paid > 0 ? "+£" : "\u2212£") + edition.whole(Math.round(Math.abs(paid)));
    }

    /**
     * A change of money. Sums of less than half a pound are what is left of arithmetic: they are nothing, or somebody who is
     * not touched would be told of a chance of paying more.
     */
    private Estimate pounds(String scenario, Subject subject, Field field) {
        Estimate change = change(scenario, subject, field);
        boolean tiny = Math.abs(change.mean()) < HALF_A_POUND
                && !(Math.abs(change.low()) >= HALF_A_POUND)
                && !(Math.abs(change.high()) >= HALF_A_POUND);
        return tiny ? Estimate.exact(0) : change;
    }

    private static boolean isNothing(Estimate change) {
        return change.mean() == 0 && change.low() == 0 && change.high() == 0;
    }

    /** By how many hours unpaid carers do more, or less, over the model's time. */
    public String carers(String scenario) {
        if (edition.model().services().stream().noneMatch(Service::hasCarers)) {
            return edition.say("value.not-known");
        }
        double hours = 0;
        for (Service service : edition.model().services()) {
            hours += edition.difference(scenario)
                    .find(Subject.service(service.id()), Field.CARERS_HOURS)
                    .map(Estimate::mean)
                    .orElse(0.0);
        }
        return amounts.change(Field.CARERS_HOURS, Estimate.exact(hours), false);
    }

    /** Does the model say what anything costs? Without a price no pounds can be told, and nothing is not the same as £0. */
    public boolean tellsMoney() {
        return edition.model().services().stream()
                .anyMatch(service -> !service.cost().equals(Cost.NONE));
    }

    /** Markup: what must be known before the answer is trusted. */
    public String warnings() {
        Html out = new Html();
        new Warnings(edition).notes(out);
        return out.toString();
    }

    /** A scenario's changes in words, a line for each kind. */
    public List<String> changes(Scenario scenario) {
        return new ScenarioWords(edition).changes(scenario);
    }

    /** What a scenario is called. */
    public String scenario(Scenario scenario) {
        return edition.name(scenario.name());
    }

    /** Of how many of the model's numbers it is known how well they are known, in a sentence. */
    public String qualities() {
        return new Qualities(edition.answer().quality()).sentence(edition);
    }

    /**
     * One number of the model, as people read it.
     *
     * @param path where it stands in the model
     * @param whose the service, stream or other thing it belongs to
     * @param which which of its numbers it is
     * @param value with its unit
     * @param interval how sure, in words
     * @param quality how well it is known, in words
     * @param provenance source, date, owner and quality, as written in the model
     */
    public record Known(
            String path,
            String whose,
            String which,
            String value,
            String interval,
            String quality,
            Provenance provenance) {}

    /** Every number the answer rests on, in the order of the model. */
    public List<Known> numbers() {
        return new WhatItRestsOn(edition)
                .groups().values().stream()
                        .flatMap(List::stream)
                        .map(line -> new Known(
                                line.path(),
                                edition.parameterNames().owner(line.path()),
                                edition.parameterNames().number(line.path()),
                                line.value(),
                                line.interval(),
                                edition.say(
                                        "quality." + line.provenance().quality().word()),
                                line.provenance()))
                        .toList();
    }

    /** How a number came to be known, in words. */
    public String quality(Quality quality) {
        return edition.say("quality." + quality.word());
    }

    /** What a path is called: whose it is, and which number. */
    public String name(String path) {
        return edition.parameterNames().of(path);
    }

    /** An estimate to draw or write, so many times over; -1 turns more into fewer. One whose ends meet has no interval. */
    public static Reading reading(Estimate estimate, int times) {
        double one = times * estimate.low();
        double other = times * estimate.high();
        return Amounts.reading(times * estimate.mean(), Math.min(one, other), Math.max(one, other));
    }

    /** Whose number a path is. */
    public String whose(String path) {
        return edition.parameterNames().owner(path);
    }

    /** Which number a path is. */
    public String which(String path) {
        return edition.parameterNames().number(path);
    }
}
