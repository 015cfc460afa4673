package org.whorl.server.patterns;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How groups see their plans, in the database. */
@Repository
class BalanceStore {

    private final JdbcClient jdbc;

    BalanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(UUID partnership, UUID spiral, UUID subject, BalanceMark mark) {
        jdbc.sql("""
                        insert into balance_mark (partnership, spiral, subject, balance, member, together, share, marked_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (partnership, subject, balance, member, together) do update set
                            share = excluded.share, marked_on = excluded.marked_on""")
                .params(
                        partnership,
                        spiral,
                        subject,
                        mark.balance().key(),
                        mark.member(),
                        mark.together(),
                        mark.share(),
                        mark.on())
                .update();
    }

    void remove(UUID subject, UUID member) {
        jdbc.sql("delete from balance_mark where subject = ? and member = ? and not together")
                .params(subject, member)
                .update();
    }

    void removeTogether(UUID subject, Balance balance) {
        jdbc.sql("delete from balance_mark where subject = ? and balance = ? and together")
                .params(subject, balance.key())
                .update();
    }

    List<BalanceMark> list(UUID subject) {
        return jdbc.sql("select * from balance_mark where subject = ? order by member, balance")
                .param(subject)
                .query((row, _) -> new BalanceMark(
                        Balance.of(row.getString("balance")),
                        row.getObject("member", UUID.class),
                        row.getBoolean("together"),
                        row.getDouble("share"),
                        row.getObject("marked_on", LocalDate.class)))
                .list();
    }
}
