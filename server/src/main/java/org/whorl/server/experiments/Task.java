package org.whorl.server.experiments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

/**
 * Something that somebody does for an experiment until a day.
 *
 * @param id which one
 * @param experiment for which experiment
 * @param what it is
 * @param owner who does it
 * @param ownerName what they are called; blank for nobody, and for whoever may not see who takes part
 * @param dueOn until when
 * @param doneOn since when it is done
 * @param language of the words
 * @param version counts its changes, from 1
 */
public record Task(
        UUID id,
        UUID experiment,
        String what,
        Optional<UUID> owner,
        String ownerName,
        Optional<LocalDate> dueOn,
        Optional<LocalDate> doneOn,
        String language,
        int version) {

    static final Versioned VERSIONED =
            new Versioned("experiment-task", "experiment_task", List.of("what", "owner", "due_on", "done_on"));

    /** Should it be done by now? */
    public boolean isLate(LocalDate today) {
        return doneOn.isEmpty() && dueOn.filter(today::isAfter).isPresent();
    }

    Task withoutName() {
        return new Task(id, experiment, what, owner, "", dueOn, doneOn, language, version);
    }
}
