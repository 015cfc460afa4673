package org.whorl.engine.ledger;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Service;

/** What one more place costs: the slope of C(x) = F + s ceil(x / size) + v x with its steps evened out. */
public final class PlacePrice {

    private PlacePrice() {}

    /**
     * Pounds a year of one more place in use, or of one more visit a day; empty where the service has no price that hangs on
     * places, for then nobody can tell what money buys there.
     */
    public static OptionalDouble aYear(Model model, Service service) {
        Cost cost = service.cost();
        double aDay = service.capacity().countsVisits()
                ? price(model, cost.perVisit())
                : price(model, cost.perPlaceDay()) + price(model, cost.perUsedDay());
        double steps = cost.step() == null
                ? 0
                : price(model, cost.step().cost()) / cost.step().places().value();
        double pounds = Ledger.DAYS_A_YEAR * aDay + steps;
        return pounds > 0 ? OptionalDouble.of(pounds) : OptionalDouble.empty();
    }

    /** The same in the model's measured time. */
    public static OptionalDouble inMeasuredTime(Model model, Service service) {
        OptionalDouble aYear = aYear(model, service);
        return aYear.isEmpty()
                ? aYear
                : OptionalDouble.of(aYear.getAsDouble() * model.time().days() / Ledger.DAYS_A_YEAR);
    }

    private static double price(Model model, @Nullable Parameter parameter) {
        return parameter == null ? 0 : model.money().inPriceYear(parameter);
    }
}
