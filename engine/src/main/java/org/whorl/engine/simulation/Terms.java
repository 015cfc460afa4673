package org.whorl.engine.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Route;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.Visits;
import org.whorl.engine.model.WhileWaiting;
import org.whorl.engine.random.Sampler;

/** The numbers in force during one epoch of a scenario, as plain arrays. Only what a person's life asks for is here. */
final class Terms {

    final Sampler[] stay;
    final double[] meanStay;

    /** Cumulative shares beside {@link Wiring#routeTo}. */
    final double[][] routeShares;

    final double[] stayGrows;
    final double[] moveAfter;
    final double[] moveShare;
    final int[] limit;

    /** Null where nobody loses patience. */
    final @Nullable Sampler[] patience;

    /** Null where nothing is handed over. */
    final @Nullable Sampler[] handOver;

    /** Beside {@link Wiring#routeTo}: days to be gone, null where one goes at once; null for a service without any. */
    final @Nullable Sampler[] @Nullable [] transfer;

    final double[] firstVisits;
    final double[] lastVisits;
    final double[] doubleHanded;

    Terms(Model model) {
        int n = model.services().size();
        stay = new Sampler[n];
        meanStay = new double[n];
        routeShares = new double[n][];
        stayGrows = new double[n];
        moveAfter = new double[n];
        moveShare = new double[n];
        limit = new int[n];
        patience = new Sampler[n];
        handOver = new Sampler[n];
        transfer = new Sampler[n][];
        firstVisits = new double[n];
        lastVisits = new double[n];
        doubleHanded = new double[n];
        for (int s = 0; s < n; s++) {
            Service service = model.services().get(s);
            Distribution length = service.lengthOfStay() == null
                    ? new Distribution.Constant(0)
                    : service.lengthOfStay().distribution();
            stay[s] = new Sampler(length);
            meanStay[s] = length.mean();
            routeShares[s] = cumulative(service.routes());
            WhileWaiting waiting = service.whileWaiting();
            stayGrows[s] = waiting.stayGrows() == null ? 0 : waiting.stayGrows().value();
            moveAfter[s] = waiting.moves() == null ? 0 : waiting.moves().after().value();
            moveShare[s] = waiting.moves() == null ? 0 : waiting.moves().share().value();
            limit[s] = service.queue().limit() == null
                    ? Integer.MAX_VALUE
                    : (int) service.queue().limit().value();
            patience[s] = sampler(service.queue().leaveAfter());
            handOver[s] = sampler(service.handOver());
            if (!service.transfer().isEmpty()) {
                transfer[s] = service.routes().stream()
                        .map(r -> sampler(service.transfer().get(r.to())))
                        .toArray(Sampler[]::new);
            }
            Visits visits = service.visits();
            firstVisits[s] = visits == null ? 0 : visits.first().value();
            lastVisits[s] = visits == null ? 0 : visits.last().value();
            doubleHanded[s] = visits == null ? 0 : visits.doubleHanded().value();
        }
    }

    private static @Nullable Sampler sampler(@Nullable Duration duration) {
        return duration == null ? null : new Sampler(duration.distribution());
    }

    /** The last is 1 whatever rounding did, so that everyone goes somewhere. */
    private static double[] cumulative(List<Route> routes) {
        if (routes.isEmpty()) {
            return new double[] {1};
        }
        double[] shares = new double[routes.size()];
        double sum = 0;
        int last = 0;
        for (int i = 0; i < shares.length; i++) {
            if (routes.get(i).share().value() > 0) {
                last = i;
            }
            sum += routes.get(i).share().value();
            shares[i] = sum;
        }
        for (int i = last; i < shares.length; i++) {
            shares[i] = 1;
        }
        return shares;
    }
}
