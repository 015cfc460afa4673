package org.whorl.server.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Disclosure;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/** The door to who and what is in one partnership: members, partners, places, perspectives. */
@Door
public class Community {

    private final PeopleStore store;
    private final StructureStore structure;
    private final Clock clock;

    Community(PeopleStore store, StructureStore structure, Clock clock) {
        this.store = store;
        this.structure = structure;
        this.clock = clock;
    }

    /** Who is in. */
    @Needs(Action.SEE_PEOPLE)
    public List<Member> listMembers() {
        return store.listMembers();
    }

    /** How many are in. */
    @Needs(Action.SEE_PEOPLE)
    public Disclosure.Shown countMembers() {
        return Disclosure.ofTakingPart(Viewer.current())
                .show(store.listMembers().size());
    }

    /** One of them, if they are in. */
    @Needs(Action.SEE_PEOPLE)
    public Optional<Member> findMember(UUID id) {
        return store.listMembers().stream()
                .filter(member -> member.id().equals(id))
                .findFirst();
    }

    /** The organisations, those that have ended last. */
    @Needs(Action.LOOK)
    public List<Partner> listPartners() {
        return structure.listPartners();
    }

    /** The places, the largest first. */
    @Needs(Action.LOOK)
    public List<Place> listPlaces() {
        return structure.listPlaces();
    }

    /** Whose voice is wanted. */
    @Needs(Action.LOOK)
    public List<Perspective> listPerspectives() {
        return structure.listPerspectives();
    }

    /** Adds somebody who has no account: they take part on paper, by telephone, or in an example. */
    @Needs(Action.INVITE)
    public Member addMember(
            String name, Optional<Partner> partner, Optional<Perspective> perspective, Set<Role> roles, String circle) {
        Member member =
                new Member(UUID.randomUUID(), name, partner, perspective, roles, Set.of(circle), LocalDate.now(clock));
        store.add(here(), member, Optional.empty(), Optional.empty());
        Note.about("member", member.id(), "");
        return member;
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}
