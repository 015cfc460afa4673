package org.whorl.server.decisions;

import java.util.List;
import java.util.UUID;
import org.whorl.server.design.Screen;

/**
 * What other features have that belongs to a decision, such as permissions to try; a feature declares one as a bean, and its
 * links stand on the decision's page.
 */
@FunctionalInterface
public interface Beside {

    /** As many of them as that reader may see. */
    List<Link> list(Screen s, UUID decision);

    /**
     * One of them.
     *
     * @param name what it is called, in the reader's language
     * @param state where it has got to, in the reader's language; blank for nothing to say
     * @param path its page, inside the partnership
     */
    record Link(String name, String state, String path) {}
}
