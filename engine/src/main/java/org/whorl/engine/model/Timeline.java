package org.whorl.engine.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Scenario.Change;

/**
 * A scenario played out in time: which model holds from which day. The warm-up always runs the model as it stands, so a
 * scenario is a short list of models that take over from one another.
 *
 * @param epochs in order; the first begins at clock 0
 */
public record Timeline(List<Epoch> epochs) {

    public Timeline {
        epochs = List.copyOf(epochs);
    }

    /**
     * A stretch of time in which one model holds.
     *
     * @param from the day on which it takes over, counted from the beginning of the warm-up
     * @param model what then holds
     */
    public record Epoch(int from, Model model) {}

    /** The model as it stands, throughout. */
    public static Timeline of(Model model) {
        return new Timeline(List.of(new Epoch(0, model)));
    }

    /** The model changed by a scenario. */
    public static Timeline of(Model model, Scenario scenario) {
        Horizon time = model.time();
        TreeSet<Integer> boundaries = new TreeSet<>();
        boundaries.add(0);
        for (Change change : scenario.changes()) {
            boundaries.add(Math.clamp(clock(time, change.from()), time.warmUp(), time.end()));
            if (change.until() != null) {
                boundaries.add(Math.clamp(time.clock(change.until()), time.warmUp(), time.end()));
            }
        }
        List<Epoch> epochs = epochs(model, scenario, boundaries);
        if (!model.programmes().isEmpty()) {
            Prevention prevention = new Prevention(model);
            epochs = prevention.followed(epochs(model, scenario, prevention.steps(epochs)));
        }
        return new Timeline(epochs);
    }

    private static List<Epoch> epochs(Model model, Scenario scenario, Set<Integer> days) {
        return days.stream()
                .filter(day -> day < model.time().end())
                .map(day -> new Epoch(day, modelOn(model, scenario, day)))
                .toList();
    }

    private static Model modelOn(Model model, Scenario scenario, int clock) {
        Horizon time = model.time();
        Model changed = model;
        for (Change change : scenario.changes()) {
            boolean begun = clock >= Math.max(clock(time, change.from()), time.warmUp());
            boolean over = change.until() != null && clock >= time.clock(change.until());
            if (begun && !over) {
                changed = apply(changed, change);
            }
        }
        return Origin.followed(model, changed);
    }

    private static int clock(Horizon time, @Nullable LocalDate from) {
        return from == null ? time.warmUp() : time.clock(from);
    }

    /** The model with one change made to it, for all time. */
    static Model apply(Model model, Change change) {
        Applied applied = new Applied(change);
        Model changed = rebalanceRoutes(model.map(applied), change.path());
        if (change.operation() == Scenario.Operation.TIMES) {
            changed = scaleSamples(changed, change, applied);
        }
        if (applied.touched == 0) {
            throw new IllegalArgumentException(
                    "%s is not a number of the model, nor a branch with numbers".formatted(change.path()));
        }
        return changed;
    }

    /** How many numbers of the model a change touches; 0 means that its path is wrong. */
    public static int reach(Model model, Change change) {
        Applied applied = new Applied(change);
        Model changed = model.map(applied);
        if (change.operation() == Scenario.Operation.TIMES) {
            scaleSamples(changed, change, applied);
        }
        return applied.touched;
    }

    /** Changing one route's share leaves the others in proportion, so that all still add to 1. */
    private static Model rebalanceRoutes(Model model, String path) {
        int routes = path.indexOf(".routes.");
        if (!path.startsWith("services.") || routes < 0) {
            return model;
        }
        String id = path.substring("services.".length(), routes);
        String kept = path.substring(routes + ".routes.".length());
        Service service = model.findService(id).orElseThrow();
        double share = 0;
        double others = 0;
        for (Route route : service.routes()) {
            if (route.to().equals(kept)) {
                share = route.share().value();
            } else {
                others += route.share().value();
            }
        }
        double factor = others == 0 ? 1 : Math.max(0, 1 - share) / others;
        String prefix = path.substring(0, routes) + ".routes.";
        return model.map(
                (where, _, p) -> where.startsWith(prefix) && !where.equals(path) ? p.withValue(p.value() * factor) : p);
    }

    /** An empirical stay has no number to multiply, so its sample is multiplied instead. */
    private static Model scaleSamples(Model model, Change change, Applied applied) {
        List<Service> services = new ArrayList<>();
        for (Service service : model.services()) {
            Duration stay = service.lengthOfStay();
            if (stay != null
                    && stay.family() == Duration.Family.EMPIRICAL
                    && change.path().equals("services." + service.id() + ".length-of-stay")) {
                applied.touched++;
                stay = stay.scaledSample(change.amount().value());
                service = new Service(
                        service.id(),
                        service.name(),
                        service.partner(),
                        service.capacity(),
                        stay,
                        service.visits(),
                        service.starts(),
                        service.queue(),
                        service.waitsIn(),
                        service.whileWaiting(),
                        service.handOver(),
                        service.routes(),
                        service.transfer(),
                        service.cost(),
                        service.funding(),
                        service.carers());
            }
            services.add(service);
        }
        return model.withServices(services);
    }

    private static final class Applied implements ParameterMap {
        private final Change change;
        private int touched;

        Applied(Change change) {
            this.change = change;
        }

        @Override
        public Parameter parameter(String path, Domain domain, Parameter parameter) {
            if (!change.profile().isEmpty() || !covers(path)) {
                return parameter;
            }
            touched++;
            double amount = change.amount().value();
            double value = switch (change.operation()) {
                case TIMES -> parameter.value() * amount;
                case ADD -> parameter.value() + amount;
                case SET -> amount;
            };
            return parameter.withValue(domain == Domain.POSITIVE ? Math.max(0, value) : domain.nearest(value));
        }

        @Override
        public Profile profile(String path, Profile profile) {
            if (change.profile().isEmpty() || !path.equals(change.path())) {
                return profile;
            }
            touched++;
            return new Profile(change.profile(), profile.provenance());
        }

        private boolean covers(String path) {
            return path.startsWith(change.path())
                    && (path.length() == change.path().length()
                            || path.charAt(change.path().length()) == '.'
                            || path.charAt(change.path().length()) == '[');
        }
    }
}
