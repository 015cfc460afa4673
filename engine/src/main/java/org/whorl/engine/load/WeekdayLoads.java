package org.whorl.engine.load;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.whorl.engine.model.Model;

/**
 * How many people would be at a service at the end of each weekday if there were always a place, and how many places that
 * takes. Where months differ, in the month with the most people.
 *
 * @param month the month with the most people; empty where months are alike
 * @param loads seven numbers of people, Monday first
 * @param places seven numbers of places, Monday first, with which no more than one in ten would wait if all days were like
 *     that one (square-root rule)
 */
public record WeekdayLoads(Optional<Month> month, List<Double> loads, List<Double> places) {

    private static final int WEEK = 7;

    /** Less of a difference than this share is no difference. */
    private static final double ALIKE = 0.005;

    /** Keeps copies. */
    public WeekdayLoads {
        loads = List.copyOf(loads);
        places = List.copyOf(places);
    }

    /** Whether all weekdays are alike. */
    public boolean isFlat() {
        return areAlike(loads.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * Works it out for the model as it stands, over its measured days.
     *
     * @param model one that holds together
     * @param service the id of a service in which people stay
     * @throws IllegalArgumentException if there is no such service
     */
    public static WeekdayLoads of(Model model, String service) {
        int s = model.services()
                .indexOf(model.findService(service)
                        .orElseThrow(() -> new IllegalArgumentException("There is no service " + service)));
        Forecast forecast = new World(model, true).base();
        double[] load = forecast.offered.load[s];
        double[][] sums = new double[Month.values().length][WEEK];
        int[][] days = new int[Month.values().length][WEEK];
        for (int clock = model.time().warmUp(); clock < model.time().end(); clock++) {
            LocalDate date = model.time().date(clock);
            int month = date.getMonthValue() - 1;
            int weekday = date.getDayOfWeek().getValue() - 1;
            // What stands at the beginning of the next day stood at the end of this one.
            sums[month][weekday] += load[clock + 1];
            days[month][weekday]++;
        }
        // Each weekday counts alike, or a month with five Mondays would seem fuller than one with four.
        double[] monthly = new double[sums.length];
        for (int m = 0; m < sums.length; m++) {
            for (int d = 0; d < WEEK; d++) {
                monthly[m] += sums[m][d] / Math.max(1, days[m][d]) / WEEK;
            }
        }
        Optional<Month> month = most(monthly, days);
        List<Double> loads = new ArrayList<>();
        for (int weekday = 0; weekday < WEEK; weekday++) {
            int d = weekday;
            double sum = 0;
            int counted = 0;
            for (int m = 0; m < sums.length; m++) {
                if (month.isEmpty() || month.get().getValue() - 1 == m) {
                    sum += sums[m][d];
                    counted += days[m][d];
                }
            }
            loads.add(counted == 0 ? Double.NaN : sum / counted);
        }
        double z = new ServiceFigures(forecast).peakedness(s);
        return new WeekdayLoads(
                month,
                loads,
                loads.stream()
                        .map(l -> SquareRoot.places(l, z, ServiceFigures.DELAY_TARGET))
                        .toList());
    }

    /** The month with the most people, of those with every weekday in them; none where they are alike. */
    private static Optional<Month> most(double[] monthly, int[][] days) {
        int best = -1;
        List<Double> whole = new ArrayList<>();
        for (int m = 0; m < monthly.length; m++) {
            if (Arrays.stream(days[m]).allMatch(counted -> counted > 0)) {
                whole.add(monthly[m]);
                best = best < 0 || monthly[m] > monthly[best] ? m : best;
            }
        }
        return best < 0
                        || areAlike(
                                whole.stream().mapToDouble(Double::doubleValue).toArray())
                ? Optional.empty()
                : Optional.of(Month.of(best + 1));
    }

    private static boolean areAlike(double[] numbers) {
        double high = Arrays.stream(numbers).max().orElse(0);
        double low = Arrays.stream(numbers).min().orElse(0);
        return high - low <= ALIKE * Math.abs(high);
    }
}
