package org.whorl.server.stories;

import java.util.List;

/**
 * Where a teller put their own story between the ends of a question.
 *
 * @param parts how much of each end, 0 or more, with a sum of 1; none where the question does not apply to the story
 */
public record Placement(List<Double> parts) {

    private static final int FEWEST_ENDS = 2;
    private static final int MOST_ENDS = 3;

    /** The question does not apply to the story. */
    public static final Placement DOES_NOT_APPLY = new Placement(List.of());

    /** Refuses parts that do not come to 1. */
    public Placement {
        parts = List.copyOf(parts);
        double sum = parts.stream().mapToDouble(Double::doubleValue).sum();
        if (!parts.isEmpty()
                && (parts.size() < FEWEST_ENDS
                        || parts.size() > MOST_ENDS
                        || parts.stream().anyMatch(part -> !(part >= 0))
                        || Math.abs(sum - 1) > 1e-9)) {
            throw new IllegalArgumentException("two or three parts come to 1: " + parts);
        }
    }

    /** Does the question apply to the story? */
    public boolean applies() {
        return !parts.isEmpty();
    }
}
