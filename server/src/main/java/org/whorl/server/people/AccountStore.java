package org.whorl.server.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts in the database. */
@Repository
class AccountStore {

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What signing in needs to know.
     *
     * @param id whose
     * @param password hidden; none where they sign in another way
     * @param lockedUntil nobody may try before
     */
    record Account(UUID id, Optional<String> password, Instant lockedUntil) {}

    boolean isEmpty() {
        return jdbc.sql("select not exists (select from account)")
                .query(Boolean.class)
                .single();
    }

    Optional<UUID> add(UUID id, String email, String name, String password, String language, boolean houseKeeper) {
        int added = jdbc.sql("""
                        insert into account (id, email, name, password, language, house_keeper)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(id, email, name, password, language, houseKeeper)
                .update();
        return added == 0 ? Optional.empty() : Optional.of(id);
    }

    Optional<Account> find(String email) {
        return jdbc.sql(
                        "select id, password, coalesce(locked_until, 'epoch') from account where lower(email) = lower(?)")
                .param(email)
                .query((row, _) -> new Account(
                        row.getObject(1, UUID.class),
                        Optional.ofNullable(row.getString(2)),
                        row.getTimestamp(3).toInstant()))
                .optional();
    }

    int countFailure(UUID account) {
        return jdbc.sql("update account set failures = failures + 1 where id = ? returning failures")
                .param(account)
                .query(Integer.class)
                .single();
    }

    int lock(UUID account, Instant until) {
        return jdbc.sql("update account set locked_until = ? where id = ?")
                .params(Timestamp.from(until), account)
                .update();
    }

    int forgetFailures(UUID account) {
        return jdbc.sql("update account set failures = 0, locked_until = null where id = ?")
                .param(account)
                .update();
    }

    String name(UUID account) {
        return jdbc.sql("select name from account where id = ?")
                .param(account)
                .query(String.class)
                .single();
    }

    boolean keepsHouse(UUID account) {
        return jdbc.sql("select house_keeper from account where id = ?")
                .param(account)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
