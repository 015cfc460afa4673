package org.whorl.server.strengths;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What organisations see as strong, in the database. */
@Repository
class RemarkStore {

    private final JdbcClient jdbc;

    RemarkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In an order that tells nothing of when they were written. */
    List<Remark> list() {
        return jdbc.sql("select * from strength_remark order by lower(meeting), id")
                .query((row, _) -> new Remark(
                        row.getObject("id", UUID.class),
                        row.getObject("seen_by", UUID.class),
                        row.getObject("about", UUID.class),
                        row.getString("meeting"),
                        row.getString("words"),
                        row.getString("language"),
                        Optional.ofNullable(row.getObject("strength", UUID.class))))
                .list();
    }

    List<SeenStrength> listNamed() {
        return jdbc.sql("select * from named_strength order by lower(name), id")
                .query((row, _) -> new SeenStrength(
                        row.getObject("id", UUID.class),
                        row.getObject("about", UUID.class),
                        row.getString("name"),
                        row.getString("language"),
                        false,
                        List.of()))
                .list();
    }

    void add(UUID partnership, Remark remark) {
        jdbc.sql("""
                        insert into strength_remark (partnership, id, seen_by, about, meeting, words, language)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        partnership,
                        remark.id(),
                        remark.seenBy(),
                        remark.about(),
                        remark.meeting(),
                        remark.words(),
                        remark.language())
                .update();
    }

    void name(UUID partnership, UUID id, UUID about, String name, String language) {
        jdbc.sql("insert into named_strength values (?, ?, ?, ?, ?)")
                .params(partnership, id, about, name, language)
                .update();
    }

    /** Says which strength a remark is; a strength that nothing is any more goes. */
    void group(UUID remark, UUID strength) {
        jdbc.sql("update strength_remark set strength = ? where id = ?")
                .params(strength, remark)
                .update();
        removeEmpty();
    }

    void remove(UUID remark) {
        jdbc.sql("delete from strength_remark where id = ?").param(remark).update();
        removeEmpty();
    }

    private void removeEmpty() {
        jdbc.sql("""
                        delete from named_strength n
                        where not exists (select from strength_remark r where r.strength = n.id)""").update();
    }
}
