package org.whorl.engine.load;

import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.ledger.Account;
import org.whorl.engine.ledger.Ledger;
import org.whorl.engine.ledger.Lines;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Model;
import org.whorl.engine.random.Normal;

/**
 * What a forecast costs each partner: its use of every service, handed to the ledger.
 *
 * <p>Steps of cost follow the fullest of some months, not the mean, so for a service with steps the ledger is asked at a
 * few levels of use around the path, as far apart as chance puts them, and its answers are averaged.
 */
final class MoneyFigures {

    private static final Field[] COLUMNS = {Field.CASH, Field.CASH_WHEN_STEPS_CLOSE, Field.CAPACITY};

    /** As in the exact tier: the stretch whose mean use decides about a step of cost. */
    private static final int BLOCK_DAYS = 30;

    private static final int LEVELS = 8;

    private final Forecast forecast;
    private final Schedule schedule;
    private final Model model;
    private final int n;
    private final int end;
    private final double[][] used;
    private final double[][] visits;
    private final double[][] starts;
    private final double[][] blocks;

    private MoneyFigures(Forecast forecast) {
        this.forecast = forecast;
        schedule = forecast.schedule;
        model = schedule.timeline.epochs().getFirst().model();
        n = schedule.services();
        end = schedule.time.end();
        used = new double[schedule.terms.length][n];
        visits = new double[schedule.terms.length][n];
        starts = new double[schedule.terms.length][n];
        blocks = new double[n][(end + BLOCK_DAYS - 1) / BLOCK_DAYS];
        for (int s = 0; s < n; s++) {
            count(s);
        }
    }

    static void add(Forecast forecast, Findings findings) {
        MoneyFigures money = new MoneyFigures(forecast);
        Model model = money.model;
        Lines lines = Lines.of(model);
        Account account = money.settle();
        double[][] pounds = account.byPartner(lines);
        double[] system = new double[COLUMNS.length];
        for (int p = 0; p < pounds.length; p++) {
            for (int c = 0; c < COLUMNS.length; c++) {
                findings.put(Subject.partner(model.partners().get(p).id()), COLUMNS[c], pounds[p][c]);
                system[c] += pounds[p][c];
            }
        }
        for (int c = 0; c < COLUMNS.length; c++) {
            findings.put(Subject.system(), COLUMNS[c], system[c]);
            for (int b = 0; b < lines.bills().size(); b++) {
                findings.put(lines.bills().get(b).subject(), COLUMNS[c], account.bills()[b][c]);
            }
        }
        for (int c = 0; c < 2; c++) {
            for (int a = 0; a < lines.parts().size(); a++) {
                findings.put(lines.parts().get(a).subject(), COLUMNS[c], account.parts()[a][c]);
            }
        }
    }

    private void count(int s) {
        Course course = forecast.course;
        boolean counted = model.services().get(s).capacity().countsVisits();
        for (int day = 0; day < end; day++) {
            // Before a path that begins in a long run, every day was like its first.
            int from = Math.max(day, forecast.begin);
            int to = day < forecast.begin ? from : from + 1;
            double people = (course.inPlace[s][from] + course.inPlace[s][to]) / 2;
            blocks[s][day / BLOCK_DAYS] += people;
            if (day >= schedule.time.warmUp()) {
                int e = schedule.epochOf[day];
                used[e][s] += people;
                starts[e][s] += course.starts[s][day];
                visits[e][s] += counted
                        ? schedule.terms[e].visits[s] * (course.staying[s][from] + course.staying[s][to]) / 2
                        : 0;
            }
        }
    }

    private Account settle() {
        Ledger ledger = new Ledger(schedule.timeline);
        boolean steps = model.services().stream().anyMatch(s -> s.cost().step() != null);
        if (!steps) {
            return ledger.account(new Ledger.Use(used, visits, starts, blocks, BLOCK_DAYS));
        }
        Account mean = Account.empty(ledger.lines());
        for (int level = 0; level < LEVELS; level++) {
            double z = Normal.quantile((level + 0.5) / LEVELS);
            double[][] shiftedUsed = copy(used);
            double[][] shiftedBlocks = copy(blocks);
            for (int s = 0; s < n; s++) {
                if (model.services().get(s).cost().step() != null) {
                    shift(s, z, shiftedUsed, shiftedBlocks[s]);
                }
            }
            mean.add(
                    ledger.account(new Ledger.Use(shiftedUsed, visits, starts, shiftedBlocks, BLOCK_DAYS)),
                    1.0 / LEVELS);
        }
        return mean;
    }

    private static double[][] copy(double[][] from) {
        double[][] copy = new double[from.length][];
        for (int i = 0; i < from.length; i++) {
            copy[i] = from[i].clone();
        }
        return copy;
    }

    /** Moves the use of a service z standard deviations from the path: of a year's mean, and of the fullest month's. */
    private void shift(int s, double z, double[][] shiftedUsed, double[] shiftedBlocks) {
        double variance = 0;
        for (int t = schedule.time.warmUp() + 1; t <= end; t++) {
            variance += forecast.course.inPlaceVariance(s, t) / schedule.time.days();
        }
        if (variance <= 0) {
            return;
        }
        double memory = memory(s);
        double year = Math.sqrt(variance * evened(schedule.time.days(), memory));
        double month = Math.sqrt(variance * evened(BLOCK_DAYS, memory));
        for (double[] epoch : shiftedUsed) {
            double share = used(s) > 0 ? epoch[s] / used(s) : 0;
            epoch[s] = Math.max(0, epoch[s] + z * year * schedule.time.days() * share);
        }
        Cost.Step step = model.services().get(s).cost().step();
        double months = step == null ? 0 : step.months().value();
        // The fullest of so many independent months (Blom), and by how much less it varies than one.
        double count = 1 + months * 365 / 12 / (BLOCK_DAYS + 2 * memory);
        double fullest = Normal.quantile((count - 0.375) / (count + 0.25)) + z / (1 + 0.35 * Math.log(count));
        for (int b = 0; b < shiftedBlocks.length; b++) {
            int length = Math.min(BLOCK_DAYS, end - b * BLOCK_DAYS);
            shiftedBlocks[b] = Math.max(0, shiftedBlocks[b] + fullest * month * length);
        }
    }

    /** How many days a swing in use lasts: those in mid-stay swing with their stays, those held up with their queues. */
    private double memory(int s) {
        double weight = forecast.mean(forecast.course.stayVariance[s]);
        double sum = weight * schedule.on(end - 1).stay[s].mean;
        for (int w : schedule.wires.outOf[s]) {
            double variance = forecast.course.wireVariance(w, end);
            weight += variance;
            sum += variance * Math.min(schedule.time.days(), forecast.memory(schedule.wires.to[w]));
        }
        return weight > 0 ? Math.max(1, sum / weight) : 1;
    }

    private double used(int s) {
        double sum = 0;
        for (double[] epoch : used) {
            sum += epoch[s];
        }
        return sum;
    }

    /** By how much the variance of a mean over so many days is below that of a day, when swings last so long. */
    private static double evened(double days, double memory) {
        double x = days / memory;
        return 2 * (x - 1 + Math.exp(-x)) / (x * x);
    }
}
