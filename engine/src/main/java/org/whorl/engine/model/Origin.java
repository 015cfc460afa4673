package org.whorl.engine.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The need that people who come from outside come from. A scenario that moves a driver of the need, or how much of it becomes
 * demand, changes how many come, in the same proportion.
 *
 * @param need one of the model's needs
 * @param area in which area; null for the whole place
 */
public record Origin(String need, @Nullable String area) {

    /** A changed model in which arrivals follow the needs they come from. */
    static Model followed(Model before, Model changed) {
        if (changed.arrivals().stream().noneMatch(a -> a.origin() != null)) {
            return changed;
        }
        Map<String, Double> was = demand(before);
        Map<String, Double> is = demand(changed);
        return changed.withArrivals(changed.arrivals().stream()
                .map(a -> {
                    String need = a.origin() == null ? "" : a.origin().need();
                    double factor = is.getOrDefault(need, 1.0) / was.getOrDefault(need, 1.0);
                    return factor == 1 ? a : a.times(factor);
                })
                .toList());
    }

    /** The demand of each need, next to what its people alone would make of it. */
    private static Map<String, Double> demand(Model model) {
        Map<String, Double> levels = new LinkedHashMap<>();
        model.drivers().forEach(d -> levels.put(d.id(), d.level().value()));
        Map<String, Double> demand = new LinkedHashMap<>();
        model.needs().forEach(n -> demand.put(n.id(), n.demandPerNeed() * n.push(levels)));
        return demand;
    }
}
