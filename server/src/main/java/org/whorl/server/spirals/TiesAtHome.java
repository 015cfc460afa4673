package org.whorl.server.spirals;

import java.util.List;

/**
 * What a spiral is tied to, as its home page shows it.
 *
 * @param fixed what cannot be changed
 * @param woven what goes on already
 * @param pulled what was pulled in
 */
public record TiesAtHome(List<Tie.Fixed> fixed, List<Tie.Woven> woven, List<Tie.Pulled> pulled) {

    /** Keeps copies. */
    public TiesAtHome {
        fixed = List.copyOf(fixed);
        woven = List.copyOf(woven);
        pulled = List.copyOf(pulled);
    }

    /** Is there nothing? A spiral starts like that. */
    public boolean isEmpty() {
        return fixed.isEmpty() && woven.isEmpty() && pulled.isEmpty();
    }
}
