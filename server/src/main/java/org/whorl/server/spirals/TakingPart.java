package org.whorl.server.spirals;

import java.util.List;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;

/** The door to who took part in what, for those who see who is here. */
@Door
public class TakingPart {

    private final TakenPartStore store;

    TakingPart(TakenPartStore store) {
        this.store = store;
    }

    /** Who took part, turn by turn, the oldest spiral first. */
    @Needs(Action.SEE_PEOPLE)
    public List<TakenPart> list() {
        return store.list();
    }

    /** Who answered whom. */
    @Needs(Action.SEE_PEOPLE)
    public List<TakenPart.Exchange> listExchanges() {
        return store.listExchanges();
    }
}
