package org.whorl.server.patterns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rounds in the database. Of stories it holds which they are, never words. */
@Repository
class RoundStore {

    private static final String SELECT = """
            select r.*, m.name, array(select t.story from significant_story t where t.round = r.id order by t.place) as stories
            from significant_round r left join member m on m.partnership = r.partnership and m.id = r.chosen_by
            """;

    private final JdbcClient jdbc;

    RoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Round> list() {
        return jdbc.sql(SELECT + "order by r.until_day desc, r.level desc, r.id")
                .query((row, _) -> round(row))
                .list();
    }

    Optional<Round> find(UUID id) {
        return jdbc.sql(SELECT + "where r.id = ?")
                .param(id)
                .query((row, _) -> round(row))
                .optional();
    }

    void add(UUID partnership, Round round, UUID member) {
        jdbc.sql("""
                        insert into significant_round (partnership, id, level, domain, language, from_day, until_day, panel, made_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        partnership,
                        round.id(),
                        round.level(),
                        round.domain(),
                        round.language(),
                        round.from(),
                        round.until(),
                        round.panel(),
                        member)
                .update();
        for (int place = 0; place < round.stories().size(); place++) {
            jdbc.sql("insert into significant_story values (?, ?, ?, ?)")
                    .params(partnership, round.id(), round.stories().get(place), place)
                    .update();
        }
    }

    /** Notes the choice; false if there is one already. */
    boolean choose(UUID id, UUID story, Said said, UUID member) {
        return jdbc.sql("""
                        update significant_round set chosen = ?, why = ?, why_language = ?, chosen_by = ?, chosen_at = ?
                        where id = ? and chosen is null""")
                        .params(story, said.words(), said.language(), member, Timestamp.from(said.at()), id)
                        .update()
                == 1;
    }

    private static Round round(ResultSet row) throws SQLException {
        Optional<UUID> chosen = Optional.ofNullable(row.getObject("chosen", UUID.class));
        return new Round(
                row.getObject("id", UUID.class),
                row.getInt("level"),
                row.getString("domain"),
                row.getString("language"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("panel"),
                Arrays.asList((UUID[]) row.getArray("stories").getArray()),
                chosen.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Round.Choice(
                                chosen.get(),
                                new Said(
                                        row.getString("why"),
                                        row.getString("why_language"),
                                        row.getString("name"),
                                        row.getTimestamp("chosen_at").toInstant()))),
                row.getInt("version"));
    }
}
