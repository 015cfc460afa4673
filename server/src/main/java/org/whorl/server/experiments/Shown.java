package org.whorl.server.experiments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.whorl.server.design.Option;
import org.whorl.server.spirals.Spiral;

/**
 * An experiment with all that stands beside it, as a reader may see it.
 *
 * @param experiment which one
 * @param clauses what it says, and what that rests on
 * @param spiral whose question it helps to answer
 * @param before the one before it in its series
 * @param stands what it stands on
 * @param gaps what it lacks before it begins
 * @param similar those that may be nearly the same
 * @param suggested the way of looking that its answers say
 * @param chance what it could notice
 * @param helpers the names of those who help
 * @param looked the measures it looks at
 * @param tasks what somebody does for it
 * @param entries what was noted
 * @param asked whether people are asked to stop it
 * @param pictured the chart of its measure, and what was told; none where it has no measure that the reader may see
 * @param stories those beside it, where there is no chart they could stand beside
 * @param tellable those that could be put beside it
 * @param members who could help or do something
 * @param today the day in Wales
 */
public record Shown(
        Experiment experiment,
        List<Told> clauses,
        Optional<Spiral> spiral,
        Optional<Experiment> before,
        List<Stands> stands,
        List<Gap> gaps,
        List<Similar> similar,
        Optional<Experiment.Design> suggested,
        Chance chance,
        List<String> helpers,
        List<Looked> looked,
        List<Task> tasks,
        List<Entry> entries,
        Optional<AskedToStop> asked,
        Optional<Pictured> pictured,
        List<Pictured.Told> stories,
        List<Option> tellable,
        List<Option> members,
        LocalDate today) {

    /** Keeps copies. */
    public Shown {
        clauses = List.copyOf(clauses);
        stands = List.copyOf(stands);
        gaps = List.copyOf(gaps);
        similar = List.copyOf(similar);
        helpers = List.copyOf(helpers);
        looked = List.copyOf(looked);
        tasks = List.copyOf(tasks);
        entries = List.copyOf(entries);
        stories = List.copyOf(stories);
        tellable = List.copyOf(tellable);
        members = List.copyOf(members);
    }

    /** The stories on its page, wherever they stand. */
    public List<Pictured.Told> told() {
        return pictured.map(Pictured::told).orElse(stories);
    }

    /** How many of the places to hold it fast are done. */
    public int wired() {
        String wired = experiment.value(Field.WIRED);
        return wired.isEmpty() ? 0 : List.of(wired.split(",")).size();
    }
}
