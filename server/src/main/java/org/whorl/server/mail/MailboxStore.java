package org.whorl.server.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.design.Language;
import org.whorl.server.platform.Parameters;

/** Where people are written to, and what they want to be written, in the database. */
@Repository
class MailboxStore {

    private final JdbcClient jdbc;
    private final LetterStore letters;

    MailboxStore(JdbcClient jdbc, LetterStore letters) {
        this.jdbc = jdbc;
        this.letters = letters;
    }

    /** The address an account signs in with, as a suggestion, and whether somebody we trust vouched for it. */
    record SignsInWith(String address, boolean proved, Language language) {}

    SignsInWith findAddress(UUID account) {
        return jdbc.sql("select coalesce(email, '') as email, email_proved, language from account where id = ?")
                .param(account)
                .query((row, _) -> new SignsInWith(
                        row.getString("email"), row.getBoolean("email_proved"), Language.of(row.getString("language"))))
                .single();
    }

    Optional<Mailbox> find(UUID account) {
        return letters.inPost(() -> jdbc.sql("select * from mailbox where account = ?")
                .param(account)
                .query((row, _) -> mailbox(row))
                .optional());
    }

    /** When a letter that asks whether the address is right was last posted. */
    Optional<Instant> findAsked(UUID account) {
        return letters.inPost(() -> jdbc.sql("select asked_at from mailbox where account = ? and asked_at is not null")
                .param(account)
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional());
    }

    /** Keeps what is wanted, from a version; false if somebody changed it first. */
    boolean set(UUID account, Mailbox wanted, Instant now) {
        return letters.inPost(() -> jdbc.sql("""
                        insert into mailbox (account, address, asks, news, news_due, news_since, confirmed_at)
                        values (:account, :address, :asks, :news, :due, :now, :confirmed)
                        on conflict (account) do update set address = :address, asks = :asks, news = :news,
                            news_due = :due, confirmed_at = :confirmed, version = mailbox.version + 1,
                            secret = null, asked_at = case when :confirmed::timestamptz is null then mailbox.asked_at end
                        where mailbox.version = :version""")
                        .param("account", account)
                        .param("address", wanted.address())
                        .param("asks", wanted.asks())
                        .param("news", wanted.news().key())
                        .param(
                                "due",
                                wanted.news().next(now).map(Timestamp::from).orElse(null))
                        .param("now", Timestamp.from(now))
                        .param("confirmed", wanted.confirmed() ? Timestamp.from(now) : null)
                        .param("version", wanted.version())
                        .update()
                == 1);
    }

    /** Notes that a letter goes to the address, and the fingerprint of the secret in it. */
    void ask(UUID account, byte[] secret, Instant now) {
        letters.inPost(() -> jdbc.sql("update mailbox set secret = ?, asked_at = ? where account = ?")
                .params(secret, Timestamp.from(now), account)
                .update());
    }

    /** Whose address that secret was sent to, if it was not long ago. */
    Optional<UUID> findAsked(byte[] secret, Instant since) {
        return letters.inPost(
                () -> jdbc.sql("select account from mailbox where secret = ? and asked_at > ? and confirmed_at is null")
                        .params(secret, Timestamp.from(since))
                        .query(UUID.class)
                        .optional());
    }

    int confirm(UUID account, Instant now) {
        return letters.inPost(() -> jdbc.sql("""
                        update mailbox set confirmed_at = ?, secret = null, news_since = ?, version = version + 1
                        where account = ?""")
                .params(Timestamp.from(now), Timestamp.from(now), account)
                .update());
    }

    /** Forgets where somebody is written to, and what waits for them. */
    int forget(UUID account) {
        return letters.inPost(() -> {
            jdbc.sql("delete from letter where account = ? and state = 'waiting'")
                    .param(account)
                    .update();
            return jdbc.sql("delete from mailbox where account = ?")
                    .param(account)
                    .update();
        });
    }

    /**
     * Whom a letter went to.
     *
     * @param letter which letter
     * @param account whose mailbox
     * @param addressee who never signs in
     * @param partnership where
     * @param sort what sort of letter it was
     * @param mailbox what they want now, where they have an account and an address
     * @param stopped do they, who never sign in, want no more?
     */
    record Reached(
            UUID letter,
            Optional<UUID> account,
            Optional<UUID> addressee,
            Optional<UUID> partnership,
            Sort sort,
            Optional<Mailbox> mailbox,
            boolean stopped) {}

    Optional<Reached> findReached(byte[] secret) {
        return letters.inPost(() -> jdbc.sql("""
                        select l.id, l.account as whose, l.addressee, l.partnership, l.sort, b.*,
                            d.stopped_at is not null as stopped
                        from letter l left join mailbox b on b.account = l.account
                            left join addressee d on d.partnership = l.partnership and d.id = l.addressee
                        where l.print = ? and l.sort <> 'service'""")
                .param(secret)
                .query((row, _) -> new Reached(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getObject("whose", UUID.class)),
                        Optional.ofNullable(row.getObject("addressee", UUID.class)),
                        Optional.ofNullable(row.getObject("partnership", UUID.class)),
                        Sort.of(row.getString("sort")),
                        row.getString("address") == null ? Optional.empty() : Optional.of(mailbox(row)),
                        row.getBoolean("stopped")))
                .optional());
    }

    /** What somebody with an account wants from now on; the address stays as it is. */
    int want(UUID account, boolean asks, HowOften news, Instant now) {
        return letters.inPost(() -> jdbc.sql("""
                        update mailbox set asks = ?, news = ?, news_due = ?, version = version + 1
                        where account = ?""")
                .params(Parameters.of(asks, news.key(), news.next(now).map(Timestamp::from), account))
                .update());
    }

    int stop(UUID partnership, UUID addressee, Optional<Instant> when) {
        return letters.inPost(() -> jdbc.sql("update addressee set stopped_at = ? where partnership = ? and id = ?")
                .params(Parameters.of(when.map(Timestamp::from), partnership, addressee))
                .update());
    }

    /**
     * Somebody whose news is due.
     *
     * @param account whose
     * @param language in which they read
     * @param news how often they want it
     * @param since since when it is gathered
     */
    record DueNews(UUID account, Language language, HowOften news, Instant since) {}

    /** The next whose news is due; nobody else takes them before this transaction is over. */
    Optional<DueNews> findDue(Instant now) {
        return letters.inPost(() -> jdbc.sql("""
                        select b.account, a.language, b.news, coalesce(b.news_since, b.confirmed_at) as since
                        from mailbox b join account a on a.id = b.account
                        where b.news <> 'never' and b.confirmed_at is not null and b.news_due <= ?
                        order by b.news_due limit 1 for update of b skip locked""")
                .param(Timestamp.from(now))
                .query((row, _) -> new DueNews(
                        row.getObject("account", UUID.class),
                        Language.of(row.getString("language")),
                        HowOften.find(row.getString("news")).orElseThrow(),
                        row.getTimestamp("since").toInstant()))
                .optional());
    }

    int told(DueNews due, Instant now) {
        return letters.inPost(() -> jdbc.sql("update mailbox set news_due = ?, news_since = ? where account = ?")
                .params(Parameters.of(due.news().next(now).map(Timestamp::from), Timestamp.from(now), due.account()))
                .update());
    }

    private static Mailbox mailbox(ResultSet row) throws SQLException {
        return new Mailbox(
                row.getString("address"),
                row.getTimestamp("confirmed_at") != null,
                row.getBoolean("asks"),
                HowOften.find(row.getString("news")).orElseThrow(),
                row.getInt("version"));
    }
}
