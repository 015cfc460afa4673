package org.whorl.server.spirals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who took part, turn by turn, in the database. */
@Repository
class TakenPartStore {

    private final JdbcClient jdbc;

    TakenPartStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TakenPart> list() {
        return jdbc.sql("""
                        select t.*,
                            array(select p.member::text from taking_part p
                                where p.spiral = t.spiral and p.turn = t.number and p.member is not null) as members,
                            array(select p.id || '/' || each from taking_part p, generate_series(1, p.people) as each
                                where p.spiral = t.spiral and p.turn = t.number and p.member is null) as others
                        from turn t join spiral s on s.id = t.spiral order by s.started_on, s.id, t.number""")
                .query((row, _) -> new TakenPart(
                        row.getObject("spiral", UUID.class),
                        row.getInt("number"),
                        Phase.of(row.getString("phase")),
                        row.getObject("started_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("ended_on", LocalDate.class)),
                        words(row.getArray("members").getArray()).stream()
                                .map(UUID::fromString)
                                .collect(Collectors.toSet()),
                        words(row.getArray("others").getArray())))
                .list();
    }

    List<TakenPart.Exchange> listExchanges() {
        return jdbc.sql("""
                        select asked_by, answered_by from ask
                        where answered_by is not null and asked_by is not null and asked_by <> answered_by order by id""")
                .query((row, _) -> new TakenPart.Exchange(
                        row.getObject("asked_by", UUID.class), row.getObject("answered_by", UUID.class)))
                .list();
    }

    private static Set<String> words(Object array) {
        return array instanceof String[] words ? Set.copyOf(Arrays.asList(words)) : Set.of();
    }
}
