package org.whorl.server.strengths;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.people.Partner;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Disclosure;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to what organisations see as strong on each other's side and on their own. */
@Door
public class Remarks {

    private final RemarkStore store;
    private final Community community;

    Remarks(RemarkStore store, Community community) {
        this.store = store;
        this.community = community;
    }

    /** All that was said, by where they meet. */
    @Needs(Action.SEE_PEOPLE)
    public List<Remark> list() {
        return store.list();
    }

    /** Which of it means the same, as people have judged, and who names it. */
    @Needs(Action.SEE_PEOPLE)
    public List<SeenStrength> listNamed() {
        List<Remark> remarks = store.list();
        return store.listNamed().stream()
                .map(named -> {
                    List<Remark> all = remarks.stream()
                            .filter(each -> each.strength().equals(Optional.of(named.id())))
                            .toList();
                    return new SeenStrength(
                            named.id(),
                            named.about(),
                            named.name(),
                            named.language(),
                            all.stream().anyMatch(Remark::isOwn),
                            all.stream()
                                    .filter(each -> !each.isOwn())
                                    .map(Remark::seenBy)
                                    .distinct()
                                    .toList());
                })
                .toList();
    }

    /** The organisation for which the viewer sees; empty for whoever is here for none. */
    @Needs(Action.SEE_PEOPLE)
    public Optional<Partner> findMine() {
        return mine();
    }

    /** Whether so few of the viewer's organisation are here that others could guess who wrote something. */
    @Needs(Action.SEE_PEOPLE)
    public boolean couldBeGuessed() {
        Optional<Partner> mine = mine();
        long inside = community.listMembers().stream()
                .filter(member -> mine.isPresent() && member.partner().equals(mine))
                .count();
        return inside < Disclosure.VOICES.least();
    }

    /** Says what one sees; the record says that it was said for that organisation, not which words. */
    @Needs(Action.NAME_STRENGTHS)
    public void say(UUID about, String meeting, String words, String language) {
        Partner mine = mine().orElseThrow();
        store.add(
                Viewer.current().partnership().orElseThrow(),
                new Remark(UUID.randomUUID(), mine.id(), about, meeting, words, language, Optional.empty()));
        Note.about("partner", mine.id(), "named a strength");
    }

    /**
     * Judges which strength a remark is: one that has a name already, or a new one.
     *
     * @return false if there is no such remark, or that strength is another organisation's
     */
    @Needs(Action.GROUP_STRENGTHS)
    public boolean group(UUID remark, Optional<UUID> strength, String name, String language) {
        Note.about("strength-remark", remark, "grouped");
        Optional<Remark> found =
                store.list().stream().filter(each -> each.id().equals(remark)).findFirst();
        Optional<SeenStrength> named = store.listNamed().stream()
                .filter(each -> strength.equals(Optional.of(each.id())))
                .filter(each ->
                        found.isPresent() && each.about().equals(found.get().about()))
                .findFirst();
        if (found.isEmpty() || (strength.isPresent() && named.isEmpty())) {
            return false;
        }
        UUID id = named.map(SeenStrength::id).orElseGet(UUID::randomUUID);
        if (named.isEmpty()) {
            store.name(
                    Viewer.current().partnership().orElseThrow(),
                    id,
                    found.get().about(),
                    name,
                    language);
        }
        store.group(remark, id);
        return true;
    }

    /** Takes a remark away. */
    @Needs(Action.GROUP_STRENGTHS)
    public void remove(UUID remark) {
        store.remove(remark);
        Note.about("strength-remark", remark, "taken away");
    }

    private Optional<Partner> mine() {
        return Viewer.current()
                .member()
                .flatMap(id -> community.listMembers().stream()
                        .filter(member -> member.id().equals(id))
                        .findFirst())
                .flatMap(Member::partner);
    }
}
