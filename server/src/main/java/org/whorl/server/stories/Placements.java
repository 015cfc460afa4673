package org.whorl.server.stories;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;

/**
 * The door to where tellers put their own stories. They are held as the stories are: only what a trained person has read, and
 * has not set apart, is counted; and who takes a story back takes back where it was put.
 */
@Door
public class Placements {

    private final HeldStore held;
    private final LinkStore links;
    private final PlacementStore store;
    private final AboutStore abouts;
    private final ObjectProvider<AfterTelling> after;

    Placements(
            HeldStore held,
            LinkStore links,
            PlacementStore store,
            AboutStore abouts,
            ObjectProvider<AfterTelling> after) {
        this.held = held;
        this.links = links;
        this.store = store;
        this.abouts = abouts;
        this.after = after;
    }

    /** Is anything asked of tellers, once they have told something? */
    @Needs(Action.LOOK)
    public boolean isAsked() {
        return after.stream().anyMatch(AfterTelling::isAsking);
    }

    /** Where the story of that code was put. */
    @Needs(Action.SEE_OPEN)
    public Optional<OwnPlacements> find(String code) {
        return held.find(PrivateCode.fingerprint(code))
                .map(told -> new OwnPlacements(
                        links.find(told.partnership(), told.spiral()).orElseThrow(),
                        told.kind(),
                        store.list(told.id())));
    }

    /** Puts one's own story somewhere, or somewhere else. */
    @Needs(Action.CHANGE_TOLD)
    public void place(String code, UUID question, Placement placement) {
        Contribution told = told(code, "placed");
        store.put(told.partnership(), told.id(), question, placement);
    }

    /** Says what one's own story was told about, where a page asked for it. */
    @Needs(Action.CHANGE_TOLD)
    public void say(String code, About about) {
        Contribution told = told(code, "what it is about");
        abouts.put(told.partnership(), told.id(), about);
    }

    /** Takes back where one put it. */
    @Needs(Action.CHANGE_TOLD)
    public void takeBack(String code, UUID question) {
        store.remove(told(code, "placement taken back").id(), question);
    }

    /** All that may be counted. */
    @Needs(Action.LOOK)
    public List<Placed> listCounted(UUID question) {
        return store.listCounted(question);
    }

    private Contribution told(String code, String why) {
        Contribution told = held.find(PrivateCode.fingerprint(code)).orElseThrow();
        Note.about("contribution", told.id(), why);
        Note.in(told.partnership());
        return told;
    }
}
