package org.whorl.server.stories;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final AttachmentStore attachments;
    private final CareStore care;
    private final Clock clock;

    Stories(LinkStore links, HeldStore held, AttachmentStore attachments, CareStore care, Clock clock) {
        this.links = links;
        this.held = held;
        this.attachments = attachments;
        this.care = care;
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

    /** Is there somebody trained who reads what is told? */
    @Needs(Action.LOOK)
    public boolean isCaredFor() {
        LocalDate today = LocalDate.now(clock);
        return care.listCarers(today, clock.instant()).stream().anyMatch(each -> each.isTrained(today));
    }

    /** Makes a link, for somebody who collects if one is named. */
    @Needs(Action.SHARE_TELLING)
    public Link share(Optional<UUID> spiral, Optional<UUID> collector) {
        String code = PrivateCode.forLink(LINK_LENGTH);
        Link link = new Link(UUID.randomUUID(), code, spiral, "", "en", Optional.empty());
        links.add(here(), link, collector, Viewer.current().member());
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
     * Takes in what people tell, all or nothing. It is held: nobody sees it before a trained person has. Sent again with
     * the same code it is one story.
     *
     * @return of each, was it new?
     */
    @Needs(Action.TELL)
    List<Boolean> takeIn(List<Told> all) {
        Set<UUID> fresh = held.add(here(), all, clock.instant());
        all.stream()
                .filter(told -> fresh.contains(told.id()))
                .forEach(told -> attachments.add(here(), told.id(), told.attached()));
        return all.stream()
                .map(told -> {
                    boolean isNew = fresh.contains(told.id());
                    String kind = told.telling().kind().key();
                    Note.each("contribution", told.id(), isNew ? kind : "sent again; there is one already");
                    return isNew;
                })
                .toList();
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}
