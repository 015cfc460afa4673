package org.whorl.engine.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.Timeline;

/**
 * Turns what happened into pounds by partner, in three columns that are never added: cash this year, cash when steps have
 * closed, and the value of the capacity people used. Either tier's counts will do.
 */
public final class Ledger {

    /** The columns, in the order of a settlement. */
    public enum Column {
        /** Pounds that leave the bank in the measured time. */
        CASH,
        /** The same once every step that is no longer needed has closed. */
        CASH_WHEN_STEPS_CLOSE,
        /** What the place-days, visits and starts people used would cost at the full price; not cash. */
        CAPACITY
    }

    /**
     * What happened in the measured time, by epoch of the timeline and by service.
     *
     * @param usedDays person-days in place
     * @param visits visits made
     * @param starts people who started
     * @param blockUse by service, person-days in each stretch of {@code blockDays} from the beginning of the warm-up
     * @param blockDays days in a stretch
     */
    public record Use(double[][] usedDays, double[][] visits, double[][] starts, double[][] blockUse, int blockDays) {}

    static final double DAYS_A_YEAR = 365;
    private static final double DAYS_A_MONTH = DAYS_A_YEAR / 12;

    private final Horizon time;
    private final List<Timeline.Epoch> epochs;
    private final Lines lines;
    private final Agreed agreed;

    /** Prices and staffed place-days by epoch and service. */
    private final Prices[][] prices;

    private final double[] openingPlaces;

    /**
     * Reads the prices of every epoch.
     *
     * @param timeline the scenario
     */
    public Ledger(Timeline timeline) {
        epochs = timeline.epochs();
        Model base = epochs.getFirst().model();
        time = base.time();
        lines = Lines.of(base);
        agreed = new Agreed(timeline, lines);
        prices = new Prices[epochs.size()][];
        for (int e = 0; e < epochs.size(); e++) {
            int from = Math.max(epochs.get(e).from(), time.warmUp());
            int until = e + 1 < epochs.size() ? epochs.get(e + 1).from() : time.end();
            Model model = epochs.get(e).model();
            prices[e] = model.services().stream()
                    .map(service -> new Prices(model, service, from, Math.max(from, until)))
                    .toArray(Prices[]::new);
        }
        openingPlaces = new double[base.services().size()];
        base.opening()
                .forEach(o ->
                        openingPlaces[base.indexOf(o.service())] = o.inPlace().people());
    }

    /** The lines of the accounts this keeps. */
    public Lines lines() {
        return lines;
    }

    /** Pounds by partner (in the model's order) and column; they sum to the whole system's. */
    public double[][] settle(Use use) {
        return account(use).byPartner(lines);
    }

    /** Who pays what: the bill of every service, and every agreement. */
    public Account account(Use use) {
        Account account = Account.empty(lines);
        for (int e = 0; e < epochs.size(); e++) {
            for (int b = 0; b < lines.bills().size(); b++) {
                int s = lines.bills().get(b).service();
                bill(prices[e][s], prices[e][s].share[lines.bills().get(b).partner()], e, s, use, account.bills()[b]);
            }
        }
        agreed.add(use, account);
        return account;
    }

    private void bill(Prices price, double share, int e, int s, Use use, double[] bill) {
        if (price.days == 0) {
            return;
        }
        double used = use.usedDays()[e][s];
        double cash = price.fixed * price.days / DAYS_A_YEAR
                + price.perPlaceDay * price.placeDays(used)
                + price.perUsedDay * used
                + price.perStart * use.starts()[e][s]
                + price.perVisit * use.visits()[e][s];
        double later = cash;
        if (price.stepPlaces > 0) {
            cash += price.stepCost / DAYS_A_YEAR * stepDays(price, s, use);
            later += price.stepCost / DAYS_A_YEAR * price.days * Math.ceil(used / price.days / price.stepPlaces - 1e-9);
        }
        // Work that is paid for by the visit or the start is worth what was paid for it: it is used up as places are.
        double capacity =
                used * price.fullDay() + price.perStart * use.starts()[e][s] + price.perVisit * use.visits()[e][s];
        bill[0] += share * cash;
        bill[1] += share * later;
        bill[2] += share * capacity;
    }

    /**
     * Step-days held during an epoch: a step opens with the stretch that needs it and closes only when no stretch of the
     * last months needed it. Before the clock starts, the opening census stands for the past.
     */
    private double stepDays(Prices price, int service, Use use) {
        double[] blocks = use.blockUse()[service];
        int memory = (int) Math.rint(price.stepMonths * DAYS_A_MONTH / use.blockDays());
        double sum = 0;
        for (int b = price.from / use.blockDays(); b < blocks.length; b++) {
            int from = Math.max(price.from, b * use.blockDays());
            int until = Math.min(price.from + price.days, (b + 1) * use.blockDays());
            if (until <= from) {
                break;
            }
            double held = b - memory < 0 ? Math.ceil(openingPlaces[service] / price.stepPlaces - 1e-9) : 0;
            for (int j = Math.max(0, b - memory); j <= b; j++) {
                int days = Math.min(use.blockDays(), time.end() - j * use.blockDays());
                held = Math.max(held, Math.ceil(blocks[j] / days / price.stepPlaces - 1e-9));
            }
            sum += held * (until - from);
        }
        return sum;
    }

    /** What one service costs during one epoch, in the model's own prices. */
    private static final class Prices {
        final int from;
        final int days;
        final double perPlaceDay;
        final double perUsedDay;
        final double perStart;
        final double perVisit;
        final double fixed;
        final double stepPlaces;
        final double stepCost;
        final double stepMonths;
        final double[] share;
        private final double staffedPlaceDays;
        private final boolean unlimited;

        Prices(Model model, Service service, int from, int until) {
            this.from = from;
            days = until - from;
            Cost cost = service.cost();
            perPlaceDay = price(model, cost.perPlaceDay());
            perUsedDay = price(model, cost.perUsedDay());
            perStart = price(model, cost.perStart());
            perVisit = price(model, cost.perVisit());
            fixed = price(model, cost.fixed());
            stepPlaces = cost.step() == null ? 0 : cost.step().places().value();
            stepCost = cost.step() == null ? 0 : price(model, cost.step().cost());
            stepMonths = cost.step() == null ? 0 : cost.step().months().value();
            share = new double[model.partners().size()];
            for (int p = 0; p < share.length; p++) {
                share[p] = Lines.share(model, service, model.partners().get(p).id());
            }
            unlimited = service.capacity().isUnlimited() || service.capacity().countsVisits();
            double staffed = 0;
            if (!unlimited && perPlaceDay > 0) {
                for (int day = from; day < until; day++) {
                    staffed += Math.floor(service.capacity().amount(model.time(), day) + 1e-9);
                }
            }
            staffedPlaceDays = staffed;
        }

        private static double price(Model model, @Nullable Parameter parameter) {
            return parameter == null ? 0 : model.money().inPriceYear(parameter);
        }

        /** Place-days paid for: those staffed, or where there is no limit those used. */
        double placeDays(double used) {
            return unlimited ? used : staffedPlaceDays;
        }

        /** The full cost of one day of one place. */
        double fullDay() {
            return perPlaceDay + perUsedDay + (stepPlaces > 0 ? stepCost / (stepPlaces * DAYS_A_YEAR) : 0);
        }
    }
}
