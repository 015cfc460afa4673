package org.whorl.server.gatherings;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** What phones give to a gathering, in the database. */
@Repository
class RoomStore {

    private final JdbcClient jdbc;

    RoomStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID partnership, UUID gathering, Seat seat, String language) {
        jdbc.sql("""
                        insert into gathering_seat (partnership, gathering, number, name, perspective, team, language)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership, gathering, seat.number(), seat.name(), seat.perspective(), seat.team(), language))
                .update();
    }

    List<Seat> listSeats(UUID gathering) {
        return jdbc.sql("select * from gathering_seat where gathering = ? order by number")
                .param(gathering)
                .query((row, _) -> new Seat(
                        row.getInt("number"),
                        row.getString("name"),
                        Optional.ofNullable(row.getObject("perspective", UUID.class)),
                        row.getInt("team")))
                .list();
    }

    void putTeams(UUID gathering, Map<Integer, Integer> teams) {
        teams.forEach(
                (number, team) -> jdbc.sql("update gathering_seat set team = ? where gathering = ? and number = ?")
                        .params(team, gathering, number)
                        .update());
    }

    /** Adds an idea; one that is sent again is there already. */
    boolean add(UUID partnership, UUID gathering, Idea idea) {
        return jdbc.sql("""
                        insert into gathering_idea (partnership, id, gathering, step, seat, words, language, season, sources)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(Parameters.of(
                                partnership,
                                idea.id(),
                                gathering,
                                idea.step(),
                                idea.seat(),
                                idea.words(),
                                idea.language(),
                                idea.season(),
                                idea.sources().toArray(UUID[]::new)))
                        .update()
                == 1;
    }

    /** In an order that says nothing about who wrote when: by their ids, which are drawn by chance. */
    List<Idea> listIdeas(UUID gathering) {
        return jdbc.sql("select * from gathering_idea where gathering = ? order by id")
                .param(gathering)
                .query((row, _) -> new Idea(
                        row.getObject("id", UUID.class),
                        row.getInt("step"),
                        row.getInt("seat"),
                        row.getString("words"),
                        row.getString("language"),
                        row.getString("season"),
                        Arrays.stream((UUID[]) row.getArray("sources").getArray())
                                .collect(Collectors.toSet()),
                        row.getBoolean("hidden")))
                .list();
    }

    boolean hide(UUID gathering, UUID idea, boolean hidden) {
        return jdbc.sql("update gathering_idea set hidden = ? where gathering = ? and id = ?")
                        .params(hidden, gathering, idea)
                        .update()
                == 1;
    }

    void putDone(UUID partnership, UUID gathering, int step, int seat) {
        jdbc.sql(
                        "insert into gathering_done (partnership, gathering, step, seat) values (?, ?, ?, ?) on conflict do nothing")
                .params(partnership, gathering, step, seat)
                .update();
    }

    Set<Integer> listDone(UUID gathering, int step) {
        return Set.copyOf(jdbc.sql("select seat from gathering_done where gathering = ? and step = ?")
                .params(gathering, step)
                .query(Integer.class)
                .list());
    }

    void putDots(UUID partnership, UUID gathering, UUID idea, int seat, int dots) {
        jdbc.sql("""
                        insert into gathering_dot (partnership, gathering, idea, seat, dots) values (?, ?, ?, ?, ?)
                        on conflict (partnership, idea, seat) do update set dots = excluded.dots""").params(partnership, gathering, idea, seat, dots).update();
    }

    /** The dots of each phone on each idea. */
    Map<Integer, Map<UUID, Integer>> listDots(UUID gathering) {
        Map<Integer, Map<UUID, Integer>> dots = new TreeMap<>();
        jdbc.sql("select seat, idea, dots from gathering_dot where gathering = ? and dots > 0")
                .param(gathering)
                .query((RowCallbackHandler) row -> dots.computeIfAbsent(row.getInt("seat"), _ -> new HashMap<>())
                        .put(row.getObject("idea", UUID.class), row.getInt("dots")));
        return dots;
    }

    void putFeeling(UUID partnership, UUID gathering, int step, int seat, String word) {
        jdbc.sql("""
                        insert into gathering_feeling (partnership, gathering, step, seat, word) values (?, ?, ?, ?, ?)
                        on conflict (partnership, gathering, step, seat) do update set word = excluded.word""").params(partnership, gathering, step, seat, word).update();
    }

    /** The word of each phone in a step. */
    Map<Integer, String> listFeelings(UUID gathering, int step) {
        Map<Integer, String> words = new TreeMap<>();
        jdbc.sql("select seat, word from gathering_feeling where gathering = ? and step = ?")
                .params(gathering, step)
                .query((RowCallbackHandler) row -> words.put(row.getInt("seat"), row.getString("word")));
        return words;
    }
}
