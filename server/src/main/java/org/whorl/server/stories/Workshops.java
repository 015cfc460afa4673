package org.whorl.server.stories;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to boards for workshops. What is on the cards it does not show: that is told, and held. */
@Door
public class Workshops {

    private final WorkshopStore workshops;
    private final HeldStore held;

    Workshops(WorkshopStore workshops, HeldStore held) {
        this.workshops = workshops;
        this.held = held;
    }

    /** All boards, the newest first. */
    @Needs(Action.LOOK)
    public List<Workshop> list() {
        return workshops.list();
    }

    /** One board. */
    @Needs(Action.LOOK)
    public Optional<Workshop> find(UUID id) {
        return workshops.list().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** How many cards of it Story care has. Everybody in the room saw them being typed. */
    @Needs(Action.LOOK)
    public int countCards(UUID id) {
        return held.countCards(id);
    }

    /** Opens one. */
    @Needs(Action.SHARE_TELLING)
    public void open(Workshop workshop) {
        Note.about("workshop", workshop.id(), "opened");
        workshops.add(
                Viewer.current().partnership().orElseThrow(),
                workshop,
                Viewer.current().member());
    }

    /** Closes one: no card is added any more. */
    @Needs(Action.SHARE_TELLING)
    public boolean close(UUID id) {
        Note.about("workshop", id, "closed");
        return workshops.close(id);
    }
}
