package org.whorl.server.strengths;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to what members say they are good at: their own choice, for whom they choose, for as long as they like. */
@Door
public class OwnStrengths {

    private final OwnStrengthStore store;
    private final Clock clock;

    OwnStrengths(OwnStrengthStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What the viewer may read of others, and their own. */
    @Needs(Action.SEE_PEOPLE)
    public List<OwnStrength> list() {
        Viewer viewer = Viewer.current();
        return store.list().stream()
                .filter(own -> own.forMembers()
                        || viewer.may(Action.CHANGE_SCOPE)
                        || viewer.member().equals(Optional.of(own.member())))
                .toList();
    }

    /** The viewer's own. */
    @Needs(Action.SEE_PEOPLE)
    public Optional<OwnStrength> findMine() {
        Viewer viewer = Viewer.current();
        return store.list().stream()
                .filter(own -> viewer.member().equals(Optional.of(own.member())))
                .findFirst();
    }

    /** Says it, or says it anew. */
    @Needs(Action.SAY_STRENGTHS)
    public void say(String words, String language, boolean forMembers) {
        Viewer viewer = Viewer.current();
        UUID member = viewer.member().orElseThrow();
        store.put(
                viewer.partnership().orElseThrow(),
                new OwnStrength(member, "", words, language, forMembers),
                LocalDate.now(clock));
        Note.about("own-strength", member, "said");
    }

    /** Takes it back; nothing of it is kept. */
    @Needs(Action.SAY_STRENGTHS)
    public void takeBack() {
        UUID member = Viewer.current().member().orElseThrow();
        store.remove(member);
        Note.about("own-strength", member, "taken back");
    }
}
