package org.whorl.server.stories;

import java.util.ArrayList;
import java.util.List;

/** What whoever reads words before others do should look at: whether they blame somebody, or say who somebody is. */
public final class Hints {

    private Hints() {}

    /** The names of the sentences that say so; none where nothing was noticed. */
    public static List<String> of(String words) {
        List<String> found = new ArrayList<>();
        if (Blame.isIn(words)) {
            found.add("hint.blame");
        }
        if (Blame.namesSomebody(words) || !Identifying.list(words).isEmpty()) {
            found.add("hint.who");
        }
        return List.copyOf(found);
    }
}
