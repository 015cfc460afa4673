package org.whorl.server.patterns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.stories.Heard;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to what stories let us learn from. */
@Door
public class Sides {

    private final SideStore store;
    private final Heard heard;

    Sides(SideStore store, Heard heard) {
        this.store = store;
        this.heard = heard;
    }

    /** Every story that the viewer may read, the newest first; among members, who know that each may say. */
    @Needs(Action.SEE_PEOPLE)
    public List<Sided> list() {
        Map<UUID, Map<UUID, Side>> said = store.list();
        Optional<UUID> me = Viewer.current().member();
        return heard.list().stream()
                .map(story -> {
                    Map<UUID, Side> of = said.getOrDefault(story.id(), Map.of());
                    int wrong = (int)
                            of.values().stream().filter(Side.WRONG::equals).count();
                    return new Sided(story, wrong, of.size() - wrong, me.map(of::get));
                })
                .toList();
    }

    /**
     * Says it, says it anew, or says it no more.
     *
     * @return whether there is such a story for the viewer to read
     */
    @Needs(Action.TAKE_PART)
    public boolean say(UUID story, Optional<Side> side) {
        Note.about("contribution", story, "side");
        if (heard.find(story).isEmpty()) {
            return false;
        }
        Viewer viewer = Viewer.current();
        store.put(viewer.partnership().orElseThrow(), story, viewer.member().orElseThrow(), side);
        return true;
    }
}
