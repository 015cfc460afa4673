package org.whorl.server.patterns;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Services, threads of lives, and where both meet in a story, in the database. It holds places in a text, never words. */
@Repository
class StrandStore {

    private final JdbcClient jdbc;

    StrandStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Strand> list() {
        return jdbc.sql("select * from strand order by made_at, id")
                .query((row, _) -> new Strand(
                        row.getObject("id", UUID.class),
                        Strand.Kind.find(row.getString("side")).orElseThrow(),
                        row.getString("name_en"),
                        row.getString("name_cy")))
                .list();
    }

    void add(UUID partnership, Strand strand, UUID member, Instant at) {
        jdbc.sql("insert into strand values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        partnership,
                        strand.id(),
                        strand.side().key(),
                        strand.nameEn(),
                        strand.nameCy(),
                        member,
                        Timestamp.from(at))
                .update();
    }

    void addFragment(UUID partnership, Strand.Fragment fragment, UUID member, Instant at) {
        Passage passage = fragment.kept().passage();
        jdbc.sql("insert into fragment values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        partnership,
                        fragment.kept().id(),
                        passage.story(),
                        passage.begin(),
                        passage.end(),
                        passage.mark(),
                        fragment.service(),
                        fragment.life(),
                        member,
                        Timestamp.from(at))
                .update();
    }

    /** Takes one away that the same member put there. */
    boolean removeFragment(UUID id, UUID member) {
        return jdbc.sql("delete from fragment where id = ? and member = ?")
                        .params(id, member)
                        .update()
                == 1;
    }

    List<Strand.Fragment> listFragments() {
        return jdbc.sql("select * from fragment order by at, id")
                .query((row, _) -> new Strand.Fragment(
                        new Quotes.Kept(
                                row.getObject("id", UUID.class),
                                new Passage(
                                        row.getObject("story", UUID.class),
                                        row.getInt("from_char"),
                                        row.getInt("until_char"),
                                        row.getLong("mark"))),
                        row.getObject("service", UUID.class),
                        row.getObject("life", UUID.class)))
                .list();
    }
}
