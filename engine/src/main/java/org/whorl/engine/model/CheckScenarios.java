package org.whorl.engine.model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.whorl.engine.model.Scenario.Change;
import org.whorl.engine.model.Scenario.Operation;
import org.whorl.engine.model.Timeline.Epoch;

/** Whether each scenario changes something that is there, and leaves a model that holds together. */
final class CheckScenarios {
    private final Model model;
    private final Problems problems;
    private final SequencedMap<String, Domain> domains = new LinkedHashMap<>();
    private final Map<String, Integer> profiles = new LinkedHashMap<>();

    CheckScenarios(Model model, Problems problems) {
        this.model = model;
        this.problems = problems;
        model.map(new ParameterMap() {
            @Override
            public Parameter parameter(String path, Domain domain, Parameter parameter) {
                domains.put(path, domain);
                return parameter;
            }

            @Override
            public Profile profile(String path, Profile profile) {
                profiles.put(path, profile.factors().size());
                return profile;
            }
        });
    }

    void scenarios() {
        model.scenarios().forEach(this::scenario);
    }

    void scenario(Scenario scenario) {
        String path = "scenarios." + scenario.id();
        if (scenario.id().equals(Scenario.BASE)) {
            problems.add(path, "base is the model as it stands", "give the scenario another name");
        }
        for (int i = 0; i < scenario.changes().size(); i++) {
            change(path + ".change[" + i + "]", scenario.changes().get(i));
        }
    }

    private void change(String path, Change change) {
        if (change.from() != null && change.until() != null && !change.until().isAfter(change.from())) {
            problems.add(
                    path + ".until",
                    "%s does not come after %s".formatted(change.until(), change.from()),
                    "write a later day");
        }
        Integer length = profiles.get(change.path());
        if (length != null) {
            profile(path, change, length);
        } else if (Timeline.reach(model, change) == 0) {
            Set<String> known = changeable();
            problems.add(
                    path,
                    "there is no number at %s".formatted(change.path()),
                    Spelling.nearest(change.path(), known)
                            .map(near -> "did you mean " + near + "?")
                            .orElse("write a path such as "
                                    + known.stream().findFirst().orElse("services.d2a.capacity")));
        } else {
            number(path, change);
        }
    }

    private void profile(String path, Change change, int length) {
        if (change.operation() != Operation.SET || change.profile().isEmpty()) {
            problems.add(
                    path,
                    "%s is a list of %d numbers".formatted(change.path(), length),
                    "write {set: [...]} with %d numbers".formatted(length));
            return;
        }
        new CheckNumbers(problems)
                .factors(path + ".set", change.profile(), length, change.path().endsWith(".starts.weekday"));
    }

    private void number(String path, Change change) {
        double amount = change.amount().value();
        String at = path + "." + word(change.operation());
        if (!change.profile().isEmpty()) {
            problems.add(at, "%s is one number, not a list".formatted(change.path()), "write one number");
            return;
        }
        List<String> touched = domains.keySet().stream()
                .filter(p -> p.equals(change.path())
                        || p.startsWith(change.path() + ".")
                        || p.startsWith(change.path() + "["))
                .toList();
        boolean one = touched.equals(List.of(change.path())) || change.path().endsWith(".capacity");
        if (!Double.isFinite(amount)) {
            problems.add(at, Problems.number(amount) + " is not a finite number", "write a number");
        } else if (change.operation() != Operation.TIMES && !one) {
            problems.add(
                    at,
                    "%s holds %d numbers, which can only be multiplied together"
                            .formatted(change.path(), touched.size()),
                    touched.isEmpty() ? "write times" : "write times, or a path such as " + touched.getFirst());
        } else if (change.operation() == Operation.TIMES && amount < 0) {
            problems.add(at, Problems.number(amount) + " is below 0", "write a factor from 0 up");
        } else if (change.operation() == Operation.SET) {
            touched.stream()
                    .map(domains::get)
                    .filter(d -> d != null && !d.holds(amount))
                    .findFirst()
                    .ifPresent(d -> problems.add(at, CheckNumbers.outside(d, amount), "write " + d.words()));
        }
    }

    /** Every path a scenario may change, whole capacities and stays before their parts. */
    private Set<String> changeable() {
        Set<String> paths = new LinkedHashSet<>();
        for (Service service : model.services()) {
            String path = "services." + service.id();
            if (!service.capacity().isUnlimited()) {
                paths.add(path + ".capacity");
            }
            if (service.lengthOfStay() != null) {
                paths.add(path + ".length-of-stay");
            }
        }
        paths.addAll(domains.keySet());
        paths.addAll(profiles.keySet());
        return paths;
    }

    /** Plays every scenario through its changes and checks what each leaves; for a model that holds together itself. */
    void outcomes() {
        model.scenarios().forEach(this::outcome);
    }

    void outcome(Scenario scenario) {
        for (Epoch epoch : Timeline.of(model, scenario).epochs()) {
            Problems left = new Problems();
            epoch.model().map(new CheckNumbers(left));
            new CheckServices(epoch.model(), left).services();
            if (!left.none()) {
                Problem first = left.found().getFirst();
                problems.add(
                        "scenarios." + scenario.id() + ".change",
                        "from %s it leaves a model that does not hold together: %s: %s"
                                .formatted(model.time().date(epoch.from()), first.path(), first.wrong()),
                        first.right());
                return;
            }
        }
    }

    private static String word(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT);
    }
}
