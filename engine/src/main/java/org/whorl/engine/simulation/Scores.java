package org.whorl.engine.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.ledger.Account;
import org.whorl.engine.ledger.Ledger;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Service;

/** The figures one replication comes to, in a fixed order: a row of numbers for the averages, and whose they are. */
final class Scores {

    /** A column of the row. */
    record Score(Subject subject, Field field) {}

    private static final Field[] MONEY = {Field.CASH, Field.CASH_WHEN_STEPS_CLOSE, Field.CAPACITY};

    private final List<Score> columns = new ArrayList<>();
    private final Schedule schedule;
    private final Ledger ledger;
    private final Model model;

    Scores(Model model, Schedule schedule) {
        this.model = model;
        this.schedule = schedule;
        ledger = new Ledger(schedule.timeline);
        for (Service service : model.services()) {
            Subject subject = Subject.service(service.id());
            if (service.lengthOfStay() != null) {
                add(subject, Field.WAITING, Field.OUTSIDE, Field.WAIT, Field.WAIT_P95, Field.DELAYED_SHARE);
                if (service.queue().target() != null) {
                    add(subject, Field.LATE_SHARE);
                }
                add(subject, Field.STARTS, Field.LOST, Field.LEFT, Field.MOVED);
            }
            add(subject, Field.IN_PLACE, Field.BLOCKED);
            if (!service.capacity().isUnlimited()) {
                add(subject, Field.OCCUPANCY);
            }
            if (service.hasCarers()) {
                add(subject, Field.CARERS_HOURS);
            }
        }
        for (Measure measure : model.measures()) {
            add(Subject.measure(measure.id()), Field.MEAN);
            if (measure.crisis() != null) {
                add(Subject.measure(measure.id()), Field.P_CRISIS);
            }
        }
        for (Partner partner : model.partners()) {
            add(Subject.partner(partner.id()), MONEY);
        }
        add(Subject.system(), MONEY);
        ledger.lines().bills().forEach(bill -> add(bill.subject(), MONEY));
        ledger.lines().parts().forEach(part -> add(part.subject(), MONEY[0], MONEY[1]));
    }

    private void add(Subject subject, Field... fields) {
        for (Field field : fields) {
            columns.add(new Score(subject, field));
        }
    }

    List<Score> columns() {
        return columns;
    }

    /** The row of a replication that has just been played. Sorts the waits, so it may be asked only once. */
    double[] of(Tally tally) {
        double[] row = new double[columns.size()];
        double days = schedule.time.days();
        Account account = ledger.account(new Ledger.Use(
                tally.usedDays, tally.visits, asDoubles(tally.startsByEpoch), tally.blockUse, Tally.BLOCK_DAYS));
        double[][] pounds = account.byPartner(ledger.lines());
        int bill = 0;
        int part = 0;
        for (int i = 0; i < row.length; i++) {
            Score score = columns.get(i);
            String id = score.subject().id();
            row[i] = switch (score.subject().group()) {
                case SERVICES -> service(tally, model.indexOf(id), score.field(), days);
                case MEASURES -> {
                    Watch watch = tally.watches[measureIndex(id)];
                    yield score.field() == Field.MEAN ? tally.mean(watch) : watch.shareOfCrisis();
                }
                case PARTNERS -> pounds[partnerIndex(id)][column(score.field())];
                case SYSTEM ->
                    Arrays.stream(pounds)
                            .mapToDouble(p -> p[column(score.field())])
                            .sum();
                case BILLS -> account.bills()[bill++ / MONEY.length][column(score.field())];
                case AGREEMENTS -> account.parts()[part++ / 2][column(score.field())];
            };
        }
        return row;
    }

    private double service(Tally tally, int s, Field field, double days) {
        int starts = tally.starts[s];
        return switch (field) {
            case WAITING -> tally.mean(s, Tally.WAITING);
            case OUTSIDE -> tally.mean(s, Tally.OUTSIDE);
            case WAIT -> starts == 0 ? Double.NaN : tally.waited[s] / starts;
            case WAIT_P95 -> Quantile.of(tally.waits[s], starts, 0.95);
            case DELAYED_SHARE -> starts == 0 ? Double.NaN : (double) tally.startsThatWaited[s] / starts;
            case LATE_SHARE -> lateShare(tally, s);
            case IN_PLACE -> tally.mean(s, Tally.IN_PLACE);
            case BLOCKED -> tally.mean(s, Tally.BLOCKED);
            case OCCUPANCY -> occupancy(tally, s);
            case STARTS -> starts / days;
            case LOST -> tally.lost[s] / days;
            case LEFT -> tally.left[s] / days;
            case MOVED -> tally.moved[s] / days;
            case CARERS_HOURS -> carersHours(tally, s);
            default -> throw new IllegalArgumentException("not a figure of a service: " + field);
        };
    }

    /** Of those who started, the share that waited longer than the queue's target. */
    private double lateShare(Tally tally, int s) {
        Double target = model.services().get(s).queue().target();
        int starts = tally.starts[s];
        if (target == null || starts == 0) {
            return Double.NaN;
        }
        return (double) Arrays.stream(tally.waits[s], 0, starts)
                        .filter(wait -> wait > target)
                        .count()
                / starts;
    }

    /** Used over offered, both over time; for visits, visits made over visits that could be made. */
    private double occupancy(Tally tally, int s) {
        double offered = 0;
        for (int day = schedule.time.warmUp(); day < schedule.time.end(); day++) {
            offered += schedule.places[s][day];
        }
        double used = 0;
        double[][] counted = tally.wiring.countsVisits[s] ? tally.visits : tally.usedDays;
        for (double[] epoch : counted) {
            used += epoch[s];
        }
        return offered == 0 ? Double.NaN : used / offered;
    }

    private double carersHours(Tally tally, int s) {
        double hours = 0;
        for (int e = 0; e < tally.usedDays.length; e++) {
            Service service =
                    schedule.timeline.epochs().get(e).model().services().get(s);
            hours += service.carersHours(tally.usedDays[e][s], tally.homeDays[e][s]);
        }
        return hours;
    }

    private static double[][] asDoubles(int[][] counts) {
        return Arrays.stream(counts)
                .map(row -> Arrays.stream(row).asDoubleStream().toArray())
                .toArray(double[][]::new);
    }

    private int measureIndex(String id) {
        for (int m = 0; m < model.measures().size(); m++) {
            if (model.measures().get(m).id().equals(id)) {
                return m;
            }
        }
        throw new IllegalArgumentException("no measure " + id);
    }

    private int partnerIndex(String id) {
        for (int p = 0; p < model.partners().size(); p++) {
            if (model.partners().get(p).id().equals(id)) {
                return p;
            }
        }
        throw new IllegalArgumentException("no partner " + id);
    }

    private static int column(Field field) {
        return Arrays.asList(MONEY).indexOf(field);
    }
}
