package org.whorl.engine.simulation;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.Timeline;

/** The plain twin's accounts: day by day, line by line, from what the diary says. */
final class PlainLedger {

    private final Model base;
    private final Timeline timeline;
    private final PlainTwin twin;
    private final double[][] usedOn;

    PlainLedger(Model base, Timeline timeline, PlainTwin twin) {
        this.base = base;
        this.timeline = timeline;
        this.twin = twin;
        usedOn = new double[base.services().size()][base.time().end()];
        for (int s = 0; s < usedOn.length; s++) {
            for (int day = 0; day < usedOn[s].length; day++) {
                usedOn[s][day] =
                        twin.diary.days(Diary.held(base.services().get(s).id()), day, day + 1.0);
            }
        }
    }

    private static double value(@Nullable Parameter parameter) {
        return parameter == null ? 0 : parameter.value();
    }

    private double used(int s, int from, int until) {
        return Arrays.stream(usedOn[s], from, until).sum();
    }

    /** Cash, cash when steps close, capacity of a partner. */
    double[] pounds(String partner) {
        double[] sum = new double[3];
        for (int day = base.time().warmUp(); day < base.time().end(); day++) {
            for (int s = 0; s < base.services().size(); s++) {
                Service service = twin.on(day).services().get(s);
                double share = service.funding().isEmpty()
                        ? (service.partner().equals(partner) ? 1 : 0)
                        : value(service.funding().get(partner));
                Cost cost = service.cost();
                double used = used(s, day, day + 1);
                double amount = service.capacity().amount(base.time(), day);
                boolean staffed =
                        !Double.isInfinite(amount) && !service.capacity().countsVisits();
                double lines = value(cost.fixed()) / 365
                        + value(cost.perPlaceDay()) * (staffed ? Math.floor(amount + 1e-9) : used)
                        + value(cost.perUsedDay()) * used
                        + value(cost.perStart()) * twin.startsOn[s][day]
                        + value(cost.perVisit()) * twin.visits.on(s, day);
                double stepDay = 0;
                double stepLater = 0;
                double stepOfPlace = 0;
                if (cost.step() != null) {
                    double places = cost.step().places().value();
                    double aDay = cost.step().cost().value() / 365;
                    stepDay = aDay * held(s, day, cost.step());
                    stepLater = aDay * Math.ceil(meanOfEpoch(s, day) / places - 1e-9);
                    stepOfPlace = aDay / places;
                }
                sum[0] += share * (lines + stepDay);
                sum[1] += share * (lines + stepLater);
                sum[2] += share
                        * (used * (value(cost.perPlaceDay()) + value(cost.perUsedDay()) + stepOfPlace)
                                + value(cost.perStart()) * twin.startsOn[s][day]
                                + value(cost.perVisit()) * twin.visits.on(s, day));
            }
        }
        return sum;
    }

    /** Steps held on a day: what this stretch of thirty days needs, or any of the last months did. */
    private double held(int s, int day, Cost.Step step) {
        int stretch = day / 30;
        int memory = (int) Math.round(step.months().value() * 365 / 12 / 30);
        double most = 0;
        for (int b = stretch - memory; b <= stretch; b++) {
            double use = b < 0
                    ? opening(s)
                    : used(s, b * 30, Math.min(b * 30 + 30, base.time().end()))
                            / (Math.min(b * 30 + 30, base.time().end()) - b * 30);
            most = Math.max(most, Math.ceil(use / step.places().value() - 1e-9));
        }
        return most;
    }

    private double opening(int s) {
        return timeline.epochs().getFirst().model().opening().stream()
                .filter(o -> o.service().equals(base.services().get(s).id()))
                .mapToInt(o -> o.inPlace().people())
                .sum();
    }

    private double meanOfEpoch(int s, int day) {
        List<Timeline.Epoch> epochs = timeline.epochs();
        int from = 0;
        int until = base.time().end();
        for (int e = 0; e < epochs.size(); e++) {
            if (epochs.get(e).from() <= day) {
                from = Math.max(epochs.get(e).from(), base.time().warmUp());
                until = e + 1 < epochs.size()
                        ? epochs.get(e + 1).from()
                        : base.time().end();
            }
        }
        return used(s, from, until) / (until - from);
    }
}
