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

    /** What has been counted since, drawn for whoever looks at the decision again; as much of it as that reader may see. */
    default List<Counted> listCounted(Screen s, UUID decision) {
        return List.of();
    }

    /**
     * A chart of what was counted.
     *
     * @param about what it belongs to
     * @param chart the chart as a piece of page; blank while nothing is counted
     * @param sentences what was expected, what came, and what must be known beside it
     */
    record Counted(Link about, String chart, List<String> sentences) {
        /** Keeps a copy. */
        public Counted {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * One of them.
     *
     * @param name what it is called, in the reader's language
     * @param state where it has got to, in the reader's language; blank for nothing to say
     * @param path its page, inside the partnership
     */
    record Link(String name, String state, String path) {}
}
