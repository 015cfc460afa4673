package org.whorl.server.models;

import java.util.List;
import java.util.UUID;

/**
 * What else knows how a number came to be what it is, such as experiments whose results a decision let the model learn; a feature
 * declares one as a bean, and its links stand on the number's page.
 */
@FunctionalInterface
public interface Taught {

    /** All that was learnt of a number, the newest first. */
    List<By> list(UUID model, String path);

    /**
     * From one of them.
     *
     * @param name what it is called
     * @param path its page, inside the partnership
     * @param version the version of the model that says so
     * @param takenBack was it taken back later?
     */
    record By(String name, String path, int version, boolean takenBack) {}
}
