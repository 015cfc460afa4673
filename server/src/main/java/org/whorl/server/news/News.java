package org.whorl.server.news;

import java.util.List;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Viewer;

/** The door to what the viewer has been told. */
@Door
public class News {

    private static final int NEWEST = 100;

    private final NewsStore store;

    News(NewsStore store) {
        this.store = store;
    }

    /** What they have been told, what they have not looked at yet first, then the newest. */
    @Needs(Action.SEE_NEWS)
    public List<Notice> listMine() {
        return store.list(me(), NEWEST);
    }

    /** How much of it they have not looked at. */
    @Needs(Action.SEE_NEWS)
    public int countUnread() {
        return store.countUnread(me());
    }

    /** What they do not want to be told, as {@link What#key}. */
    @Needs(Action.SEE_NEWS)
    public List<String> listMuted() {
        return store.listMuted(me());
    }

    private static UUID me() {
        return Viewer.current().member().orElseThrow();
    }
}
