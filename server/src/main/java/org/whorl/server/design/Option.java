package org.whorl.server.design;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of several to choose from.
 *
 * @param value what is sent
 * @param label what is read
 */
public record Option(String value, String label) {

    /** What is read for each value. */
    public static Map<String, String> names(List<Option> options) {
        return options.stream().collect(Collectors.toMap(Option::value, Option::label));
    }
}
