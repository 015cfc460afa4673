package org.whorl.server.stories;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to what was told and may be heard. Other features come in here and nowhere else. */
@Door
public class Heard {

    private final Gate gate;
    private final UseStore uses;

    Heard(Gate gate, UseStore uses) {
        this.gate = gate;
        this.uses = uses;
    }

    /** What the viewer may hear, the newest first. */
    @Needs(Action.LOOK)
    public List<Released> list() {
        return gate.list(Viewer.current());
    }

    /** One of them. */
    @Needs(Action.LOOK)
    public Optional<Released> find(UUID id) {
        return gate.list(Viewer.current()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    /** What came of one of them. */
    @Needs(Action.LOOK)
    public List<Use> listUses(UUID id) {
        return find(id).isPresent() ? uses.list(id) : List.of();
    }

    /** Says what came of one of them; its teller reads it. */
    @Needs(Action.SAY_WHAT_CAME)
    public boolean sayWhatCame(UUID id, Use use) {
        Note.about("contribution", id, use.stage().key());
        if (find(id).isEmpty()) {
            return false;
        }
        uses.add(
                Viewer.current().partnership().orElseThrow(),
                id,
                use,
                Viewer.current().member());
        return true;
    }

    /** The thanks that went to the viewer. */
    @Needs(Action.SEE_NEWS)
    public List<Released> listMyThanks() {
        return Viewer.current().member().map(gate::listThanks).orElse(List.of());
    }
}
