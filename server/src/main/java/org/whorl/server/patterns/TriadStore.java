package org.whorl.server.patterns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What tellers are asked of their own story, in the database. */
@Repository
class TriadStore {

    private final JdbcClient jdbc;

    TriadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those asked now first, the newest of them first. */
    List<Triad> list() {
        return jdbc.sql("select * from triad order by state, asked_on desc, id")
                .query((row, _) -> triad(row))
                .list();
    }

    void add(UUID partnership, Triad triad) {
        Triad.Words english = triad.english();
        Triad.Words welsh = triad.welsh();
        jdbc.sql("""
                        insert into triad (partnership, id, shape, question_en, question_cy, first_en, first_cy, second_en,
                            second_cy, third_en, third_cy, asked_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        partnership,
                        triad.id(),
                        triad.shape(),
                        english.question(),
                        welsh.question(),
                        english.ends().get(0),
                        welsh.ends().get(0),
                        english.ends().get(1),
                        welsh.ends().get(1),
                        third(english),
                        third(welsh),
                        triad.askedOn())
                .update();
    }

    /** What people write, column by column. */
    static Map<String, String> written(Triad triad) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, Triad.Words> each :
                Map.of("en", triad.english(), "cy", triad.welsh()).entrySet()) {
            values.put("question_" + each.getKey(), each.getValue().question());
            values.put("first_" + each.getKey(), each.getValue().ends().get(0));
            values.put("second_" + each.getKey(), each.getValue().ends().get(1));
            values.put("third_" + each.getKey(), third(each.getValue()));
        }
        return values;
    }

    private static String third(Triad.Words words) {
        return words.ends().size() == 2 ? "" : words.ends().get(2);
    }

    private static Triad triad(ResultSet row) throws SQLException {
        return new Triad(
                row.getObject("id", UUID.class),
                words(row, "en"),
                words(row, "cy"),
                row.getString("state").equals("asked"),
                row.getObject("asked_on", LocalDate.class),
                row.getInt("version"));
    }

    private static Triad.Words words(ResultSet row, String language) throws SQLException {
        return new Triad.Words(
                row.getString("question_" + language),
                Stream.of(
                                row.getString("first_" + language),
                                row.getString("second_" + language),
                                row.getString("third_" + language))
                        .filter(end -> !end.isEmpty())
                        .toList());
    }
}
