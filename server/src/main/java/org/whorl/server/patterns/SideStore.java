package org.whorl.server.patterns;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members say that stories let us learn from, in the database. */
@Repository
class SideStore {

    private final JdbcClient jdbc;

    SideStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By story and by member. */
    Map<UUID, Map<UUID, Side>> list() {
        Map<UUID, Map<UUID, Side>> all = new HashMap<>();
        jdbc.sql("select contribution, member, side from story_side").query(row -> {
            all.computeIfAbsent(row.getObject("contribution", UUID.class), _ -> new HashMap<>())
                    .put(
                            row.getObject("member", UUID.class),
                            Side.find(row.getString("side")).orElseThrow());
        });
        return all;
    }

    void put(UUID partnership, UUID story, UUID member, Optional<Side> side) {
        jdbc.sql("delete from story_side where contribution = ? and member = ?")
                .params(story, member)
                .update();
        side.ifPresent(
                said -> jdbc.sql("insert into story_side (partnership, contribution, member, side) values (?, ?, ?, ?)")
                        .params(partnership, story, member, said.key())
                        .update());
    }
}
