package org.whorl.server.strengths;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.whorl.server.people.Community;
import org.whorl.server.people.Partner;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Disclosure;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to which skills there are here. People say their own; a map says where a skill is missing, and never of whom. */
@Door
public class SkillMap {

    private final SkillStore store;
    private final Community community;

    SkillMap(SkillStore store, Community community) {
        this.store = store;
        this.community = community;
    }

    /** Where each skill is, among the organisations that are there today. */
    @Needs(Action.SEE_PEOPLE)
    public List<SkillGap> list() {
        List<UUID> partners = community.listPartners().stream()
                .filter(partner -> partner.endedOn().isEmpty())
                .map(Partner::id)
                .toList();
        List<SkillGap.Skilled> all = store.list();
        Disclosure disclosure = Disclosure.ofTakingPart(Viewer.current());
        return Arrays.stream(Skill.values())
                .map(skill -> SkillGap.of(skill, all, partners, disclosure))
                .toList();
    }

    /** What the viewer has said of themselves. */
    @Needs(Action.SEE_PEOPLE)
    public SkillGap.Skilled findMine() {
        UUID me = Viewer.current().member().orElseThrow();
        return store.list().stream()
                .filter(skilled -> skilled.member().equals(me))
                .findFirst()
                .orElse(new SkillGap.Skilled(me, Optional.empty(), Set.of(), Set.of()));
    }

    /** Says it anew; what is said no more is not kept. */
    @Needs(Action.SAY_STRENGTHS)
    public void say(Set<Skill> can, Set<Skill> wishes) {
        UUID me = Viewer.current().member().orElseThrow();
        store.put(Viewer.current().partnership().orElseThrow(), me, can, wishes);
        Note.about("skills", me, "said");
    }
}
