package org.whorl.server.patterns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Habits in the database. Of stories it holds which they are, never words. */
@Repository
class HabitStore {

    private final JdbcClient jdbc;

    HabitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Habit> list() {
        return jdbc.sql("select * from habit order by begun_on, id")
                .query((row, _) -> habit(row))
                .list();
    }

    Optional<Habit> find(UUID id) {
        return jdbc.sql("select * from habit where id = ?")
                .param(id)
                .query((row, _) -> habit(row))
                .optional();
    }

    void add(UUID partnership, Habit habit, UUID member) {
        jdbc.sql("insert into habit values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        partnership,
                        habit.id(),
                        habit.name(),
                        habit.prompt(),
                        habit.language(),
                        habit.everyDays(),
                        habit.minutes(),
                        habit.begunOn(),
                        member)
                .update();
    }

    void addTime(UUID partnership, UUID habit, Habit.Time time, UUID member) {
        jdbc.sql("""
                        insert into habit_time (partnership, id, habit, held_on, is_short, stories, what, so_what, now_what,
                            action, became, language, member)
                        values (?, gen_random_uuid(), ?, ?, ?, ?::uuid[], ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        partnership,
                        habit,
                        time.heldOn(),
                        time.isShort(),
                        time.stories().stream().map(UUID::toString).toArray(String[]::new),
                        time.what(),
                        time.soWhat(),
                        time.nowWhat(),
                        time.action(),
                        time.became(),
                        time.language(),
                        member)
                .update();
    }

    /** The newest first. */
    List<Habit.Time> listTimes(UUID habit) {
        return jdbc.sql("select * from habit_time where habit = ? order by held_on desc, at desc, id")
                .param(habit)
                .query((row, _) -> time(row))
                .list();
    }

    private static Habit.Time time(ResultSet row) throws SQLException {
        return new Habit.Time(
                row.getObject("held_on", LocalDate.class),
                row.getBoolean("is_short"),
                Arrays.asList((UUID[]) row.getArray("stories").getArray()),
                row.getString("what"),
                row.getString("so_what"),
                row.getString("now_what"),
                row.getString("action"),
                row.getString("became"),
                row.getString("language"));
    }

    private static Habit habit(ResultSet row) throws SQLException {
        return new Habit(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("prompt"),
                row.getString("language"),
                row.getInt("every_days"),
                row.getInt("minutes"),
                row.getObject("begun_on", LocalDate.class),
                row.getInt("version"));
    }
}
