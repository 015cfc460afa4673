package org.whorl.server.decisions;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.news.Telling;
import org.whorl.server.news.What;
import org.whorl.server.people.Community;
import org.whorl.server.people.Partner;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to authority and to what comes back: who signs for each organisation, and what those who look on say. */
@Door
public class Signing {

    private static final String KIND = Decision.VERSIONED.kind();

    private final DecisionStore store;
    private final BesideStore beside;
    private final Community community;
    private final Telling telling;
    private final Clock clock;

    Signing(DecisionStore store, BesideStore beside, Community community, Telling telling, Clock clock) {
        this.store = store;
        this.beside = beside;
        this.community = community;
        this.telling = telling;
        this.clock = clock;
    }

    /** Who signs for which organisation, and whether they have. */
    @Needs(Action.LOOK)
    public List<Signatory> list(UUID decision) {
        boolean names =
                Viewer.current().may(Action.SEE_PEOPLE) || Viewer.current().may(Action.SEE_PACK);
        return beside.listSignatories(decision).stream()
                .map(each -> names ? each : each.withoutName())
                .toList();
    }

    /**
     * Names who signs for an organisation, and tells them if it is made; if not, they are told once it is, for they cannot sign
     * before.
     *
     * @return false if they are not of it, or if somebody has signed for it already
     */
    @Needs(Action.NAME_SIGNATORIES)
    public boolean name(UUID decision, UUID partner, UUID member) {
        Note.about(KIND, decision, "signatory named for partner " + partner);
        boolean theirs = community
                .findMember(member)
                .flatMap(each -> each.partner().map(Partner::id))
                .equals(Optional.of(partner));
        Optional<Decision> about = store.find(decision);
        boolean named = theirs
                && about.isPresent()
                && beside.nameSignatory(Viewer.current().partnership().orElseThrow(), decision, partner, member);
        if (named && about.filter(Decision::isMade).isPresent()) {
            telling.tell(Optional.of(member), What.TO_SIGN, "/decisions/" + decision);
        }
        return named;
    }

    /**
     * Signs for one's organisation, in its present version.
     *
     * @return false if one is not asked to, if it is not made or no longer that version, or if one has signed it
     */
    @Needs(Action.SIGN_DECISION)
    public boolean sign(UUID decision, int version, String words) {
        Note.about(KIND, decision, "signed, version " + version);
        Optional<UUID> member = Viewer.current().member();
        return member.isPresent()
                && store.find(decision)
                        .filter(each -> each.isMade() && each.version() == version)
                        .isPresent()
                && beside.sign(decision, member.get(), words, clock.instant(), version);
    }

    /** What those who look on have said back; for those in the partnership. */
    @Needs(Action.SEE_DRAFTS)
    public List<Reply> listReplies(UUID decision) {
        return beside.listReplies(decision);
    }

    /** Says something back on a decision that is made; whoever is in the partnership may, also those who only look. */
    @Needs(Action.SAY_BACK)
    public boolean reply(UUID decision, String words, String language) {
        Note.about(KIND, decision, "something was said back");
        Optional<UUID> member = Viewer.current().member();
        Optional<Decision> about = store.find(decision).filter(Decision::isMade);
        if (member.isEmpty() || about.isEmpty()) {
            return false;
        }
        beside.addReply(Viewer.current().partnership().orElseThrow(), decision, member.get(), words, language);
        telling.tell(about.get().owner(), What.SAID_BACK, "/decisions/" + decision + "#replies");
        return true;
    }
}
