package org.whorl.server.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.design.Language;
import org.whorl.server.platform.Parameters;

/** Accounts in the database. */
@Repository
class AccountStore {

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What signing in with a password needs to know.
     *
     * @param id whose
     * @param password hidden; none where they sign in another way
     */
    record Account(UUID id, Optional<String> password) {}

    /**
     * A new account.
     *
     * @param id whose
     * @param email what they sign in with; none where they sign in another way
     * @param emailProved has somebody we trust vouched for the address?
     * @param name what they are called
     * @param password hidden; none where they sign in another way
     * @param language which they want to read
     * @param houseKeeper may they open partnerships?
     */
    record Newcomer(
            UUID id,
            Optional<String> email,
            boolean emailProved,
            String name,
            Optional<String> password,
            Language language,
            boolean houseKeeper) {}

    boolean isEmpty() {
        return jdbc.sql("select not exists (select from account)")
                .query(Boolean.class)
                .single();
    }

    /** False if there is one with that address already. */
    boolean add(Newcomer newcomer) {
        return jdbc.sql("""
                        insert into account (id, email, email_proved, name, password, language, house_keeper)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(Parameters.of(
                                newcomer.id(),
                                newcomer.email(),
                                newcomer.emailProved(),
                                newcomer.name(),
                                newcomer.password(),
                                newcomer.language().code(),
                                newcomer.houseKeeper()))
                        .update()
                == 1;
    }

    Optional<Account> find(String email) {
        return jdbc.sql("select id, password from account where lower(email) = lower(?)")
                .param(email)
                .query((row, _) -> new Account(row.getObject(1, UUID.class), Optional.ofNullable(row.getString(2))))
                .optional();
    }

    /** What a request needs to know about the account it comes from. */
    Optional<Standing> findStanding(UUID account) {
        return jdbc.sql("""
                        select name, coalesce(email, '') as email, email_proved, language, house_keeper, stamp,
                            password is not null as has_password, second_step is not null as has_second_step
                        from account where id = ?""")
                .param(account)
                .query((row, _) -> new Standing(
                        account,
                        row.getString("name"),
                        row.getString("email"),
                        row.getBoolean("email_proved"),
                        Language.of(row.getString("language")),
                        row.getBoolean("house_keeper"),
                        row.getInt("stamp"),
                        row.getBoolean("has_password"),
                        row.getBoolean("has_second_step")))
                .optional();
    }

    Optional<String> findPassword(UUID account) {
        return jdbc.sql("select coalesce(password, '') from account where id = ?")
                .param(account)
                .query(String.class)
                .optional()
                .filter(password -> !password.isEmpty());
    }

    /** Sets the password and ends every session that began before. */
    int setPassword(UUID account, String hidden) {
        return jdbc.sql("update account set password = ?, stamp = stamp + 1 where id = ?")
                .params(hidden, account)
                .update();
    }

    /** False if somebody else has that address. */
    boolean setEmail(UUID account, String email) {
        return jdbc.sql("""
                        update account set email = ?, email_proved = false where id = ?
                        and not exists (select from account where lower(email) = lower(?) and id <> ?)""").params(email, account, email, account).update() == 1;
    }

    int setLanguage(UUID account, Language language) {
        return jdbc.sql("update account set language = ? where id = ?")
                .params(language.code(), account)
                .update();
    }

    /** Ends every session that began before. */
    int endSessions(UUID account) {
        return jdbc.sql("update account set stamp = stamp + 1 where id = ?")
                .param(account)
                .update();
    }

    /** In how many ways the account can be signed in to. */
    int countWays(UUID account) {
        return jdbc.sql("""
                        select (password is not null)::int
                            + (select count(*) from passkey where account = a.id)
                            + (select count(*) from identity where account = a.id)
                        from account a where id = ?""").param(account).query(Integer.class).single();
    }

    /** The keys of all roles an account has in any partnership. */
    List<String> listRoles(UUID account) {
        return jdbc.sql("""
                        select distinct r.role from member_role r
                        join member m on m.partnership = r.partnership and m.id = r.member
                        where m.account = ? and m.left_on is null""").param(account).query(String.class).list();
    }

    /** The partnerships an account is in. */
    int countPartnerships(UUID account) {
        return jdbc.sql("""
                        select count(*) from partnership p where exists (
                            select from member m where m.partnership = p.id and m.account = ? and m.left_on is null)""").param(account).query(Integer.class).single();
    }
}
