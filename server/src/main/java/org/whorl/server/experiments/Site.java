package org.whorl.server.experiments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A place where an experiment happens.
 *
 * @param name what it is called, as its measures' figures call it
 * @param startsOn the day it begins there; none where it is there only to compare
 */
public record Site(String name, Optional<LocalDate> startsOn) {

    /** Does nothing change there, so that others can be compared with it? */
    public boolean isComparison() {
        return startsOn.isEmpty();
    }

    /** As it is kept: the day or a dash, and the name. */
    String line() {
        return startsOn.map(LocalDate::toString).orElse("-") + " " + name;
    }

    /** Those that are kept in these lines, in their order. */
    static List<Site> read(String lines) {
        return lines.lines().map(Site::of).toList();
    }

    private static Site of(String line) {
        int blank = line.indexOf(' ');
        String day = line.substring(0, blank);
        return new Site(
                line.substring(blank + 1), day.equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(day)));
    }
}
