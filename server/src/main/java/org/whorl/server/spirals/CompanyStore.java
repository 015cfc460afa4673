package org.whorl.server.spirals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** Who is in which spiral, in the database. */
@Repository
class CompanyStore {

    private final JdbcClient jdbc;

    CompanyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> listMembers(UUID spiral) {
        return jdbc.sql("select member from spiral_member where spiral = ?")
                .param(spiral)
                .query(UUID.class)
                .list();
    }

    void add(UUID partnership, UUID spiral, UUID member, LocalDate day) {
        jdbc.sql("""
                        insert into spiral_member (partnership, spiral, member, since) values (?, ?, ?, ?)
                        on conflict do nothing""").params(partnership, spiral, member, day).update();
    }

    void remove(UUID spiral, UUID member) {
        jdbc.sql("delete from spiral_member where spiral = ? and member = ?")
                .params(spiral, member)
                .update();
    }

    Optional<LocalDate> findClose(UUID spiral) {
        return jdbc.sql("select invitations_close from spiral where id = ? and invitations_close is not null")
                .param(spiral)
                .query(LocalDate.class)
                .optional();
    }

    void setClose(UUID spiral, Optional<LocalDate> day) {
        jdbc.sql("update spiral set invitations_close = ? where id = ?")
                .params(Parameters.of(day, spiral))
                .update();
    }
}
