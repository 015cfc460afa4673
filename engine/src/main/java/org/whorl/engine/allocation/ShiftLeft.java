package org.whorl.engine.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Series;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Agreements;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Setting;

/**
 * How far left resource lies: the shares of spending, and of people in place, in prevention, in the community and in
 * hospital. Only services that the partners have placed are counted.
 *
 * @param spending share of cash by setting; they add to 1 where anything is spent
 * @param activity share of people in place by setting, on average
 * @param throughTime share of people in place outside hospital, day by day; empty where nobody counted by day
 * @param notPlaced services with a cost or with people that stand in no setting
 */
public record ShiftLeft(
        Map<Setting, Double> spending, Map<Setting, Double> activity, double[] throughTime, List<String> notPlaced) {

    public ShiftLeft {
        spending = Collections.unmodifiableMap(new EnumMap<>(spending));
        activity = Collections.unmodifiableMap(new EnumMap<>(activity));
        notPlaced = List.copyOf(notPlaced);
    }

    /** What an outcome comes to; empty where the partners have placed no service. */
    public static Optional<ShiftLeft> of(Model model, Outcome outcome) {
        List<Agreements.Placed> placed = model.agreements().settings();
        if (placed.isEmpty()) {
            return Optional.empty();
        }
        Map<Setting, Double> cash = none();
        Map<Setting, Double> people = none();
        double[] outside = {};
        double[] all = {};
        Map<String, Double> spending = FiveQuestions.spending(outcome.figures());
        for (Agreements.Placed one : placed) {
            cash.merge(one.setting(), spending.getOrDefault(one.service(), 0.0), Double::sum);
            people.merge(
                    one.setting(),
                    outcome.figures()
                            .find(Subject.service(one.service()), Field.IN_PLACE)
                            .map(e -> e.mean())
                            .orElse(0.0),
                    Double::sum);
            for (Series line : outcome.series()) {
                if (line.subject().equals(Subject.service(one.service())) && line.field() == Field.IN_PLACE) {
                    all = plus(all, line.mean());
                    outside = plus(
                            outside, one.setting() == Setting.ACUTE ? new double[line.mean().length] : line.mean());
                }
            }
        }
        double[] through = new double[all.length];
        for (int day = 0; day < all.length; day++) {
            through[day] = all[day] > 0 ? outside[day] / all[day] : Double.NaN;
        }
        List<String> notPlaced = model.services().stream()
                .map(service -> service.id())
                .filter(id -> placed.stream().noneMatch(one -> one.service().equals(id)))
                .toList();
        return Optional.of(new ShiftLeft(shares(cash), shares(people), through, notPlaced));
    }

    /**
     * A stretch of the calendar.
     *
     * @param first its first measured day
     * @param last its last
     * @param activity share of people in place by setting, on average; they add to 1 where anybody is in place
     */
    public record Stretch(LocalDate first, LocalDate last, Map<Setting, Double> activity) {
        public Stretch {
            activity = Collections.unmodifiableMap(new EnumMap<>(activity));
        }

        /** The share of people in place who are not in hospital. */
        public double outside() {
            return 1 - activity.getOrDefault(Setting.ACUTE, 0.0);
        }
    }

    /**
     * The shares of people in place, stretch by stretch of the calendar, from the counts by day. Money is not kept by day, so
     * there is no such line for spending.
     *
     * @param months how many months each stretch has, a part of a year: 3 for quarters, 12 for years
     * @return in order of time; empty where the partners have placed no service, or where nobody counted by day
     */
    public static List<Stretch> stretches(Model model, Outcome outcome, int months) {
        if (months < 1 || 12 % months != 0) {
            throw new IllegalArgumentException("A stretch is a part of a year, not %d months".formatted(months));
        }
        SequencedMap<LocalDate, Map<Setting, Double>> people = new LinkedHashMap<>();
        Horizon time = model.time();
        for (Agreements.Placed one : model.agreements().settings()) {
            for (Series line : outcome.series()) {
                if (!line.subject().equals(Subject.service(one.service())) || line.field() != Field.IN_PLACE) {
                    continue;
                }
                for (int i = 0; i < line.days().length; i++) {
                    LocalDate day = time.start().plusDays(line.days()[i]);
                    LocalDate first = day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % months);
                    people.computeIfAbsent(first, _ -> none()).merge(one.setting(), line.mean()[i], Double::sum);
                }
            }
        }
        LocalDate end = time.start().plusDays(time.days() - 1L);
        List<Stretch> stretches = new ArrayList<>();
        people.forEach((first, by) -> {
            LocalDate last = first.plusMonths(months).minusDays(1);
            stretches.add(new Stretch(
                    first.isBefore(time.start()) ? time.start() : first, last.isAfter(end) ? end : last, shares(by)));
        });
        return List.copyOf(stretches);
    }

    private static Map<Setting, Double> none() {
        Map<Setting, Double> none = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            none.put(setting, 0.0);
        }
        return none;
    }

    private static double[] plus(double[] sum, double[] more) {
        double[] both = new double[Math.max(sum.length, more.length)];
        for (int i = 0; i < both.length; i++) {
            both[i] = (i < sum.length ? sum[i] : 0) + (i < more.length ? more[i] : 0);
        }
        return both;
    }

    private static Map<Setting, Double> shares(Map<Setting, Double> amounts) {
        double all = amounts.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<Setting, Double> shares = new EnumMap<>(Setting.class);
        amounts.forEach((setting, amount) -> shares.put(setting, all > 0 ? amount / all : 0));
        return shares;
    }

    /** The share of spending that is not in hospital: it rises as resource moves left. */
    public double index() {
        return 1 - spending.getOrDefault(Setting.ACUTE, 0.0);
    }
}
