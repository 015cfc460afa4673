package org.whorl.server.strengths;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.whorl.server.trust.Disclosure;

/**
 * Where a skill is, and where it is not.
 *
 * @param skill which
 * @param people how many say that they can, as far as that is told
 * @param partners how many organisations have somebody who can
 * @param without the organisations of which nobody has said so
 * @param wish how many would like to learn it, as far as that is told
 */
public record SkillGap(Skill skill, Disclosure.Shown people, int partners, List<UUID> without, Disclosure.Shown wish) {

    /** Where a skill is. Those who come from no organisation count as people, and for none. */
    static SkillGap of(Skill skill, Collection<Skilled> all, List<UUID> partners, Disclosure disclosure) {
        Set<UUID> able = new HashSet<>();
        int people = 0;
        int wish = 0;
        for (Skilled one : all) {
            if (one.can().contains(skill)) {
                people++;
                one.partner().ifPresent(able::add);
            }
            if (one.wishes().contains(skill)) {
                wish++;
            }
        }
        List<UUID> without =
                partners.stream().filter(partner -> !able.contains(partner)).toList();
        return new SkillGap(
                skill, disclosure.show(people), partners.size() - without.size(), without, disclosure.show(wish));
    }

    /**
     * What one member says of themselves.
     *
     * @param member who
     * @param partner the organisation they come from
     * @param can what they can do
     * @param wishes what they would like to learn
     */
    public record Skilled(UUID member, Optional<UUID> partner, Set<Skill> can, Set<Skill> wishes) {}
}
