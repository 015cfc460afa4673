package org.whorl.server.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * When something was begun that a measure may tell of. Whoever keeps such beginnings declares a bean; a shift in a chart that meets
 * one is a reason to ask whether the limits should be counted anew.
 */
public interface Logged {

    /** What began, for that measure. */
    List<Start> listStarts(UUID measure);

    /**
     * A beginning.
     *
     * @param day when
     * @param site where; blank for everywhere
     * @param name what it is called, in people's own words
     * @param language of those words
     * @param path its page inside the partnership
     */
    record Start(LocalDate day, String site, String name, String language, String path) {}
}
