package org.whorl.server.strengths;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members say they can do or would like to learn, in the database. */
@Repository
class SkillStore {

    private final JdbcClient jdbc;

    SkillStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody who has said something and is still there. */
    List<SkillGap.Skilled> list() {
        Map<UUID, SkillGap.Skilled> all = new LinkedHashMap<>();
        jdbc.sql("""
                select s.member, s.skill, s.can, m.partner from member_skill s
                join member m on m.partnership = s.partnership and m.id = s.member
                where m.left_on is null order by s.member""").query(row -> {
            UUID member = row.getObject("member", UUID.class);
            Optional<UUID> partner = Optional.ofNullable(row.getObject("partner", UUID.class));
            SkillGap.Skilled one = all.computeIfAbsent(
                    member,
                    _ -> new SkillGap.Skilled(
                            member, partner, EnumSet.noneOf(Skill.class), EnumSet.noneOf(Skill.class)));
            Set<Skill> said = row.getBoolean("can") ? one.can() : one.wishes();
            // A skill that is no longer on the list is passed over.
            Skill.find(row.getString("skill")).ifPresent(said::add);
        });
        return List.copyOf(all.values());
    }

    void put(UUID partnership, UUID member, Set<Skill> can, Set<Skill> wishes) {
        jdbc.sql("delete from member_skill where member = ?").param(member).update();
        jdbc.sql("""
                        insert into member_skill (partnership, member, skill, can)
                        select ?, ?, skill, true from unnest(?) as skill
                        union all select ?, ?, skill, false from unnest(?) as skill""")
                .params(partnership, member, keys(can), partnership, member, keys(wishes))
                .update();
    }

    private static String[] keys(Set<Skill> skills) {
        return skills.stream().map(Skill::key).toArray(String[]::new);
    }
}
