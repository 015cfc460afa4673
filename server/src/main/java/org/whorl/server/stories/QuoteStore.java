package org.whorl.server.stories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sentences drawn from stories, in the database. */
@Repository
class QuoteStore {

    private final JdbcClient jdbc;

    QuoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID partnership, UUID id, UUID story, Quoted.Wanted wanted) {
        jdbc.sql("""
                        insert into story_sentence (partnership, id, contribution, words, language, translation, translated,
                            for_en, for_cy) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        partnership,
                        id,
                        story,
                        wanted.words(),
                        wanted.language(),
                        wanted.translation(),
                        wanted.translated(),
                        wanted.forEn(),
                        wanted.forCy())
                .update();
    }

    List<Quoted> list(Collection<UUID> ids) {
        return jdbc.sql("select * from story_sentence where id = any (?::uuid[])")
                .param(ids.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) -> quoted(row))
                .list();
    }

    /** Those of one story. */
    List<Quoted> listOf(UUID story) {
        return jdbc.sql("select * from story_sentence where contribution = ? order by for_en, words, id")
                .param(story)
                .query((row, _) -> quoted(row))
                .list();
    }

    /** Notes what its teller said; false if there is no such sentence of that story. */
    boolean set(UUID story, UUID id, Quoted.State state) {
        return jdbc.sql("update story_sentence set state = ? where contribution = ? and id = ?")
                        .params(state.key(), story, id)
                        .update()
                == 1;
    }

    private static Quoted quoted(ResultSet row) throws SQLException {
        return new Quoted(
                row.getObject("id", UUID.class),
                row.getObject("contribution", UUID.class),
                row.getString("words"),
                row.getString("language"),
                row.getString("translation"),
                row.getString("translated"),
                row.getString("for_en"),
                row.getString("for_cy"),
                Quoted.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }
}
