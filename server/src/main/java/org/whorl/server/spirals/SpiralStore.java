package org.whorl.server.spirals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;
import org.whorl.server.search.Findable;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Disclosure;

/** Spirals and their turns in the database. */
@Repository
class SpiralStore {

    static final Findable SPIRALS = new Findable("spiral", Action.LOOK, """
            select s.question as title, s.translation as other, s.language as lang,
                concat_ws(' · ', s.population, nullif(s.out_of_scope, ''), nullif(s.widen_when, '')) as words,
                '/spirals/' || s.id as path
            from spiral s""");

    static final Findable TURNS = new Findable("turn", Action.LOOK, """
            select s.question as title, s.translation as other, s.language as lang,
                concat_ws(' · ', t.learned, t.joined, t.matters) as words,
                '/spirals/' || s.id || '#turn-' || t.number as path
            from turn t join spiral s on s.id = t.spiral where t.ended_on is not null""");

    private static final String SELECT = """
            select s.*, p.name_en as place_en, p.name_cy as place_cy
            from spiral s join place p on p.partnership = s.partnership and p.id = s.place
            """;

    private final JdbcClient jdbc;

    SpiralStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Spiral> listAll() {
        return jdbc.sql(SELECT + "order by s.started_on, s.parent is not null, s.id")
                .query((row, _) -> spiral(row))
                .list();
    }

    Optional<Spiral> find(UUID id) {
        return jdbc.sql(SELECT + "where s.id = ?")
                .param(id)
                .query((row, _) -> spiral(row))
                .optional();
    }

