package org.whorl.server.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * When something was begun that a measure may tell of. Whoever keeps such beginnings declares a bean; a shift in a chart that meets
 * one is a reason to ask whether the limits should be counted anew.
 */
public interface Logged {

    /**
     * What began, for that measure in a place. Which place people mean is for whoever keeps the beginnings to say: they need not
     * write its name as the figures do.
     *
     * @param site as the figures name it; blank where they name none
     */
    List<Start> listStarts(UUID measure, String site);

    /**
     * A beginning.
     *
     * @param day when
     * @param name what it is called, in people's own words
     * @param language of those words
     * @param path its page inside the partnership
     */
    record Start(LocalDate day, String name, String language, String path) {}
}
