package org.whorl.engine.simulation;

import org.whorl.engine.model.Model;
import org.whorl.engine.model.Route;
import org.whorl.engine.model.Service;

/**
 * People a day into each service if nobody waited: arrivals plus what other services send on, x = a + P'x. Needed for the
 * usual number of starts a day, and for what kind of people an opening census holds.
 */
final class Flows {

    private Flows() {}

    /** For each stream and service, people a day. */
    static double[][] byStream(Model model) {
        int n = model.services().size();
        double[][] flows = new double[model.arrivals().size()][n];
        for (int a = 0; a < flows.length; a++) {
            double[] outside = new double[n];
            outside[model.indexOf(model.arrivals().get(a).to())] =
                    model.arrivals().get(a).rate().value();
            flows[a] = solve(model, outside);
        }
        return flows;
    }

    /** For each service, people a day. */
    static double[] total(double[][] byStream, int services) {
        double[] total = new double[services];
        for (double[] flows : byStream) {
            for (int s = 0; s < services; s++) {
                total[s] += flows[s];
            }
        }
        return total;
    }

    /** By following the flow until nothing is left of it; every circle has an exit, so it dies out. */
    private static double[] solve(Model model, double[] outside) {
        double[] sum = outside.clone();
        double[] moving = outside;
        for (int round = 0; round < 10_000; round++) {
            double[] next = new double[moving.length];
            double left = 0;
            for (int s = 0; s < moving.length; s++) {
                if (moving[s] == 0) {
                    continue;
                }
                Service service = model.services().get(s);
                for (Route route : service.routes()) {
                    int to = model.indexOf(route.to());
                    if (to >= 0) {
                        double flow = moving[s] * route.share().value();
                        next[to] += flow;
                        left += flow;
                    }
                }
            }
            for (int s = 0; s < sum.length; s++) {
                sum[s] += next[s];
            }
            if (left < 1e-12) {
                break;
            }
            moving = next;
        }
        return sum;
    }
}
