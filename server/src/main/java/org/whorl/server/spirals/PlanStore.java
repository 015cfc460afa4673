package org.whorl.server.spirals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;
import org.whorl.server.search.Findable;
import org.whorl.server.trust.Action;

/** Plans in the database. */
@Repository
class PlanStore {

    static final Findable STEPS = new Findable("plan-step", Action.LOOK, """
            select p.name as title, '' as other, s.language as lang, '' as words, '/plan?spiral=' || s.id as path
            from plan_step p join spiral s on s.id = p.spiral""");

    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Plan find(UUID spiral) {
        return jdbc.sql("select plan_first, plan_last from spiral where id = ?")
                .param(spiral)
                .query((row, _) -> new Plan(
                        list(spiral),
                        Optional.ofNullable(row.getObject("plan_first", LocalDate.class))
                                .map(YearMonth::from),
                        Optional.ofNullable(row.getObject("plan_last", LocalDate.class))
                                .map(YearMonth::from)))
                .optional()
                .orElse(new Plan(List.of()));
    }

    void setSpan(UUID spiral, Optional<YearMonth> from, Optional<YearMonth> until) {
        jdbc.sql("update spiral set plan_first = ?, plan_last = ? where id = ?")
                .params(Parameters.of(from.map(month -> month.atDay(1)), until.map(month -> month.atDay(1)), spiral))
                .update();
    }

    private List<PlanStep> list(UUID spiral) {
        return jdbc.sql("""
                        select id, name, throughout, version, coalesce(first_month, 'epoch') as first_month,
                            coalesce(last_month, 'epoch') as last_month
                        from plan_step where spiral = ?""")
                .param(spiral)
                .query((row, _) -> new PlanStep(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        YearMonth.from(row.getObject("first_month", LocalDate.class)),
                        YearMonth.from(row.getObject("last_month", LocalDate.class)),
                        row.getBoolean("throughout"),
                        row.getInt("version")))
                .list();
    }

    void add(UUID partnership, UUID spiral, PlanStep step) {
        jdbc.sql("""
                        insert into plan_step (partnership, id, spiral, name, first_month, last_month, throughout)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        step.id(),
                        spiral,
                        step.name(),
                        firstDay(step, step.first()),
                        firstDay(step, step.last()),
                        step.throughout()))
                .update();
    }

    /** What stands in its columns. */
    static Map<String, Object> columns(PlanStep step) {
        return Map.of(
                "name",
                step.name(),
                "first_month",
                firstDay(step, step.first()),
                "last_month",
                firstDay(step, step.last()),
                "throughout",
                step.throughout());
    }

    private static Optional<LocalDate> firstDay(PlanStep step, YearMonth month) {
        return step.throughout() ? Optional.empty() : Optional.of(month.atDay(1));
    }
}
