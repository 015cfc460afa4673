package org.whorl.server.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.trust.Role;

/** What members are given and taken, and how they leave, in the database. */
@Repository
class MemberStore {

    private final JdbcClient jdbc;

    MemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void giveRole(UUID partnership, UUID member, Role role) {
        jdbc.sql("insert into member_role values (?, ?, ?) on conflict do nothing")
                .params(partnership, member, role.key())
                .update();
    }

    void takeRole(UUID member, Role role) {
        jdbc.sql("delete from member_role where member = ? and role = ?")
                .params(member, role.key())
                .update();
    }

    /** What a member does now; whoever else would change it waits until this transaction is over. */
    List<Role> lockRoles(UUID member) {
        jdbc.sql("select id from member where id = ? for update")
                .param(member)
                .query(UUID.class)
                .optional();
        return jdbc.sql("select role from member_role where member = ?")
                .param(member)
                .query((row, _) -> Role.of(row.getString(1)))
                .list();
    }

    /** Is there an administrator beside that member? Two who would both take themselves out wait for each other. */
    boolean hasAnotherAdministrator(UUID member) {
        return jdbc
                .sql("select member from member_role where role = 'administrator' order by member for update")
                .query(UUID.class)
                .list()
                .stream()
                .anyMatch(other -> !other.equals(member) && canSignIn(other));
    }

    private boolean canSignIn(UUID member) {
        return jdbc.sql("select exists (select from member where id = ? and account is not null and left_on is null)")
                .param(member)
                .query(Boolean.class)
                .single();
    }

    boolean isOfPartner(UUID member) {
        return jdbc.sql("select exists (select from member where id = ? and partner is not null)")
                .param(member)
                .query(Boolean.class)
                .single();
    }

    void setCircles(UUID partnership, UUID member, List<String> circles) {
        jdbc.sql("delete from circle_member where member = ?").param(member).update();
        circles.forEach(circle -> jdbc.sql("insert into circle_member (partnership, member, circle) values (?, ?, ?)")
                .params(partnership, member, circle)
                .update());
    }

    /** Forgets who a member was; false if they have left already. */
    boolean leave(UUID member, LocalDate day) {
        jdbc.sql("delete from member_role where member = ?").param(member).update();
        jdbc.sql("delete from circle_member where member = ?").param(member).update();
        return jdbc.sql("update member set left_on = ?, account = null, name = '' where id = ? and left_on is null")
                        .params(day, member)
                        .update()
                == 1;
    }

    Optional<Boolean> findWhetherHere(UUID member) {
        return jdbc.sql("select left_on is null from member where id = ?")
                .param(member)
                .query(Boolean.class)
                .optional();
    }
}
