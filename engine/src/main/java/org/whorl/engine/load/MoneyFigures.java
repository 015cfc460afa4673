package org.whorl.engine.load;

import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.ledger.Ledger;
import org.whorl.engine.model.Model;

/** What a forecast costs each partner: its use of every service, handed to the ledger. */
final class MoneyFigures {

    private static final Field[] COLUMNS = {Field.CASH, Field.CASH_WHEN_STEPS_CLOSE, Field.CAPACITY};

    /** As in the exact tier: the stretch whose mean use decides about a step of cost. */
    private static final int BLOCK_DAYS = 30;

    private MoneyFigures() {}

    static void add(Forecast forecast, Findings findings) {
        Schedule schedule = forecast.schedule;
        Model model = schedule.timeline.epochs().getFirst().model();
        double[][] pounds = new Ledger(schedule.timeline).settle(use(forecast));
        double[] system = new double[COLUMNS.length];
        for (int p = 0; p < pounds.length; p++) {
            for (int c = 0; c < COLUMNS.length; c++) {
                findings.put(Subject.partner(model.partners().get(p).id()), COLUMNS[c], pounds[p][c]);
                system[c] += pounds[p][c];
            }
        }
        for (int c = 0; c < COLUMNS.length; c++) {
            findings.put(Subject.system(), COLUMNS[c], system[c]);
        }
    }

    private static Ledger.Use use(Forecast forecast) {
        Schedule schedule = forecast.schedule;
        Path path = forecast.path;
        int n = schedule.services();
        int end = schedule.time.end();
        double[][] used = new double[schedule.terms.length][n];
        double[][] visits = new double[schedule.terms.length][n];
        double[][] starts = new double[schedule.terms.length][n];
        double[][] blocks = new double[n][(end + BLOCK_DAYS - 1) / BLOCK_DAYS];
        for (int s = 0; s < n; s++) {
            boolean counted = schedule.timeline
                    .epochs()
                    .getFirst()
                    .model()
                    .services()
                    .get(s)
                    .capacity()
                    .countsVisits();
            for (int day = 0; day < end; day++) {
                // Before a path that begins in a long run, every day was like its first.
                int t = Math.max(day, forecast.begin);
                double people = (path.inPlace[s][t] + path.inPlace[s][day < forecast.begin ? t : t + 1]) / 2;
                blocks[s][day / BLOCK_DAYS] += people;
                if (day >= schedule.time.warmUp()) {
                    int e = schedule.epochOf[day];
                    used[e][s] += people;
                    starts[e][s] += path.starts[s][day];
                    visits[e][s] += counted
                            ? schedule.terms[e].visits[s] * (path.staying[s][t] + path.staying[s][t + 1]) / 2
                            : 0;
                }
            }
        }
        return new Ledger.Use(used, visits, starts, blocks, BLOCK_DAYS);
    }
}
