package org.whorl.engine.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Service;

/**
 * What everything costs together when a service has fewer or more places, beside the delay that goes with it. Few places
 * cost delay, many cost places; the least lies between, and hardly ever where nobody waits.
 *
 * @param points from the fewest places to the most
 */
public record DelayCurve(List<Point> points) {

    /**
     * One number of places.
     *
     * @param places how many
     * @param delayed people delayed, on average
     * @param pounds what all partners pay together in the measured time, once steps have closed or opened
     */
    public record Point(double places, Estimate delayed, Estimate pounds) {}

    public DelayCurve {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A curve needs points");
        }
    }

    /**
     * The changes to ask about.
     *
     * @param fewer how many places fewer than today at most
     * @param more how many more at most
     * @param apart how many places apart
     */
    public static List<Scenario> scenarios(Service service, int fewer, int more, int apart) {
        List<Scenario> scenarios = new ArrayList<>();
        for (int places = -fewer; places <= more; places += apart) {
            if (places != 0) {
                scenarios.add(new Scenario(
                        id(service, places),
                        Name.of(service.id() + " %+d".formatted(places)),
                        List.of(Places.change(service.id(), places))));
            }
        }
        return scenarios;
    }

    private static String id(Service service, int places) {
        return "places-%s-%s%d".formatted(service.id(), places < 0 ? "less-" : "more-", Math.abs(places));
    }

    /**
     * Reads the curve.
     *
     * @param answer to the model with {@link #scenarios} of the same numbers
     * @param measure the count of people delayed
     */
    public static DelayCurve of(Answer answer, Service service, int fewer, int more, int apart, String measure) {
        Model model = answer.model();
        double today = service.capacity().amount(model.time(), model.time().warmUp());
        List<Point> points = new ArrayList<>();
        points.add(point(answer.base().figures(), today, measure));
        for (int places = -fewer; places <= more; places += apart) {
            if (places != 0) {
                String id = id(service, places);
                Figures figures = Optional.ofNullable(answer.scenarios().get(id))
                        .orElseThrow(() -> new IllegalArgumentException("The answer has no scenario " + id))
                        .figures();
                points.add(point(figures, today + places, measure));
            }
        }
        points.sort(Comparator.comparingDouble(Point::places));
        return new DelayCurve(points);
    }

    private static Point point(Figures figures, double places, String measure) {
        return new Point(
                places,
                figures.get(Subject.measure(measure), Field.MEAN),
                figures.get(Subject.system(), Field.CASH_WHEN_STEPS_CLOSE));
    }

    /** Where everything together costs least. */
    public Point least() {
        return points.stream()
                .min(Comparator.comparingDouble(point -> point.pounds().mean()))
                .orElseThrow();
    }

    /** Whether the least is at an end, so that it may lie further out. */
    public boolean leastIsAtAnEnd() {
        return points.indexOf(least()) == 0 || points.indexOf(least()) == points.size() - 1;
    }
}