    void add(UUID partnership, Spiral spiral) {
        jdbc.sql("""
                        insert into spiral (partnership, id, parent, question, language, population, place,
                            out_of_scope, widen_when, afresh, started_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        spiral.id(),
                        spiral.parent(),
                        spiral.question(),
                        spiral.language(),
                        spiral.scope().population(),
                        spiral.scope().place(),
                        spiral.scope().out(),
                        spiral.scope().widen(),
                        spiral.afresh(),
                        spiral.startedOn()))
                .update();
    }

    /** Keeps what is asked for as it is said now. */
    void addFirstAsk(UUID partnership, Spiral spiral) {
        jdbc.sql("insert into first_ask (partnership, id, words, language) values (?, ?, ?, ?)")
                .params(partnership, spiral.id(), spiral.question(), spiral.language())
                .update();
    }

    Optional<FirstAsk> findFirstAsk(UUID spiral) {
        return jdbc.sql("select * from first_ask where id = ?")
                .param(spiral)
                .query((row, _) -> new FirstAsk(
                        row.getObject("id", UUID.class),
                        row.getString("words"),
                        row.getString("language"),
                        FirstAsk.State.of(row.getString("state")),
                        row.getString("note"),
                        row.getInt("version")))
                .optional();
    }

    void add(UUID partnership, UUID spiral, Decision decision) {
        jdbc.sql("""
                        insert into scope_decision (partnership, id, spiral, direction, why, decided_on)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(partnership, UUID.randomUUID(), spiral, decision.direction(), decision.why(), decision.on())
                .update();
    }

    List<Decision> listDecisions(UUID spiral) {
        return jdbc.sql("select * from scope_decision where spiral = ? order by decided_on desc, id")
                .param(spiral)
                .query((row, _) -> new Decision(
                        row.getString("direction"), row.getString("why"), row.getObject("decided_on", LocalDate.class)))
                .list();
    }

    /** With that many more, would this turn end with more than so many times the people the last one ended with? */
    boolean outgrows(UUID spiral, int turn, int more, int times) {
        return jdbc.sql("""
                        with first_time as (
                            select min(turn) as turn, 1 as people from taking_part
                            where spiral = :spiral and member is not null group by member
                            union all
                            select turn, people from taking_part where spiral = :spiral and member is null)
                        select coalesce(sum(people) filter (where turn < :turn), 0) > 0
                            and coalesce(sum(people), 0) + :more
                                > :times * coalesce(sum(people) filter (where turn < :turn), 0)
                        from first_time""")
                .param("spiral", spiral)
                .param("turn", turn)
                .param("more", more)
                .param("times", times)
                .query(Boolean.class)
                .single();
    }

    /** Notes that a member has taken part in the turn that goes on. */
    void noteMemberNow(UUID partnership, UUID spiral, UUID member, LocalDate day) {
        jdbc.sql("""
                        insert into taking_part (partnership, id, spiral, turn, member, people, noted_on)
                        select ?, ?, spiral, max(number), ?, 1, ? from turn where spiral = ? group by spiral
                        on conflict do nothing""")
                .params(partnership, UUID.randomUUID(), member, day, spiral)
                .update();
    }

    void begin(UUID partnership, UUID spiral, int number, Phase phase, LocalDate day) {
        jdbc.sql("insert into turn (partnership, spiral, number, phase, started_on) values (?, ?, ?, ?, ?)")
                .params(partnership, spiral, number, phase.key(), day)
                .update();
    }

    /** Ends the turn that goes on; false if it has been ended. */
    boolean end(UUID spiral, int number, LocalDate day, String learned, String joined, String matters) {
        return jdbc.sql("""
                        update turn set ended_on = ?, learned = ?, joined = ?, matters = ?
                        where spiral = ? and number = ? and ended_on is null""")
                        .params(day, learned, joined, matters, spiral, number)
                        .update()
                == 1;
    }

    /** Notes that a member has taken part in a turn; once is enough. */
    void noteMember(UUID partnership, UUID spiral, int turn, UUID member, LocalDate day) {
        jdbc.sql("""
                        insert into taking_part (partnership, id, spiral, turn, member, people, noted_on)
                        values (?, ?, ?, ?, ?, 1, ?) on conflict do nothing""")
                .params(partnership, UUID.randomUUID(), spiral, turn, member, day)
                .update();
    }

    void notePeople(UUID partnership, UUID id, UUID spiral, int turn, int people, String how, LocalDate day) {
        jdbc.sql("""
                        insert into taking_part (partnership, id, spiral, turn, people, how, noted_on)
                        values (?, ?, ?, ?, ?, ?, ?)""").params(partnership, id, spiral, turn, people, how, day).update();
    }

    /** The turns in order, each with who took part for the first time in it and since the beginning. */
    List<Turn> listTurns(UUID spiral, Disclosure shown) {
        List<Map.Entry<Integer, Function<Disclosure.InARow, Turn>>> turns = jdbc.sql("""
                        with first_time as (
                            select min(turn) as turn, 1 as people from taking_part
                            where spiral = :spiral and member is not null group by member
                            union all
                            select turn, people from taking_part where spiral = :spiral and member is null),
                        newcomers as (select turn, sum(people) as people from first_time group by turn)
                        select t.*, coalesce(n.people, 0) as newcomers,
                            coalesce(nullif(lag(t.matters) over (order by t.number), ''), f.words, '') as question
                        from turn t left join newcomers n on n.turn = t.number
                        left join first_ask f on f.id = t.spiral
                        where t.spiral = :spiral order by t.number""")
                .param("spiral", spiral)
                .query((row, _) -> Map.entry(row.getInt("newcomers"), turn(row)))
                .list();
        List<Disclosure.InARow> people =
                shown.showRunning(turns.stream().map(Map.Entry::getKey).toList());
        return IntStream.range(0, turns.size())
                .mapToObj(i -> turns.get(i).getValue().apply(people.get(i)))
                .toList();
    }

    private static Function<Disclosure.InARow, Turn> turn(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        Phase phase = Phase.of(row.getString("phase"));
        String question = row.getString("question");
        LocalDate startedOn = row.getObject("started_on", LocalDate.class);
        Optional<LocalDate> endedOn = Optional.ofNullable(row.getObject("ended_on", LocalDate.class));
        String learned = row.getString("learned");
        String joined = row.getString("joined");
        String matters = row.getString("matters");
        return people -> new Turn(
                number,
                phase,
                question,
                startedOn,
                endedOn,
                learned,
                joined,
                matters,
                people.newly(),
                people.soFar(),
                people.drawn());
    }

    private static Spiral spiral(ResultSet row) throws SQLException {
        return new Spiral(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("parent", UUID.class)),
                row.getString("question"),
                row.getString("language"),
                row.getString("translation"),
                new Spiral.Scope(
                        row.getString("population"),
                        row.getObject("place", UUID.class),
                        row.getString("place_en"),
                        row.getString("place_cy"),
                        row.getString("out_of_scope"),
                        row.getString("widen_when")),
                row.getBoolean("afresh"),
                row.getObject("started_on", LocalDate.class),
                row.getInt("version"));
    }
}
