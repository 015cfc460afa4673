package org.whorl.engine.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.ledger.PlacePrice;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Service;

/**
 * What a little more or less money would do at each service: the marginal value of money, by central differences with the
 * same people in both (method 2.3). {@link #steps} says which changes to ask about; any tier answers them; {@link #worth}
 * reads the answer.
 */
public final class Marginal {

    private Marginal() {}

    /**
     * A little more and a little less at one service. Places are whole, so the money is what whole places cost.
     *
     * @param service its id
     * @param places how many places, or visits a day, more or fewer
     * @param pounds what they cost in the measured time
     * @param more the change for more
     * @param less the change for less
     */
    public record Step(String service, double places, double pounds, Scenario more, Scenario less) {}

    /**
     * What a step does to one measure.
     *
     * @param step which
     * @param measure which
     * @param more what more places do to its mean count
     * @param less what fewer do
     * @param per people fewer in the count for each sum of money more: the central difference, scaled to that sum. Its
     *     interval is the widest the two ends allow
     */
    public record Worth(Step step, String measure, Estimate more, Estimate less, Estimate per) {}

    /**
     * The changes to ask about: every service with a limit and a price, in the model's order.
     *
     * @param pounds about how much money in the measured time; at least one place is moved
     */
    public static List<Step> steps(Model model, double pounds) {
        if (!(pounds > 0)) {
            throw new IllegalArgumentException("A sum of money is above 0, not " + pounds);
        }
        List<Step> steps = new ArrayList<>();
        for (Service service : model.services()) {
            var price = PlacePrice.inMeasuredTime(model, service);
            if (!service.capacity().isUnlimited() && price.isPresent()) {
                double places = Math.max(1, Math.rint(pounds / price.getAsDouble()));
                double least =
                        service.capacity().amount(model.time(), model.time().warmUp());
                if (places <= least) {
                    steps.add(new Step(
                            service.id(),
                            places,
                            places * price.getAsDouble(),
                            change("more", service, places),
                            change("less", service, -places)));
                }
            }
        }
        return steps;
    }

    /** Services whose places can change and have no price: nobody can tell what money does there. */
    public static List<String> withoutPrice(Model model) {
        return model.services().stream()
                .filter(service -> !service.capacity().isUnlimited()
                        && PlacePrice.aYear(model, service).isEmpty())
                .map(Service::id)
                .toList();
    }

    private static Scenario change(String which, Service service, double places) {
        boolean more = places > 0;
        return new Scenario(
                which + "-" + service.id(),
                new Name(
                        service.name().en() + (more ? ": more" : ": less"),
                        service.name().cy() + (more ? ": mwy" : ": llai")),
                List.of(Places.change(service.id(), places)));
    }

    /**
     * Reads what the steps do, best first: by people fewer for the money, as the middle estimate has it.
     *
     * @param answer to the model with the steps' changes
     * @param measure whose count is to fall
     * @param pounds the sum that figures are given for
     */
    public static List<Worth> worth(List<Step> steps, Answer answer, String measure, double pounds) {
        Subject subject = Subject.measure(measure);
        return steps.stream()
                .map(step -> {
                    Estimate more = difference(answer, step.more()).get(subject, Field.MEAN);
                    Estimate less = difference(answer, step.less()).get(subject, Field.MEAN);
                    double scale = pounds / step.pounds() / 2;
                    return new Worth(
                            step,
                            measure,
                            more,
                            less,
                            new Estimate(
                                    scale * (less.mean() - more.mean()),
                                    scale * (less.low() - more.high()),
                                    scale * (less.high() - more.low()),
                                    more.level(),
                                    more.kind()));
                })
                .sorted(Comparator.comparingDouble((Worth worth) -> worth.per().mean())
                        .reversed())
                .toList();
    }

    /** What a step does to every partner's cash when more is put in. */
    public static SequencedMap<String, Estimate> cash(Step step, Answer answer) {
        SequencedMap<String, Estimate> cash = new LinkedHashMap<>();
        answer.model()
                .partners()
                .forEach(partner -> difference(answer, step.more())
                        .find(Subject.partner(partner.id()), Field.CASH)
                        .ifPresent(estimate -> cash.put(partner.id(), estimate)));
        return cash;
    }

    private static Figures difference(Answer answer, Scenario scenario) {
        return Optional.ofNullable(answer.differences().get(scenario.id()))
                .orElseThrow(() -> new IllegalArgumentException("The answer has no scenario " + scenario.id()));
    }
}
