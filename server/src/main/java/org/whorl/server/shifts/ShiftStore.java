package org.whorl.server.shifts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Shifts in the database. */
@Repository
class ShiftStore {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String SELECT = """
            select s.*, m.name as maker from shift_option s
            left join member m on m.partnership = s.partnership and m.id = s.made_by
            where s.set_aside_at is null
            """;

    /** What moves, as it is kept. */
    private record Kept(List<Move> moves, List<Payment> payments) {}

    private final JdbcClient jdbc;

    ShiftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Shift> listAll() {
        return jdbc.sql(SELECT + "order by s.made_at, s.id")
                .query((row, _) -> shift(row))
                .list();
    }

    Optional<Shift> find(UUID id) {
        return jdbc.sql(SELECT + "and s.id = ?")
                .param(id)
                .query((row, _) -> shift(row))
                .optional();
    }

    void add(UUID partnership, Shift shift, Optional<UUID> by) {
        jdbc.sql("""
                        insert into shift_option (partnership, id, model, model_version, name, language, translation, why,
                            moves, exit_terms, made_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        shift.id(),
                        shift.model(),
                        shift.modelVersion(),
                        shift.name(),
                        shift.language(),
                        shift.translation(),
                        shift.why(),
                        moves(shift),
                        shift.exitTerms(),
                        by))
                .update();
    }

    /** Changes it, if it is still that version; keeps what was before. */
    boolean change(Shift shift, Optional<UUID> by) {
        int kept = jdbc.sql("""
                        insert into earlier (partnership, kind, subject, version, content, changed_by)
                        select partnership, 'shift', id, version, to_jsonb(s), ? from shift_option s
                        where id = ? and version = ? on conflict do nothing""")
                .params(Parameters.of(by, shift.id(), shift.version()))
                .update();
        return kept == 1
                && jdbc.sql("""
                                update shift_option set model_version = ?, name = ?, language = ?, translation = ?,
                                    why = ?, moves = ?::jsonb, exit_terms = ?, changed_at = now(), version = version + 1
                                where id = ? and version = ?""")
                                .params(
                                        shift.modelVersion(),
                                        shift.name(),
                                        shift.language(),
                                        shift.translation(),
                                        shift.why(),
                                        moves(shift),
                                        shift.exitTerms(),
                                        shift.id(),
                                        shift.version())
                                .update()
                        == 1;
    }

    /** Sets it aside; it is kept, and no longer listed. */
    boolean setAside(UUID id) {
        return jdbc.sql("update shift_option set set_aside_at = now() where id = ? and set_aside_at is null")
                        .param(id)
                        .update()
                == 1;
    }

    private static String moves(Shift shift) {
        return JSON.writeValueAsString(new Kept(shift.moves(), shift.payments()));
    }

    private static Shift shift(ResultSet row) throws SQLException {
        Kept kept = JSON.readValue(row.getString("moves"), Kept.class);
        return new Shift(
                row.getObject("id", UUID.class),
                row.getObject("model", UUID.class),
                row.getInt("model_version"),
                row.getString("name"),
                row.getString("language"),
                row.getString("translation"),
                row.getString("why"),
                kept.moves(),
                kept.payments(),
                row.getString("exit_terms"),
                Optional.ofNullable(row.getString("maker")),
                row.getTimestamp("changed_at").toInstant(),
                row.getInt("version"));
    }
}
