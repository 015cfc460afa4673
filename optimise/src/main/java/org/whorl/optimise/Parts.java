package org.whorl.optimise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.whorl.engine.model.Agreements;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Programme;
import org.whorl.engine.model.Route;
import org.whorl.engine.model.Service;

/**
 * The parts of a model between which nobody moves, each a model of its own: what is changed in one changes nothing in the
 * others, so that only one has to be asked. People in a part come, wait, move and cost as they do in the whole, and what they
 * come to in all parts adds up to the whole. A model in which partners have agreed contracts, pools or grants stays in one
 * piece, because these may tie the parts together.
 */
final class Parts {

    private Parts() {}

    /** The parts, which together have all services and all arrivals. */
    static List<Model> of(Model model) {
        Agreements agreed = model.agreements();
        if (!agreed.contracts().isEmpty()
                || !agreed.pools().isEmpty()
                || !agreed.grants().isEmpty()) {
            return List.of(model);
        }
        List<Set<String>> groups = groups(model);
        return groups.size() < 2
                ? List.of(model)
                : groups.stream().map(group -> part(model, group)).toList();
    }

    /** Services in the order of the model, together where anybody can come from one to the other. */
    private static List<Set<String>> groups(Model model) {
        Map<String, Set<String>> group = new LinkedHashMap<>();
        model.services().forEach(service -> group.put(service.id(), new HashSet<>(Set.of(service.id()))));
        for (Service service : model.services()) {
            for (String other : touched(service)) {
                Set<String> here = group.get(service.id());
                Set<String> there = group.get(other);
                if (here != null && there != null && !here.contains(other)) {
                    here.addAll(there);
                    there.forEach(id -> group.put(id, here));
                }
            }
        }
        return group.values().stream().distinct().toList();
    }

    /** Wherever people of a service may come to or wait; exits are among them, and no services. */
    private static List<String> touched(Service service) {
        List<String> touched = new ArrayList<>();
        service.routes().stream().map(Route::to).forEach(touched::add);
        if (service.waitsIn() != null) {
            touched.add(service.waitsIn());
        }
        if (service.queue().leaveTo() != null) {
            touched.add(service.queue().leaveTo());
        }
        if (service.whileWaiting().moves() != null) {
            touched.add(service.whileWaiting().moves().to());
        }
        return touched;
    }

    private static Model part(Model model, Set<String> services) {
        List<Arrival> arrivals = model.arrivals().stream()
                .filter(arrival -> services.contains(arrival.to()))
                .toList();
        List<String> streams = arrivals.stream().map(Arrival::id).toList();
        return new Model(
                model.name(),
                model.time(),
                model.money(),
                model.partners(),
                model.exits(),
                arrivals,
                model.services().stream().filter(s -> services.contains(s.id())).toList(),
                model.opening().stream()
                        .filter(o -> services.contains(o.service()))
                        .toList(),
                List.of(),
                model.measures().stream()
                        .filter(measure -> touches(measure, model, services))
                        .map(measure -> within(measure, model, services))
                        .toList(),
                List.of(),
                Agreements.NONE,
                model.population(),
                model.drivers(),
                model.needs(),
                model.programmes().stream()
                        .map(programme -> within(programme, streams))
                        .toList());
    }

    /** Whether a measure can count anybody of some services; one that names none counts everywhere. */
    private static boolean touches(Measure measure, Model model, Set<String> services) {
        return (measure.in().isEmpty() || !here(measure.in(), model, services).isEmpty())
                && (measure.waitingFor().isEmpty()
                        || !here(measure.waitingFor(), model, services).isEmpty());
    }

    /** Those of some names that are these services, or none of the model's, such as home. */
    private static List<String> here(List<String> names, Model model, Set<String> services) {
        return names.stream()
                .filter(name ->
                        services.contains(name) || model.findService(name).isEmpty())
                .toList();
    }

    private static Measure within(Measure measure, Model model, Set<String> services) {
        return new Measure(
                measure.id(),
                measure.name(),
                measure.count(),
                here(measure.in(), model, services),
                here(measure.waitingFor(), model, services),
                measure.where(),
                measure.longerThan(),
                measure.on(),
                null);
    }

    private static Programme within(Programme programme, List<String> streams) {
        SequencedMap<String, Programme.Effect> effects = new LinkedHashMap<>();
        programme.effects().forEach((stream, effect) -> {
            if (streams.contains(stream)) {
                effects.put(stream, effect);
            }
        });
        return new Programme(
                programme.id(),
                programme.name(),
                programme.reach(),
                programme.adherence(),
                programme.lag(),
                programme.buildUp(),
                programme.fade(),
                effects);
    }
}
