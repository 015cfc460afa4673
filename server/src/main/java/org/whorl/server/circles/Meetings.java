package org.whorl.server.circles;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;

/** The door to the meetings of circles. */
@Door
public class Meetings {

    private final MeetingStore store;

    Meetings(MeetingStore store) {
        this.store = store;
    }

    /** Those of a circle, the last first. */
    @Needs(Action.SEE_CIRCLES)
    public List<Meeting> list(UUID circle) {
        return store.list(circle);
    }

    /** One of them. */
    @Needs(Action.SEE_CIRCLES)
    public Optional<Meeting> find(UUID id) {
        return store.find(id);
    }
}
