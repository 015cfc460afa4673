package org.whorl.server.spirals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.people.Perspective;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to who is in a spiral. A child spiral has people of its own, not its parent's. */
@Door
public class Companies {

    private final CompanyStore store;
    private final SpiralStore spirals;
    private final Community community;
    private final Clock clock;

    Companies(CompanyStore store, SpiralStore spirals, Community community, Clock clock) {
        this.store = store;
        this.spirals = spirals;
        this.community = community;
        this.clock = clock;
    }

    /** Who is in it, and whose voice is missing. */
    @Needs(Action.SEE_PEOPLE)
    public Company get(UUID spiral) {
        List<UUID> inside = store.listMembers(spiral);
        List<Member> members = community.listMembers().stream()
                .filter(member -> inside.contains(member.id()))
                .toList();
        List<Perspective> missing = community.listPerspectives().stream()
                .filter(Perspective::required)
                .filter(wanted -> members.stream()
                        .flatMap(member -> member.perspective().stream())
                        .noneMatch(there -> there.id().equals(wanted.id())))
                .toList();
        return new Company(members, missing, store.findClose(spiral));
    }

    /** Comes in. */
    @Needs(Action.TAKE_PART)
    public void comeIn(UUID spiral) {
        Viewer.current().member().ifPresent(member -> add(spiral, member));
        Note.about("spiral", spiral, "came in");
    }

    /** Goes out again. What one has said stays. */
    @Needs(Action.TAKE_PART)
    public void goOut(UUID spiral) {
        Viewer.current().member().ifPresent(member -> store.remove(spiral, member));
        Note.about("spiral", spiral, "went out");
    }

    /** Brings somebody in who has said yes. */
    @Needs(Action.CHANGE_MEMBER)
    public void bringIn(UUID spiral, UUID member) {
        add(spiral, member);
        Note.about("spiral", spiral, "brought in member " + member);
    }

    /** Says until when people can be invited in. */
    @Needs(Action.CHANGE_SCOPE)
    public void closeInvitations(UUID spiral, Optional<LocalDate> day) {
        store.setClose(spiral, day);
        Note.about(
                "spiral",
                spiral,
                "invitations close " + day.map(LocalDate::toString).orElse("never"));
    }

    private void add(UUID spiral, UUID member) {
        UUID partnership = Viewer.current().partnership().orElseThrow();
        LocalDate today = LocalDate.now(clock);
        store.add(partnership, spiral, member, today);
        spirals.noteMemberNow(partnership, spiral, member, today);
    }
}
