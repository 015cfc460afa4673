package org.whorl.engine.ledger;

import java.util.List;
import org.whorl.engine.model.Agreements;
import org.whorl.engine.model.Contract;
import org.whorl.engine.model.Grant;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Money;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Pool;
import org.whorl.engine.model.Timeline;

/** What agreements move, worked out beside the bills: contracts, what is put into pools, and grants. */
final class Agreed {

    /** Agreements move cash, now and once steps have closed; a capacity cannot be paid over. */
    private static final int CASH_COLUMNS = 2;

    private final List<Timeline.Epoch> epochs;
    private final int[] days;
    private final Lines lines;

    Agreed(Timeline timeline, Lines lines) {
        this.lines = lines;
        epochs = timeline.epochs();
        Horizon time = epochs.getFirst().model().time();
        days = new int[epochs.size()];
        for (int e = 0; e < days.length; e++) {
            int from = Math.max(epochs.get(e).from(), time.warmUp());
            int until = e + 1 < days.length ? epochs.get(e + 1).from() : time.end();
            days[e] = Math.max(0, until - from);
        }
    }

    /** Adds every agreement to an account that has its bills. */
    void add(Ledger.Use use, Account account) {
        if (lines.parts().isEmpty()) {
            return;
        }
        Agreements first = epochs.getFirst().model().agreements();
        int which = 0;
        for (int c = 0; c < first.contracts().size(); c++, which++) {
            double pounds = 0;
            for (int e = 0; e < days.length; e++) {
                Model model = epochs.get(e).model();
                pounds += payment(model, model.agreements().contracts().get(c), e, use);
            }
            contract(which, first.contracts().get(c), pounds, account);
        }
        for (int p = 0; p < first.pools().size(); p++, which++) {
            for (int e = 0; e < days.length; e++) {
                Model model = epochs.get(e).model();
                pool(which, model, model.agreements().pools().get(p), days[e] / Ledger.DAYS_A_YEAR, account);
            }
        }
        double[][] open = copy(account.bills());
        for (int g = 0; g < first.grants().size(); g++, which++) {
            double most = 0;
            for (int e = 0; e < days.length; e++) {
                Model model = epochs.get(e).model();
                most += price(model, model.agreements().grants().get(g).pounds()) * days[e] / Ledger.DAYS_A_YEAR;
            }
            grant(which, first.grants().get(g), most, open, account);
        }
    }

    private double payment(Model model, Contract contract, int e, Ledger.Use use) {
        int s = model.indexOf(contract.service());
        return switch (contract.terms()) {
            case Contract.Terms.Block(Parameter pounds) -> price(model, pounds) * days[e] / Ledger.DAYS_A_YEAR;
            case Contract.Terms.Activity(Parameter each, Contract.Unit unit) ->
                price(model, each)
                        * switch (unit) {
                            case START -> use.starts()[e][s];
                            case USED_DAY -> use.usedDays()[e][s];
                            case VISIT -> use.visits()[e][s];
                        };
        };
    }

    private void contract(int which, Contract contract, double pounds, Account account) {
        int payer = Lines.partner(epochs.getFirst().model(), contract.from());
        for (int a = 0; a < lines.parts().size(); a++) {
            Lines.Part part = lines.parts().get(a);
            if (part.agreement() == which) {
                for (int c = 0; c < CASH_COLUMNS; c++) {
                    account.parts()[a][c] += part.partner() == payer ? pounds : -pounds;
                }
            }
        }
    }

    /** Who puts in more than its share of what is put in has paid that much for the others. */
    private void pool(int which, Model model, Pool pool, double years, Account account) {
        double all = pool.puts().values().stream()
                .mapToDouble(put -> price(model, put))
                .sum();
        for (int a = 0; a < lines.parts().size(); a++) {
            Lines.Part part = lines.parts().get(a);
            if (part.agreement() == which) {
                String partner = model.partners().get(part.partner()).id();
                Parameter put = pool.puts().get(partner);
                Parameter share = pool.shares().get(partner);
                double more = (put == null ? 0 : price(model, put)) - (share == null ? 0 : share.value()) * all;
                for (int c = 0; c < CASH_COLUMNS; c++) {
                    account.parts()[a][c] += more * years;
                }
            }
        }
    }

    /** What a grant pays is taken off the bills it may pay for, as far as no grant before it has. */
    private void grant(int which, Grant grant, double most, double[][] open, Account account) {
        Model model = epochs.getFirst().model();
        for (int c = 0; c < CASH_COLUMNS; c++) {
            double all = 0;
            for (int b = 0; b < open.length; b++) {
                all += covers(model, grant, b) ? open[b][c] : 0;
            }
            double relief = all > 0 ? Math.min(1, most / all) : 0;
            for (int b = 0; b < open.length; b++) {
                if (covers(model, grant, b)) {
                    double paid = relief * open[b][c];
                    open[b][c] -= paid;
                    account.parts()[part(which, lines.bills().get(b).partner())][c] -= paid;
                }
            }
        }
    }

    private boolean covers(Model model, Grant grant, int bill) {
        return grant.services()
                .contains(
                        model.services().get(lines.bills().get(bill).service()).id());
    }

    private int part(int which, int partner) {
        for (int a = 0; a < lines.parts().size(); a++) {
            if (lines.parts().get(a).agreement() == which
                    && lines.parts().get(a).partner() == partner) {
                return a;
            }
        }
        throw new IllegalStateException("agreement %d has no part for partner %d".formatted(which, partner));
    }

    private static double price(Model model, Parameter parameter) {
        Money money = model.money();
        return money.inPriceYear(parameter);
    }

    private static double[][] copy(double[][] from) {
        double[][] copy = new double[from.length][];
        for (int i = 0; i < from.length; i++) {
            copy[i] = from[i].clone();
        }
        return copy;
    }
}
