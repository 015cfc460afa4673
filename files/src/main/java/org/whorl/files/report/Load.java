package org.whorl.files.report;

import java.util.List;
import java.util.Optional;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.Visits;

/**
 * The work that comes to a service beside the places it has. Where visits are counted rather than places, both are in
 * people: as many as the visits serve, each with the visits a person needs on an average day.
 *
 * @param service which service
 * @param fewest places (or visits) on the day it has fewest, in the measured time
 * @param most places (or visits) on the day it has most
 * @param mean places, averaged over the measured time
 * @param offered the places its work would fill if nobody ever had to wait, by formula
 * @param target the places that let all but one in ten start at once, by formula
 * @param leastCost the places at which places and waiting together cost least, by formula
 * @param growing whether the formulas found a queue that grows as long as this lasts
 */
record Load(
        Service service,
        double fewest,
        double most,
        double mean,
        Optional<Estimate> offered,
        Optional<Estimate> target,
        Optional<Estimate> leastCost,
        boolean growing) {

    /** Of every service with a limit, in the model's order. */
    static List<Load> of(Edition edition) {
        return edition.model().services().stream()
                .filter(s -> !s.capacity().isUnlimited())
                .map(s -> of(edition, s))
                .toList();
    }

    private static Load of(Edition edition, Service service) {
        Horizon time = edition.model().time();
        double fewest = Double.POSITIVE_INFINITY;
        double most = 0;
        double sum = 0;
        for (int day = time.warmUp(); day < time.end(); day++) {
            double amount = service.capacity().amount(time, day);
            double places = service.capacity().countsVisits() ? amount : Math.floor(amount);
            fewest = Math.min(fewest, places);
            most = Math.max(most, places);
            sum += places;
        }
        Subject subject = Subject.service(service.id());
        return new Load(
                service,
                fewest,
                most,
                sum / Math.max(1, time.days()) / visitsADay(service),
                edition.formula(subject, Field.OFFERED_LOAD),
                edition.formula(subject, Field.DELAY_TARGET_PLACES),
                edition.formula(subject, Field.LEAST_COST_PLACES),
                edition.unstable(service.id()));
    }

    /** Visits one person needs on an average day; 1 where places are counted. */
    private static double visitsADay(Service service) {
        Visits visits = service.visits();
        if (visits == null || !service.capacity().countsVisits()) {
            return 1;
        }
        double each = (visits.first().value() + visits.last().value()) / 2;
        double needed = each * (1 + visits.doubleHanded().value());
        return needed > 0 ? needed : 1;
    }

    /** Whether more work comes than the places can do: the queue grows, or holds only because people give up. */
    boolean overloaded() {
        return growing || offered.map(o -> o.mean() >= mean).orElse(false);
    }

    /** What it has, as people would say it: one number, or the fewest to the most; for visits, whom they serve too. */
    String places(Edition edition) {
        String low = edition.words().number(fewest);
        String range = fewest == most
                ? low
                : edition.say("value.range", low, edition.words().number(most));
        return service.capacity().countsVisits()
                ? edition.say("capacity.visits", range, edition.words().number(Math.floor(mean)))
                : range;
    }
}
