package org.whorl.server.stories;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to telling. */
@Door
public class Stories {

    private static final int LINK_LENGTH = 12;

    private final LinkStore links;
    private final HeldStore held;
    private final Clock clock;

    Stories(LinkStore links, HeldStore held, Clock clock) {
        this.links = links;
        this.held = held;
        this.clock = clock;
    }

    /** Where a link leads, if it is in use. */
    @Needs(Action.SEE_OPEN)
    public Optional<Where> findLink(String code) {
        return links.find(code);
    }

    /** Telling in this partnership, about the question of a spiral or about anything at all. */
    @Needs(Action.LOOK)
    public Optional<Where> find(Optional<UUID> spiral) {
        return links.find(here(), spiral);
    }

    /** The links in use; they are no secret. */
    @Needs(Action.LOOK)
    public List<Link> listLinks() {
        return links.list();
    }

    /** Makes a link. */
    @Needs(Action.SHARE_TELLING)
    public Link share(Optional<UUID> spiral) {
        String code = PrivateCode.fresh().replace("-", "").substring(0, LINK_LENGTH);
        Link link = new Link(UUID.randomUUID(), code, spiral, "", "en");
        links.add(here(), link, Viewer.current().member());
        Note.about("telling-link", link.id(), "");
        return link;
    }

    /** Takes a link out of use; false if it was. */
    @Needs(Action.SHARE_TELLING)
    public boolean end(UUID link) {
        Note.about("telling-link", link, "ended");
        return links.end(link);
    }

    /**
     * Takes in what somebody tells. It is held: nobody sees it before a trained person has. Sent again with the same code it
     * is one story.
     *
     * @return was it new?
     * @throws IllegalArgumentException if it is for people who may not hear it from somebody of that age
     */
    @Needs(Action.TELL)
    public boolean tell(Optional<UUID> spiral, Telling telling) {
        if (!Audience.open(telling.age()).containsAll(telling.audiences())) {
            throw new IllegalArgumentException("somebody that young does not choose that alone");
        }
        UUID id = UUID.randomUUID();
        boolean fresh = held.add(here(), id, spiral, telling, PrivateCode.fingerprint(telling.code()), clock.instant());
        Note.about("contribution", id, fresh ? telling.kind().key() : "sent again; there is one already");
        return fresh;
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}
