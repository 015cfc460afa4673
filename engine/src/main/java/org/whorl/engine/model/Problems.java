package org.whorl.engine.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Problems found so far, and the few sentences that most checks share. */
final class Problems {
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*");

    private final List<Problem> found = new ArrayList<>();

    void add(String path, String wrong, String right) {
        found.add(new Problem(path, wrong, right));
    }

    List<Problem> found() {
        return found;
    }

    boolean none() {
        return found.isEmpty();
    }

    /** Whether a name points to something; if not, the nearest thing it could have meant is suggested. */
    boolean known(String path, String what, String id, Collection<String> known) {
        if (known.contains(id)) {
            return true;
        }
        String right = Spelling.nearest(id, known)
                .map(near -> "did you mean " + near + "?")
                .orElse(known.isEmpty() ? "name one first" : "there are " + String.join(", ", known));
        add(path, "there is no %s called %s".formatted(what, id), right);
        return false;
    }

    /** Ids must be usable in paths, and no two alike. */
    void ids(String section, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            String path = section + "." + id;
            if (!ID.matcher(id).matches()) {
                add(path, "\"%s\" cannot be a name in paths".formatted(id), "use letters, digits, - and _ only");
            }
            if (!seen.add(id)) {
                add(path, "there are two called %s".formatted(id), "give each its own name");
            }
        }
    }

    /** Shares of a whole. */
    void addToOne(String path, String what, double sum) {
        if (Math.abs(sum - 1) > 1e-6) {
            add(path, "%s add to %s".formatted(what, number(sum)), "make them add to 1");
        }
    }

    /** A number as people write it, to nine digits. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        return new BigDecimal(value)
                .round(new MathContext(9))
                .stripTrailingZeros()
                .toPlainString();
    }
}
