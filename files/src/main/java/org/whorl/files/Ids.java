package org.whorl.files;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Ids for what another tool calls by a name: lower case, letters, digits and hyphens, each only once. */
final class Ids {
    private static final String TAKEN = "outside";

    private final Map<String, String> ids = new HashMap<>();

    /** The id of a name, the same each time. */
    String of(String name) {
        return ids.computeIfAbsent(name, this::fresh);
    }

    private String fresh(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String begin = plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? "point-" + plain : plain;
        String id = begin;
        int next = 2;
        while (ids.containsValue(id) || id.equals(TAKEN)) {
            id = begin + "-" + next++;
        }
        return id;
    }
}
