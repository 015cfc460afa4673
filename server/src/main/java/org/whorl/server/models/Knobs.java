package org.whorl.server.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Domain;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Service;
import org.whorl.files.report.Excerpt;

/** Which numbers have a slider, and how they are grouped: the few that matter most first, then by who owns them. */
final class Knobs {

    /** As many queues lead the page. */
    private static final int LONGEST_QUEUES = 3;

    private record Entry(String path, Domain domain, Parameter parameter) {}

    private final Model model;
    private final Tried tried;
    private final Excerpt names;
    private final SequencedMap<String, Entry> numbers = new LinkedHashMap<>();

    private Knobs(Model model, Tried tried, Excerpt names) {
        this.model = model;
        this.tried = tried;
        this.names = names;
        model.map((path, domain, parameter) -> {
            numbers.put(path, new Entry(path, domain, parameter));
            return parameter;
        });
    }

    /**
     * The groups for a page.
     *
     * @param answer of the model as it stands, which knows its longest queues
     * @param language a name is picked in
     * @param coming the heading for people who come from outside
     */
    static List<KnobGroup> of(Answer answer, Tried tried, Excerpt names, String language, String coming) {
        Knobs knobs = new Knobs(answer.model(), tried, names);
        Set<String> shown = new LinkedHashSet<>();
        List<KnobGroup> groups = new ArrayList<>();
        groups.add(new KnobGroup("", knobs.leading(answer, shown), true));
        for (var partner : knobs.model.partners()) {
            List<String> paths = new ArrayList<>();
            knobs.model.services().stream()
                    .filter(s -> s.partner().equals(partner.id()))
                    .forEach(s -> knobs.usual(s).forEach(paths::add));
            knobs.add(groups, partner.name().in(language), paths, shown);
        }
        knobs.add(
                groups,
                coming,
                knobs.numbers.keySet().stream()
                        .filter(path -> path.startsWith("arrivals.") && path.endsWith(".rate"))
                        .toList(),
                shown);
        return groups;
    }

    /** Numbers that have no slider yet, by path, for somebody who wants one. */
    static Map<String, String> others(Model model, List<KnobGroup> groups, Excerpt names) {
        Set<String> shown = new LinkedHashSet<>();
        groups.forEach(group -> group.knobs().forEach(knob -> shown.add(knob.path())));
        Map<String, String> others = new LinkedHashMap<>();
        model.parameters().keySet().stream()
                .filter(path -> !shown.contains(path) && !path.startsWith("money.") && !path.startsWith("opening."))
                .forEach(path -> others.put(path, names.name(path)));
        return others;
    }

    private void add(List<KnobGroup> groups, String title, List<String> paths, Set<String> shown) {
        List<Knob> knobs = new ArrayList<>();
        paths.stream().filter(shown::add).map(this::knob).forEach(knobs::add);
        if (!knobs.isEmpty()) {
            boolean open = knobs.stream().anyMatch(k -> k.moved() || !k.error().isEmpty());
            groups.add(new KnobGroup(title, knobs, open));
        }
    }

    /** What somebody asked for or moved, then the places of the longest queues and the widest stream. */
    private List<Knob> leading(Answer answer, Set<String> shown) {
        Set<String> paths = new LinkedHashSet<>(tried.added());
        tried.refused().keySet().stream().filter(this::isRare).forEach(paths::add);
        tried.moved().keySet().stream().filter(this::isRare).forEach(paths::add);
        model.services().stream()
                .sorted(Comparator.comparingDouble((Service s) -> -waiting(answer, s)))
                .filter(s -> waiting(answer, s) > 0)
                .limit(LONGEST_QUEUES)
                .forEach(s -> paths.addAll(places(s)));
        shown.addAll(paths);
        return paths.stream().map(this::knob).toList();
    }

    private boolean isRare(String path) {
        return !path.endsWith(".rate") && model.services().stream().noneMatch(s -> usual(s).contains(path));
    }

    private static double waiting(Answer answer, Service service) {
        return answer.base()
                .figures()
                .find(Subject.service(service.id()), Field.WAITING)
                .map(Estimate::mean)
                .orElse(0.0);
    }

    private List<String> places(Service service) {
        String capacity = "services." + service.id() + ".capacity";
        return numbers.keySet().stream()
                .filter(path ->
                        path.equals(capacity) || path.startsWith(capacity + ".") || path.startsWith(capacity + "["))
                .toList();
    }

    private List<String> usual(Service service) {
        List<String> paths = new ArrayList<>(places(service));
        String stay = "services." + service.id() + ".length-of-stay.";
        numbers.keySet().stream()
                .filter(path -> path.startsWith(stay) && path.endsWith(".mean"))
                .forEach(paths::add);
        return paths;
    }

    private Knob knob(String path) {
        Entry number = numbers.get(path);
        if (number == null) {
            throw new IllegalArgumentException("the model has no number " + path);
        }
        return Knob.of(path, number.domain(), number.parameter(), tried, names.whose(path), names.which(path));
    }
}
