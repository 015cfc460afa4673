package org.whorl.engine.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change to a model that people want to weigh against leaving it as it is.
 *
 * @param id its name; {@code base} is reserved for the model as it stands
 * @param name what people call it
 * @param changes applied in the order written
 */
public record Scenario(String id, Name name, List<Change> changes) {

    /** The id of the model as it stands. */
    public static final String BASE = "base";

    public Scenario {
        changes = List.copyOf(changes);
    }

    /** What a change does to a number. */
    public enum Operation {
        TIMES,
        ADD,
        SET
    }

    /**
     * One change to one branch of the model.
     *
     * @param path the parameter, profile, or the branch of the model whose parameters are all multiplied
     * @param operation what is done
     * @param amount by how much, or to what
     * @param profile the new factors, when the path is a profile; otherwise empty
     * @param from the first day; null for the end of the warm-up
     * @param until the first day on which it no longer holds; null for the end
     */
    public record Change(
            String path,
            Operation operation,
            Parameter amount,
            List<Double> profile,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        public Change {
            profile = List.copyOf(profile);
        }
    }
}
