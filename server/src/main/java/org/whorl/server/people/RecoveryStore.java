package org.whorl.server.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Second steps, codes on paper and helping links in the database. */
@Repository
class RecoveryStore {

    private final JdbcClient jdbc;

    RecoveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A second step.
     *
     * @param secret shared with an app
     * @param used the time step of the latest code that was taken
     */
    @SuppressWarnings("ArrayRecordComponent")
    record SecondStep(byte[] secret, long used) {}

    Optional<SecondStep> findSecondStep(UUID account) {
        return jdbc.sql("select second_step, second_step_used from account where id = ? and second_step is not null")
                .param(account)
                .query((row, _) -> new SecondStep(row.getBytes(1), row.getLong(2)))
                .optional();
    }

    /** Ends every session that began before, too. */
    int setSecondStep(UUID account, byte[] secret, long used) {
        return jdbc.sql("update account set second_step = ?, second_step_used = ?, stamp = stamp + 1 where id = ?")
                .params(secret, used, account)
                .update();
    }

    int removeSecondStep(UUID account) {
        return jdbc.sql("""
                        update account set second_step = null, second_step_used = 0, stamp = stamp + 1
                        where id = ?""").param(account).update();
    }

    /** Takes the code of a time step; false if that, or a later one, was taken already, even a moment ago. */
    boolean takeStep(UUID account, long step) {
        return jdbc.sql("update account set second_step_used = ? where id = ? and second_step_used < ?")
                        .params(step, account, step)
                        .update()
                == 1;
    }

    void replaceCodes(UUID account, List<byte[]> fingerprints) {
        removeCodes(account);
        fingerprints.forEach(code -> jdbc.sql("insert into recovery_code (code, account) values (?, ?)")
                .params(code, account)
                .update());
    }

    int removeCodes(UUID account) {
        return jdbc.sql("delete from recovery_code where account = ?")
                .param(account)
                .update();
    }

    int countCodes(UUID account) {
        return jdbc.sql("select count(*) from recovery_code where account = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    /** Takes a code of this account; false if it is none of its own. */
    boolean takeCode(UUID account, byte[] fingerprint) {
        return jdbc.sql("delete from recovery_code where code = ? and account = ?")
                        .params(fingerprint, account)
                        .update()
                == 1;
    }

    /** Takes a code of an account it is not only the second step to, and says whose it was. */
    Optional<UUID> takeLoneCode(byte[] fingerprint) {
        return jdbc.sql("""
                        delete from recovery_code c using account a
                        where c.code = ? and a.id = c.account and a.password is null and a.second_step is null
                        returning a.id""").param(fingerprint).query(UUID.class).optional();
    }

    void addHelp(byte[] secret, UUID account, boolean forgetSecondStep, Instant until) {
        jdbc.sql("""
                        insert into sign_in_help (secret, account, forget_second_step, expires_at)
                        values (?, ?, ?, ?)""")
                .params(secret, account, forgetSecondStep, Timestamp.from(until))
                .update();
    }

    /**
     * A helping link.
     *
     * @param account for whom
     * @param forgetSecondStep has the telephone with the codes gone too?
     */
    record Help(UUID account, boolean forgetSecondStep) {}

    Optional<Help> findHelp(byte[] secret, Instant now) {
        return jdbc.sql("""
                        select account, forget_second_step from sign_in_help
                        where secret = ? and used_at is null and expires_at > ?""")
                .params(secret, Timestamp.from(now))
                .query((row, _) -> new Help(row.getObject(1, UUID.class), row.getBoolean(2)))
                .optional();
    }

    /** Uses it up, with all others for the same account; false if somebody was quicker. */
    boolean useHelp(byte[] secret, UUID account, Instant now) {
        boolean first = jdbc.sql("update sign_in_help set used_at = ? where secret = ? and used_at is null")
                        .params(Timestamp.from(now), secret)
                        .update()
                == 1;
        jdbc.sql("update sign_in_help set used_at = ? where account = ? and used_at is null")
                .params(Timestamp.from(now), account)
                .update();
        return first;
    }
}
