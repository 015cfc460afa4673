package org.whorl.server.shifts;

import java.util.List;
import org.whorl.server.design.Option;

/**
 * Services of one partner that can be cut, to choose from.
 *
 * @param all the box for all of them, by the partner's name
 * @param each a box for each
 */
public record CutChoice(Option all, List<Option> each) {

    /** Keeps a copy. */
    public CutChoice {
        each = List.copyOf(each);
    }
}
