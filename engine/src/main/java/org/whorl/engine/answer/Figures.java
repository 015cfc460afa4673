package org.whorl.engine.answer;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * All figures of one scenario, or of the difference between a scenario and the model as it stands.
 *
 * @param estimates for each subject its fields
 */
public record Figures(SequencedMap<Subject, Map<Field, Estimate>> estimates) {

    public Figures {
        SequencedMap<Subject, Map<Field, Estimate>> copy = new LinkedHashMap<>();
        estimates.forEach((subject, fields) -> copy.put(subject, Collections.unmodifiableMap(new EnumMap<>(fields))));
        estimates = Collections.unmodifiableSequencedMap(copy);
    }

    /** The estimate, if this figure applies; an unlimited service has no occupancy. */
    public Optional<Estimate> find(Subject subject, Field field) {
        return Optional.ofNullable(estimates.getOrDefault(subject, Map.of()).get(field));
    }

    /** The estimate; an error where it does not apply. */
    public Estimate get(Subject subject, Field field) {
        return find(subject, field)
                .orElseThrow(() -> new IllegalArgumentException("No %s for %s".formatted(field.word(), subject)));
    }
}
