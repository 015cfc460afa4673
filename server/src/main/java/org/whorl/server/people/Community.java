package org.whorl.server.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/** The door to who and what is in one partnership: members, partners, places, perspectives. */
@Door
public class Community {

    private final PeopleStore store;
    private final Clock clock;

    Community(PeopleStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Who is in. */
    @Needs(Action.SEE_PEOPLE)
    public List<Member> listMembers() {
        return store.listMembers();
    }

    /** The organisations. */
    @Needs(Action.LOOK)
    public List<Partner> listPartners() {
        return store.listPartners();
    }

    /** The places, the largest first. */
    @Needs(Action.LOOK)
    public List<Place> listPlaces() {
        return store.listPlaces();
    }

    /** Whose voice is wanted. */
    @Needs(Action.LOOK)
    public List<Perspective> listPerspectives() {
        return store.listPerspectives();
    }

    /** Adds a place inside another. */
    @Needs(Action.CHANGE_PARTNERSHIP)
    public Place addPlace(Optional<UUID> parent, String level, String nameEn, String nameCy) {
        Place place = new Place(UUID.randomUUID(), parent, level, nameEn, nameCy);
        store.add(here(), place);
        Note.about("place", place.id(), "");
        return place;
    }

    /** Adds an organisation. */
    @Needs(Action.CHANGE_PARTNERSHIP)
    public Partner addPartner(String kind, String nameEn, String nameCy) {
        Partner partner = new Partner(UUID.randomUUID(), nameEn, nameCy, kind);
        store.add(here(), partner);
        Note.about("partner", partner.id(), "");
        return partner;
    }

    /** Adds a perspective after the others. */
    @Needs(Action.CHANGE_PARTNERSHIP)
    public Perspective addPerspective(String nameEn, String nameCy) {
        Perspective perspective = new Perspective(UUID.randomUUID(), nameEn, nameCy);
        store.add(here(), perspective, store.listPerspectives().size());
        Note.about("perspective", perspective.id(), "");
        return perspective;
    }

    /** Adds somebody who has no account: they take part on paper, by telephone, or in an example. */
    @Needs(Action.INVITE)
    public Member addMember(
            String name, Optional<Partner> partner, Optional<Perspective> perspective, Set<Role> roles, String circle) {
        Member member =
                new Member(UUID.randomUUID(), name, partner, perspective, roles, Set.of(circle), LocalDate.now(clock));
        store.add(here(), member, Optional.empty());
        Note.about("member", member.id(), "");
        return member;
    }

    /** Gives a member a role. */
    @Needs(Action.GIVE_ROLES)
    public void giveRole(UUID member, Role role) {
        store.giveRole(here(), member, role);
        Note.about("member", member, "+" + role.key());
    }

    /** Takes a role from a member. */
    @Needs(Action.GIVE_ROLES)
    public void takeRole(UUID member, Role role) {
        store.takeRole(member, role);
        Note.about("member", member, "-" + role.key());
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}
