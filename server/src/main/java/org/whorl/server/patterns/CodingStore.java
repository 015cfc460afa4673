package org.whorl.server.patterns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The codebook, and who marked what, in the database. Of stories it holds places in the text, never words. */
@Repository
class CodingStore {

    private final JdbcClient jdbc;

    CodingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Code> listCodes() {
        return jdbc.sql("""
                        select * from story_code order by array_position(
                            array['need', 'strength', 'barrier', 'level', 'own'], kind), made_at, id""")
                .query((row, _) -> new Code(
                        row.getObject("id", UUID.class),
                        Code.Kind.find(row.getString("kind")).orElseThrow(),
                        row.getString("name_en"),
                        row.getString("name_cy"),
                        row.getInt("version")))
                .list();
    }

    void addCode(UUID partnership, Code code, UUID member, Instant at) {
        jdbc.sql("insert into story_code values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        partnership,
                        code.id(),
                        code.kind().key(),
                        code.nameEn(),
                        code.nameCy(),
                        member,
                        Timestamp.from(at))
                .update();
    }

    /** Marks a passage; false if that reading is closed. */
    boolean mark(UUID partnership, UUID coder, Reading.Mark mark, Instant at) {
        Passage passage = mark.passage();
        return jdbc.sql("""
                        insert into coding select ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz where not exists (
                            select from coding_done d where d.story = ? and d.coder = ?)""")
                        .params(
                                partnership,
                                mark.id(),
                                passage.story(),
                                coder,
                                mark.code(),
                                passage.begin(),
                                passage.end(),
                                passage.mark(),
                                Timestamp.from(at),
                                passage.story(),
                                coder)
                        .update()
                == 1;
    }

    /** Takes a mark away that is one's own, in a reading that is still open. */
    boolean unmark(UUID id, UUID coder) {
        return jdbc.sql("""
                        delete from coding c where c.id = ? and c.coder = ? and not exists (
                            select from coding_done d where d.story = c.story and d.coder = c.coder)""").params(id, coder).update() == 1;
    }

    /** Closes a reading for good; false if it is. */
    boolean close(UUID partnership, UUID story, UUID coder, Instant at) {
        return jdbc.sql("insert into coding_done values (?, ?, ?, ?) on conflict do nothing")
                        .params(partnership, story, coder, Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Everybody's readings, open and closed. */
    List<Reading> listReadings() {
        record Key(UUID story, UUID coder) {}
        Map<Key, String> names = new LinkedHashMap<>();
        Map<Key, Optional<Instant>> done = new LinkedHashMap<>();
        Map<Key, List<Reading.Mark>> marks = new LinkedHashMap<>();
        jdbc.sql("""
                        select r.story, r.coder, m.name, d.at as done_at, c.id, c.code, c.from_char, c.until_char, c.mark
                        from (select story, coder from coding union select story, coder from coding_done) r
                        join member m on m.id = r.coder
                        left join coding_done d on d.story = r.story and d.coder = r.coder
                        left join coding c on c.story = r.story and c.coder = r.coder
                        order by r.story, r.coder, c.at, c.id""").query(row -> {
            Key key = new Key(row.getObject("story", UUID.class), row.getObject("coder", UUID.class));
            names.put(key, row.getString("name"));
            done.put(key, Optional.ofNullable(row.getTimestamp("done_at")).map(Timestamp::toInstant));
            List<Reading.Mark> its = marks.computeIfAbsent(key, _ -> new ArrayList<>());
            if (row.getObject("id") != null) {
                its.add(mark(row));
            }
        });
        return marks.entrySet().stream()
                .map(each -> new Reading(
                        each.getKey().story(),
                        each.getKey().coder(),
                        names.getOrDefault(each.getKey(), ""),
                        each.getValue(),
                        done.getOrDefault(each.getKey(), Optional.empty())))
                .toList();
    }

    private static Reading.Mark mark(ResultSet row) throws SQLException {
        return new Reading.Mark(
                row.getObject("id", UUID.class),
                row.getObject("code", UUID.class),
                new Passage(
                        row.getObject("story", UUID.class),
                        row.getInt("from_char"),
                        row.getInt("until_char"),
                        row.getLong("mark")));
    }

    void addNote(UUID partnership, UUID story, UUID member, Said said) {
        jdbc.sql("insert into coding_note values (?, gen_random_uuid(), ?, ?, ?, ?, ?)")
                .params(partnership, story, member, said.words(), said.language(), Timestamp.from(said.at()))
                .update();
    }

    List<Said> listNotes(UUID story) {
        return jdbc.sql("""
                        select n.*, m.name from coding_note n join member m on m.id = n.member
                        where n.story = ? order by n.at, n.id""")
                .param(story)
                .query((row, _) -> new Said(
                        row.getString("words"),
                        row.getString("language"),
                        row.getString("name"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
