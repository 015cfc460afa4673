package org.whorl.engine.load;

import java.util.Map;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Route;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.Visits;
import org.whorl.engine.model.WhileWaiting;

/** The numbers in force during one epoch of a scenario, as plain arrays by service or by wire. */
final class Terms {

    final StayKernel[] stay;

    /** By wire: of those whose stay is over where it begins, the share who take it. */
    final double[] share;

    /** People a day into each service if nobody waited or was turned away. */
    final double[] flow;

    /** Variance / mean of the stream into each service, over times much longer than a day. */
    final double[] variability;

    /** Days people wait before they leave, on average; infinite when nobody leaves. */
    final double[] patience;

    /** The share of those who wait that leaves in a day. */
    final double[] leaveShare;

    final double[] stayGrows;
    final double[] moveAfter;
    final double[] moveShare;
    /** By wire: days the place where it begins is still held after there is one where it ends. */
    final double[] kept;

    final double[] limit;

    /** Visits a person needs on a day, on average; 1 where places are counted. */
    final double[] visits;

    Terms(Model model, Wires wires, int horizon, Map<Distribution, StayKernel> known) {
        int n = wires.services;
        stay = new StayKernel[n];
        share = new double[wires.wires()];
        patience = new double[n];
        leaveShare = new double[n];
        stayGrows = new double[n];
        moveAfter = new double[n];
        moveShare = new double[n];
        kept = new double[wires.wires()];
        limit = new double[n];
        visits = new double[n];
        for (int s = 0; s < n; s++) {
            Service service = model.services().get(s);
            Duration leave = service.queue().leaveAfter();
            patience[s] = leave == null
                    ? Double.POSITIVE_INFINITY
                    : leave.distribution().mean();
            leaveShare[s] = -Math.expm1(-1 / patience[s]);
            WhileWaiting waiting = service.whileWaiting();
            stayGrows[s] = waiting.stayGrows() == null ? 0 : waiting.stayGrows().value();
            moveAfter[s] = waiting.moves() == null ? 0 : waiting.moves().after().value();
            moveShare[s] = waiting.moves() == null ? 0 : waiting.moves().share().value();
            if (service.handOver() != null) {
                for (int w : wires.into[s]) {
                    kept[w] = service.handOver().distribution().mean();
                }
            }
            limit[s] = service.queue().limit() == null
                    ? Double.POSITIVE_INFINITY
                    : Math.floor(service.queue().limit().value());
            for (Route route : service.routes()) {
                int next = model.indexOf(route.to());
                if (next >= 0) {
                    share[wire(wires, s, next)] = route.share().value();
                }
            }
        }
        flow = flow(model, wires);
        for (int s = 0; s < n; s++) {
            Service service = model.services().get(s);
            Duration length = service.lengthOfStay();
            Distribution days = length == null ? new Distribution.Constant(0) : length.distribution();
            stay[s] = StayKernel.of(withTransfers(model, wires, s, days), horizon, known);
            visits[s] = visitsADay(service, days.mean());
            for (Route route : service.routes()) {
                int next = model.indexOf(route.to());
                Duration transfer = service.transfer().get(route.to());
                if (next >= 0 && transfer != null) {
                    kept[wire(wires, s, next)] += transfer.distribution().mean();
                }
            }
        }
        variability = variability(model, wires);
    }

    /**
     * The time a place is held for one person: the stay, before it the transfer from the place before, and after it the
     * transfer to an exit. Where there are any, a gamma distribution with the mean and the variance of the sum.
     */
    private Distribution withTransfers(Model model, Wires wires, int s, Distribution days) {
        double mean = 0;
        double square = 0;
        for (Route route : model.services().get(s).routes()) {
            Duration transfer = model.services().get(s).transfer().get(route.to());
            if (transfer != null && model.indexOf(route.to()) < 0) {
                Distribution time = transfer.distribution();
                mean += route.share().value() * time.mean();
                square += route.share().value() * (time.variance() + time.mean() * time.mean());
            }
        }
        double extra = mean;
        double variance = square - mean * mean;
        double came = Math.max(flow[s], 1e-12);
        mean = 0;
        square = 0;
        for (int w : wires.into[s]) {
            int from = wires.from[w];
            Duration transfer = from < 0
                    ? null
                    : model.services()
                            .get(from)
                            .transfer()
                            .get(model.services().get(s).id());
            if (transfer != null) {
                Distribution time = transfer.distribution();
                double part = share[w] * flow[from] / came;
                mean += part * time.mean();
                square += part * (time.variance() + time.mean() * time.mean());
            }
        }
        extra += mean;
        variance += square - mean * mean;
        return extra <= 0
                ? days
                : variance + days.variance() <= 0
                        ? new Distribution.Constant(days.mean() + extra)
                        : new Distribution.Gamma(days.mean() + extra, Math.sqrt(days.variance() + variance));
    }

