package org.whorl.server.patterns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** Words and what organisations mean by them, in the database. */
@Repository
class TermStore {

    private final JdbcClient jdbc;

    TermStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Term> list() {
        Map<UUID, List<Term.Meaning>> meanings = new HashMap<>();
        jdbc.sql("""
                select m.* from term_meaning m left join partner p on p.partnership = m.partnership and p.id = m.partner
                where m.until is null order by p.name_en nulls last, m.id""").query(row -> {
            meanings.computeIfAbsent(row.getObject("term", UUID.class), _ -> new ArrayList<>())
                    .add(meaning(row));
        });
        return jdbc.sql("select * from term order by key, id")
                .query((row, _) -> new Term(
                        row.getObject("id", UUID.class),
                        row.getString("word"),
                        row.getString("language"),
                        meanings.getOrDefault(row.getObject("id", UUID.class), List.of()),
                        Optional.ofNullable(row.getObject("agreed_on", LocalDate.class))
                                .map(on -> agreed(row, on))))
                .list();
    }

    List<Term.Meaning> listEarlier(UUID term) {
        return jdbc.sql("select * from term_meaning where term = ? and until is not null order by until desc, id")
                .param(term)
                .query((row, _) -> meaning(row))
                .list();
    }

    UUID add(UUID partnership, UUID id, String word, String language) {
        String key = Term.plain(word);
        jdbc.sql("""
                        insert into term (partnership, id, word, key, language) values (?, ?, ?, ?, ?)
                        on conflict (partnership, key) do nothing""").params(partnership, id, word, key, language).update();
        return jdbc.sql("select id from term where key = ?")
                .param(key)
                .query(UUID.class)
                .single();
    }

    void mean(
            UUID partnership,
            UUID term,
            Optional<UUID> partner,
            String says,
            String language,
            Optional<UUID> member,
            LocalDate today) {
        jdbc.sql("""
                        update term_meaning set until = ?
                        where term = ? and partner is not distinct from ?::uuid and until is null""").params(Parameters.of(today, term, partner)).update();
        jdbc.sql("""
                        insert into term_meaning (partnership, id, term, partner, says, language, meant_by, since)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(partnership, UUID.randomUUID(), term, partner, says, language, member, today))
                .update();
    }

    void agree(UUID partnership, UUID term, Term.Agreed agreed) {
        jdbc.sql("""
                        update term set agreed = ?, agreed_in = ?, agreed_why = ?, agreed_on = ?
                        where partnership = ? and id = ?""")
                .params(agreed.says(), agreed.language(), agreed.why(), agreed.on(), partnership, term)
                .update();
    }

    private static Term.Meaning meaning(ResultSet row) throws SQLException {
        return new Term.Meaning(
                Optional.ofNullable(row.getObject("partner", UUID.class)),
                row.getString("says"),
                row.getString("language"),
                row.getObject("since", LocalDate.class),
                Optional.ofNullable(row.getObject("until", LocalDate.class)));
    }

    private static Term.Agreed agreed(ResultSet row, LocalDate on) {
        try {
            return new Term.Agreed(
                    row.getString("agreed"), row.getString("agreed_in"), row.getString("agreed_why"), on);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
