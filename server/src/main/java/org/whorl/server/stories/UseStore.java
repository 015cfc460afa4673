package org.whorl.server.stories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** What came of what was told, in the database; hidden like the stories themselves. */
@Repository
class UseStore {

    private final JdbcClient jdbc;
    private final HeldStore held;

    UseStore(JdbcClient jdbc, HeldStore held) {
        this.jdbc = jdbc;
        this.held = held;
    }

    void add(UUID partnership, UUID contribution, Use use, Optional<UUID> member) {
        held.inCare(() -> jdbc.sql("insert into contribution_use values (?, gen_random_uuid(), ?, ?, ?, ?, ?, ?)")
                .params(Parameters.of(
                        partnership,
                        contribution,
                        use.stage().key(),
                        use.words(),
                        use.language(),
                        member,
                        Timestamp.from(use.at())))
                .update());
    }

    /** All of it with who said it, for each of what was told. */
    Map<UUID, List<Use.Said>> listSaid() {
        Map<UUID, List<Use.Said>> said = new HashMap<>();
        held.inCare(() -> {
            jdbc.sql("""
                            select u.*, coalesce(m.name, '') as name, coalesce(p.name_en, '') as name_en,
                                coalesce(p.name_cy, '') as name_cy
                            from contribution_use u
                            left join member m on m.partnership = u.partnership and m.id = u.member
                            left join partner p on p.partnership = m.partnership and p.id = m.partner
                            order by u.at, u.id""").query((RowCallbackHandler) row -> said.computeIfAbsent(
                            row.getObject("contribution", UUID.class), _ -> new ArrayList<>())
                    .add(new Use.Said(
                            use(row), row.getString("name"), row.getString("name_en"), row.getString("name_cy"))));
            return true;
        });
        return said;
    }

    /** In the order in which it came about. */
    List<Use> list(UUID contribution) {
        return held.inCare(() -> jdbc.sql("select * from contribution_use where contribution = ? order by at, id")
                .param(contribution)
                .query((row, _) -> use(row))
                .list());
    }

    private static Use use(ResultSet row) throws SQLException {
        return new Use(
                Use.Stage.find(row.getString("stage")).orElseThrow(),
                row.getString("words"),
                row.getString("language"),
                row.getTimestamp("at").toInstant());
    }
}
