package org.whorl.server.voices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/** The door to how far people have a say in what a spiral does. */
@Door
public class Involvements {

    private final InvolvementStore store;
    private final Community community;
    private final Clock clock;

    Involvements(InvolvementStore store, Community community, Clock clock) {
        this.store = store;
        this.community = community;
        this.clock = clock;
    }

    /** How those with lived experience judge it, and how all others see it. */
    @Needs(Action.SEE_PEOPLE)
    public Judged judge(UUID spiral) {
        Set<UUID> lived = community.listMembers().stream()
                .filter(member -> member.roles().contains(Role.LIVED_EXPERIENCE))
                .map(Member::id)
                .collect(Collectors.toSet());
        List<Involvement> all = store.list(spiral);
        return new Judged(
                Judged.Half.of(all.stream()
                        .filter(each -> lived.contains(each.member()))
                        .toList()),
                Judged.Half.of(all.stream()
                        .filter(each -> !lived.contains(each.member()))
                        .toList()));
    }

    /** What the viewer has said. */
    @Needs(Action.SEE_PEOPLE)
    public Optional<Judged.Said> findMine(UUID spiral) {
        return store.list(spiral).stream()
                .filter(each ->
                        Optional.of(each.member()).equals(Viewer.current().member()))
                .map(each -> new Judged.Said(each.level().key(), each.why(), each.language(), each.on()))
                .findFirst();
    }

    /** Says it, or says it otherwise than before. */
    @Needs(Action.BALANCE)
    public void say(UUID spiral, String level, String why, String language) {
        Note.about("involvement", spiral, level);
        Viewer viewer = Viewer.current();
        store.put(
                viewer.partnership().orElseThrow(),
                spiral,
                new Involvement(
                        viewer.member().orElseThrow(),
                        Involvement.Level.find(level).orElseThrow(),
                        why,
                        language,
                        LocalDate.now(clock)));
    }

    /** Takes back what the viewer said. */
    @Needs(Action.BALANCE)
    public void takeBack(UUID spiral) {
        Note.about("involvement", spiral, "taken back");
        store.remove(spiral, Viewer.current().member().orElseThrow());
    }
}
