package org.whorl.server.permissions;

import java.util.List;
import java.util.UUID;
import org.whorl.server.design.Option;

/**
 * The rules of one organisation that a permission may suspend, and who may sign for it.
 *
 * @param partner which organisation
 * @param name its name
 * @param rules its rules; no duty in law
 * @param signers its members
 */
public record Choice(UUID partner, String name, List<Rule> rules, List<Option> signers) {

    /** Keeps copies. */
    public Choice {
        rules = List.copyOf(rules);
        signers = List.copyOf(signers);
    }
}
