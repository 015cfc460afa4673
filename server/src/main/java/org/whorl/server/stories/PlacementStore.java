package org.whorl.server.stories;

import java.sql.Array;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where tellers put their own stories, in the database; hidden like the stories themselves. */
@Repository
class PlacementStore {

    private final JdbcClient jdbc;
    private final HeldStore held;

    PlacementStore(JdbcClient jdbc, HeldStore held) {
        this.jdbc = jdbc;
        this.held = held;
    }

    void put(UUID partnership, UUID contribution, UUID question, Placement placement) {
        held.inCare(() -> jdbc.sql("""
                        insert into story_placement (partnership, contribution, question, parts) values (?, ?, ?, ?)
                        on conflict (partnership, contribution, question) do update set parts = excluded.parts""")
                .params(partnership, contribution, question, placement.parts().toArray(Double[]::new))
                .update());
    }

    void remove(UUID contribution, UUID question) {
        held.inCare(() -> jdbc.sql("delete from story_placement where contribution = ? and question = ?")
                .params(contribution, question)
                .update());
    }

    Map<UUID, Placement> list(UUID contribution) {
        Map<UUID, Placement> placed = new HashMap<>();
        held.inCare(() -> {
            jdbc.sql("select question, parts from story_placement where contribution = ?")
                    .param(contribution)
                    .query((RowCallbackHandler)
                            row -> placed.put(row.getObject("question", UUID.class), placement(row.getArray("parts"))));
            return true;
        });
        return placed;
    }

    /** Those whose story a trained person has read and not set apart, in an order that tells nothing of when they came. */
    List<Placed> listCounted(UUID question) {
        return held.inCare(() -> jdbc.sql("""
                        select p.contribution, p.parts, c.language, c.route, coalesce(c.place::text, c.country) as place,
                            c.kind, c.teller
                        from story_placement p
                        join contribution c on c.partnership = p.partnership and c.id = p.contribution
                        where p.question = ? and c.looked_at is not null
                            and c.state in ('looked-at', 'offered', 'approved', 'released')
                        order by p.contribution""")
                .param(question)
                .query((row, _) -> new Placed(
                        row.getObject("contribution", UUID.class),
                        placement(row.getArray("parts")),
                        row.getString("language"),
                        row.getString("route"),
                        row.getString("place"),
                        row.getString("kind"),
                        row.getString("teller")))
                .list());
    }

    private static Placement placement(Array parts) throws SQLException {
        return new Placement(List.of((Double[]) parts.getArray()));
    }
}
