package org.whorl.engine.load;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;

/** The bare numbers one scenario came to, before anybody says how sure they are. */
final class Findings {

    final SequencedMap<Subject, Map<Field, Double>> values = new LinkedHashMap<>();

    void put(Subject subject, Field field, double value) {
        if (!Double.isNaN(value)) {
            values.computeIfAbsent(subject, _ -> new EnumMap<>(Field.class)).put(field, value);
        }
    }

    double get(Subject subject, Field field) {
        return values.getOrDefault(subject, Map.of()).getOrDefault(field, Double.NaN);
    }
}
