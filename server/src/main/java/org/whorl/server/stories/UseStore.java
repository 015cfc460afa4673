package org.whorl.server.stories;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    /** In the order in which it came about. */
    List<Use> list(UUID contribution) {
        return held.inCare(() -> jdbc.sql("select * from contribution_use where contribution = ? order by at, id")
                .param(contribution)
                .query((row, _) -> new Use(
                        Use.Stage.find(row.getString("stage")).orElseThrow(),
                        row.getString("words"),
                        row.getString("language"),
                        row.getTimestamp("at").toInstant()))
                .list());
    }
}
