package org.whorl.server.people;

import java.util.List;
import org.whorl.server.trust.Role;

/**
 * A role and what it may do, read from the table of permissions itself.
 *
 * @param role which one
 * @param may the actions it may do, as in message keys
 */
public record RoleInWords(Role role, List<String> may) {

    /** Keeps a copy. */
    public RoleInWords {
        may = List.copyOf(may);
    }
}
