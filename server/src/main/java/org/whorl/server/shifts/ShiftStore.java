package org.whorl.server.shifts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.engine.ledger.Payment;
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
    private record Kept(List<KeptMove> moves, List<Payment> payments) {}

    /** A move as it is kept; what was kept before posts and double running were known has none. */
    private record KeptMove(
            String service,
            int places,
            LocalDate from,
            int months,
            @Nullable Integer doubleWeeks,
            @Nullable Double closing,
            Move.@Nullable Staff staff) {
        static KeptMove of(Move move) {
            return new KeptMove(
                    move.service(),
                    move.places(),
                    move.from(),
                    move.months(),
                    move.doubleWeeks(),
                    move.closing(),
                    move.staff());
        }

        Move move() {
            return new Move(
                    service,
                    places,
                    from,
                    months,
                    doubleWeeks == null ? 0 : doubleWeeks,
                    closing == null ? 0 : closing,
                    staff == null ? Move.Staff.NOT_SAID : staff);
        }
    }

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
                            moves, exit_terms, exit_on, notice_months, made_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
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
                        shift.exit().terms(),
                        shift.exit().on(),
                        shift.exit().noticeMonths(),
                        by))
                .update();
    }

    /** What people change, column by column. */
    static Map<String, Object> values(Shift shift) {
        return Map.of(
                "model_version",
                shift.modelVersion(),
                "name",
                shift.name(),
                "translation",
                shift.translation(),
                "why",
                shift.why(),
                "moves",
                moves(shift),
                "exit_terms",
                shift.exit().terms(),
                "exit_on",
                shift.exit().on(),
                "notice_months",
                shift.exit().noticeMonths(),
                "changed_at",
                Timestamp.from(Instant.now()));
    }

    /** The same of what a panel thinks. */
    static Map<String, Object> values(Judgement judgement) {
        return Map.of("judgement", JSON.writeValueAsString(judgement), "changed_at", Timestamp.from(Instant.now()));
    }

    Map<UUID, Judgement> listJudgements() {
        Map<UUID, Judgement> judgements = new LinkedHashMap<>();
        jdbc.sql(
                        "select id, judgement from shift_option where set_aside_at is null and judgement <> '' order by made_at")
                .query((row, _) -> judgements.put(
                        row.getObject("id", UUID.class), JSON.readValue(row.getString("judgement"), Judgement.class)))
                .list();
        return judgements;
    }

    private static String moves(Shift shift) {
        return JSON.writeValueAsString(
                new Kept(shift.moves().stream().map(KeptMove::of).toList(), shift.payments()));
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
                kept.moves().stream().map(KeptMove::move).toList(),
                kept.payments(),
                new Exit(
                        row.getString("exit_terms"),
                        Optional.ofNullable(row.getObject("exit_on", LocalDate.class)),
                        row.getInt("notice_months")),
                Optional.ofNullable(row.getString("maker")),
                row.getTimestamp("changed_at").toInstant(),
                row.getInt("version"));
    }

    /** What a shift was, from its columns as text: what two people compare when both have changed it. */
    static Shift was(Shift now, Map<String, String> columns) {
        Kept kept = JSON.readValue(columns.getOrDefault("moves", moves(now)), Kept.class);
        String on = columns.getOrDefault("exit_on", "");
        String notice = columns.getOrDefault("notice_months", "");
        return new Shift(
                now.id(),
                now.model(),
                now.modelVersion(),
                columns.getOrDefault("name", ""),
                now.language(),
                columns.getOrDefault("translation", ""),
                columns.getOrDefault("why", ""),
                kept.moves().stream().map(KeptMove::move).toList(),
                kept.payments(),
                new Exit(
                        columns.getOrDefault("exit_terms", ""),
                        on.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(on)),
                        notice.isEmpty() ? 0 : Integer.parseInt(notice)),
                now.madeBy(),
                now.changedAt(),
                now.version());
    }
}