    private static int wire(Wires wires, int from, int to) {
        for (int w : wires.into[to]) {
            if (wires.from[w] == from) {
                return w;
            }
        }
        throw new IllegalStateException("no wire");
    }

    /** Visits fall evenly from first to last; a stay of m days touches half a day more. */
    private static double visitsADay(Service service, double meanStay) {
        Visits visits = service.visits();
        if (visits == null || !service.capacity().countsVisits()) {
            return 1;
        }
        double daysTouched = meanStay > 0 ? 1 + 0.5 / meanStay : 1;
        return Math.max(
                1e-9,
                (visits.first().value() + visits.last().value())
                        / 2
                        * (1 + visits.doubleHanded().value())
                        * daysTouched);
    }

    /** x = arrivals + what other services send on, followed until nothing is left of it. */
    private double[] flow(Model model, Wires wires) {
        double[] outside = new double[wires.services];
        model.arrivals().forEach(a -> outside[model.indexOf(a.to())] += a.rate().value());
        return follow(wires, outside);
    }

    /** People a day at each service, of those who come in from outside at these rates. */
    double[] follow(Wires wires, double[] outside) {
        double[] x = outside.clone();
        for (int round = 0; round < 10_000; round++) {
            double change = 0;
            // Upstream first: without circles one round is enough.
            for (int i = wires.services - 1; i >= 0; i--) {
                int s = wires.downstreamFirst[i];
                double sum = outside[s];
                for (int w : wires.into[s]) {
                    sum += wires.from[w] < 0 ? 0 : share[w] * x[wires.from[w]];
                }
                change = Math.max(change, Math.abs(sum - x[s]));
                x[s] = sum;
            }
            if (change < 1e-12) {
                break;
            }
        }
        return x;
    }

    /**
     * How uneven each stream is, following Whitt's network approximation: a service evens out what passes through it
     * towards 1 (chance alone), the more the less full it is; a share p of a stream keeps the share p of its unevenness.
     */
    private double[] variability(Model model, Wires wires) {
        int n = wires.services;
        double[] outside = new double[n];
        double[] uneven = new double[n];
        model.arrivals().forEach(a -> {
            int s = model.indexOf(a.to());
            outside[s] += a.rate().value();
            uneven[s] += a.rate().value() * a.dispersion().value();
        });
        double[] places = new double[n];
        for (int s = 0; s < n; s++) {
            places[s] = model.services()
                            .get(s)
                            .capacity()
                            .amount(model.time(), model.time().warmUp())
                    / visits[s];
        }
        double[] ca2 = new double[n];
        java.util.Arrays.fill(ca2, 1);
        for (int round = 0; round < 30; round++) {
            for (int i = n - 1; i >= 0; i--) {
                int s = wires.downstreamFirst[i];
                double sum = uneven[s];
                double total = outside[s];
                for (int w : wires.into[s]) {
                    int u = wires.from[w];
                    if (u >= 0 && share[w] > 0) {
                        double part = share[w] * flow[u];
                        double rho = Math.min(1, flow[u] * stay[u].mean / places[u]);
                        double leaving = 1
                                + (1 - rho * rho) * (ca2[u] - 1)
                                + rho * rho * (stay[u].cs2 - 1) / Math.sqrt(Math.max(1, places[u]));
                        sum += part * (1 + share[w] * (Math.max(0, leaving) - 1));
                        total += part;
                    }
                }
                ca2[s] = total > 0 ? sum / total : 1;
            }
        }
        return ca2;
    }
}
