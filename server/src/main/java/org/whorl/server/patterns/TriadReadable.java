package org.whorl.server.patterns;

import java.util.List;
import org.whorl.server.stories.Released;

/**
 * A story the reader may read, and where its teller put it.
 *
 * @param story what may be read
 * @param parts how much of each end, out of 100
 */
public record TriadReadable(Released story, List<Integer> parts) {

    /** Keeps a copy. */
    public TriadReadable {
        parts = List.copyOf(parts);
    }
}
