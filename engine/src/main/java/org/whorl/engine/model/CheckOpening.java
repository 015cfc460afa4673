package org.whorl.engine.model;

import static org.whorl.engine.model.Problems.number;

/** Whether the state at the beginning can be. */
final class CheckOpening {
    private static final double MOST_PEOPLE = 1e7;

    private final Model model;
    private final Problems problems;
    private final CheckNumbers numbers;

    CheckOpening(Model model, Problems problems) {
        this.model = model;
        this.problems = problems;
        this.numbers = new CheckNumbers(problems);
    }

    void opening() {
        for (Opening opening : model.opening()) {
            String path = "opening." + opening.service();
            boolean known = problems.known(path, "service", opening.service(), Check.ids(model));
            group(path + ".in-place", opening.inPlace());
            if (opening.rest() != null) {
                numbers.time(path + ".rest", opening.rest());
            }
            group(path + ".waiting", opening.waiting());
            group(path + ".blocked", opening.blocked());
            if (known
                    && opening.blocked().count().value() > 0
                    && model.findService(opening.service()).orElseThrow().routes().stream()
                            .noneMatch(r -> model.indexOf(r.to()) >= 0)) {
                problems.add(
                        path + ".blocked",
                        "from %s people only leave, so nobody can wait there to go on".formatted(opening.service()),
                        "count them under in-place, or give %s a route to a service".formatted(opening.service()));
            }
        }
    }

    private void group(String path, Opening.Group group) {
        double count = group.count().value();
        if (!Domain.NOT_NEGATIVE.holds(count)) {
            return; // told with all other numbers
        }
        if (count != Math.rint(count)) {
            problems.add(path, number(count) + " is not a whole number", "write a whole number of people");
        } else if (count > MOST_PEOPLE) {
            problems.add(path, number(count) + " people are too many", "write up to " + number(MOST_PEOPLE));
        } else if (!group.elapsed().isEmpty() && group.elapsed().size() != group.people()) {
            problems.add(
                    path + ".elapsed",
                    "there are %d elapsed times for %d people"
                            .formatted(group.elapsed().size(), group.people()),
                    "write one for each, or leave elapsed out");
        }
        group.elapsed().stream()
                .filter(e -> !Domain.NOT_NEGATIVE.holds(e))
                .findFirst()
                .ifPresent(e -> problems.add(
                        path + ".elapsed",
                        CheckNumbers.outside(Domain.NOT_NEGATIVE, e),
                        "write a number of days from 0 up"));
    }
}
