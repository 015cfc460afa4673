package org.whorl.server.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.design.Language;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.platform.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * Letters and addresses in the database. PostgreSQL hides these tables from every transaction that has not said that it
 * posts; the stores of letters alone say so, for one statement at a time.
 */
@Repository
class LetterStore {

    private static final String WAITING = """
            select l.*, p.slug, p.name_en, p.name_cy, coalesce(nullif(l.address, ''), d.address, b.address, '') as goes_to,
                case when l.sort = 'service' then true
                    when l.addressee is not null then d.stopped_at is null
                    else b.confirmed_at is not null and case l.sort when 'ask' then b.asks else b.news <> 'never' end
                end as wanted
            from letter l left join mailbox b on b.account = l.account
                left join addressee d on d.partnership = l.partnership and d.id = l.addressee
                left join partnership p on p.id = l.partnership
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    LetterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where somebody is written to.
     *
     * @param account whose, where they have one
     * @param addressee as whom, where they never sign in
     * @param language which they read
     * @param wanted do they want letters that ask?
     */
    record Box(Optional<UUID> account, Optional<UUID> addressee, Language language, boolean wanted) {}

    /**
     * A letter that is due.
     *
     * @param id which
     * @param sort what sort of letter
     * @param house whose name it is sent under; none for the house's own
     * @param slug of that partnership, for links; blank for none
     * @param goesTo the address
     * @param wanted is it still wanted there?
     * @param secret of its link and its answer
     * @param forAccount does it go to somebody with an account?
     * @param language in which it is written
     * @param postedAt since when it waits
     * @param attempts how often it was tried, this time included
     * @param letter what it says
     */
    record Due(
            UUID id,
            Sort sort,
            Optional<String> house,
            String slug,
            String goesTo,
            boolean wanted,
            String secret,
            boolean forAccount,
            Language language,
            Instant postedAt,
            int attempts,
            Letter letter) {}

    Optional<Box> find(To to) {
        return inPost(() -> switch (to) {
            case To.Member(UUID id) ->
                jdbc.sql("""
                                select b.account, null::uuid as addressee, a.language, b.asks as wanted from member m
                                join account a on a.id = m.account join mailbox b on b.account = m.account
                                where m.id = ? and m.left_on is null and b.confirmed_at is not null""").param(id).query((row, _) -> box(row)).optional();
            case To.Addressee(UUID id) ->
                jdbc.sql("""
                                select null::uuid as account, id as addressee, language, stopped_at is null as wanted
                                from addressee where id = ?""").param(id).query((row, _) -> box(row)).optional();
        });
    }

    UUID remember(UUID partnership, String address, Language language) {
        return inPost(() -> {
            jdbc.sql("""
                            insert into addressee (partnership, id, address, language) values (?, ?, ?, ?)
                            on conflict do nothing""")
                    .params(partnership, UUID.randomUUID(), address, language.code())
                    .update();
            return jdbc.sql("select id from addressee where partnership = ? and lower(address) = lower(?)")
                    .params(partnership, address)
                    .query(UUID.class)
                    .single();
        });
    }

    void add(UUID id, Sort sort, Optional<UUID> partnership, Box box, String address, Letter letter, Instant now) {
        String secret = PrivateCode.fresh().replace("-", "");
        add(id, sort, partnership, box, address, letter, now, secret);
    }

    private void add(
            UUID id,
            Sort sort,
            Optional<UUID> partnership,
            Box box,
            String address,
            Letter letter,
            Instant now,
            String secret) {
        inPost(() -> jdbc.sql("""
                        insert into letter (id, partnership, account, addressee, address, language, sort, kind, about, parts,
                            path, event, replies, replies_about, replies_until, secret, print, posted_at, due_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        id,
                        partnership,
                        box.account(),
                        box.addressee(),
                        address,
                        box.language().code(),
                        sort.key(),
                        letter.kind(),
                        letter.about(),
                        letter.parts().toArray(String[]::new),
                        letter.path(),
                        letter.event().map(json::writeValueAsString).orElse(""),
                        letter.answers().map(Letter.Answers::taker).orElse(""),
                        letter.answers().map(Letter.Answers::about).orElse(""),
                        letter.answers().map(answers -> Timestamp.from(answers.until())),
                        secret,
                        PrivateCode.fingerprint(secret),
                        Timestamp.from(now),
                        Timestamp.from(letter.notBefore().orElse(now))))
                .update());
    }

    /** Takes back those that wait; nobody who sends them now is stopped. */
    int withdraw(UUID partnership, String about, Optional<To> to) {
        return inPost(() -> jdbc.sql("""
                        delete from letter l where partnership = :partnership and about = :about and state = 'waiting'
                            and (:all or addressee = :who
                                or account = (select account from member m where m.partnership = l.partnership and m.id = :who))""")
                .param("partnership", partnership)
                .param("about", about)
                .param("all", to.isEmpty())
                .param(
                        "who",
                        to.map(whom -> switch (whom) {
                                    case To.Member(UUID id) -> id;
                                    case To.Addressee(UUID id) -> id;
                                })
                                .orElse(new UUID(0, 0)))
                .update());
    }

    /** Takes the next letter that is due, for so long as nobody else may take it. */
    Optional<Due> take(Instant now, Duration lease) {
        return inPost(() -> {
            Optional<UUID> id = jdbc.sql("""
                            update letter set attempts = attempts + 1, due_at = ? where id = (
                                select id from letter where state = 'waiting' and due_at <= ?
                                order by due_at, id for update skip locked limit 1)
                            returning id""")
                    .params(Timestamp.from(now.plus(lease)), Timestamp.from(now))
                    .query(UUID.class)
                    .optional();
            return id.flatMap(each -> jdbc.sql(WAITING + " where l.id = ?")
                    .param(each)
                    .query((row, _) -> due(row))
                    .optional());
        });
    }

    /** Tries it again then. */
    int again(UUID id, Instant at, String note) {
        return inPost(() -> jdbc.sql("update letter set due_at = ?, note = ? where id = ? and state = 'waiting'")
                .params(Timestamp.from(at), note, id)
                .update());
    }

    /** Notes what became of it; what it said is gone from here. */
    int end(UUID id, boolean sent, Instant now, String note) {
        return inPost(() -> jdbc.sql("""
                        update letter set state = ?, ended_at = ?, note = ?, parts = '{}', event = '', secret = null,
                            address = '' where id = ? and state = 'waiting'""")
                .params(sent ? "sent" : "given-up", Timestamp.from(now), note, id)
                .update());
    }

    /** Takes one out that nobody wants any more. */
    int drop(UUID id) {
        return inPost(
                () -> jdbc.sql("delete from letter where id = ?").param(id).update());
    }

    /** Forgets letters that ended before, unless they can still be answered. */
    int forget(Instant before, Instant now) {
        return inPost(() -> {
            jdbc.sql("delete from letter_in where came_at < ?")
                    .param(Timestamp.from(before))
                    .update();
            return jdbc.sql("""
                            delete from letter where ended_at < ? and (replies_until is null or replies_until < ?)""")
                    .params(Timestamp.from(before), Timestamp.from(now))
                    .update();
        });
    }

    /**
     * A letter that has gone out, to whoever answers it.
     *
     * @param id which
     * @param sort what sort of letter it was
     * @param partnership in which partnership
     * @param account whose, where they have one
     * @param addressee as whom, where they never sign in
     * @param address the address it went to
     * @param language in which it was written
     * @param path where its link leads
     * @param answers who takes the answer; blank for nobody
     * @param about what it answers
     * @param until until when
     */
    record Sent(
            UUID id,
            Sort sort,
            Optional<UUID> partnership,
            Optional<UUID> account,
            Optional<UUID> addressee,
            String address,
            Language language,
            String path,
            String answers,
            String about,
            Optional<Instant> until) {}

    /** The letter with one of these secrets, or else one of these numbers. */
    Optional<Sent> findSent(Collection<String> secrets, Collection<String> numbers) {
        return inPost(() -> jdbc.sql(WAITING + """
                         where encode(l.print, 'hex') = any (?) or l.id::text = any (?)
                        order by encode(l.print, 'hex') = any (?) desc, l.posted_at desc limit 1""")
                .params(prints(secrets), numbers.toArray(String[]::new), prints(secrets))
                .query((row, _) -> new Sent(
                        row.getObject("id", UUID.class),
                        Sort.of(row.getString("sort")),
                        Optional.ofNullable(row.getObject("partnership", UUID.class)),
                        Optional.ofNullable(row.getObject("account", UUID.class)),
                        Optional.ofNullable(row.getObject("addressee", UUID.class)),
                        row.getString("goes_to"),
                        Language.of(row.getString("language")),
                        row.getString("path"),
                        row.getString("replies"),
                        row.getString("replies_about"),
                        Optional.ofNullable(row.getTimestamp("replies_until")).map(Timestamp::toInstant)))
                .optional());
    }

    private static String[] prints(Collection<String> secrets) {
        return secrets.stream()
                .map(secret -> HexFormat.of().formatHex(PrivateCode.fingerprint(secret)))
                .toArray(String[]::new);
    }

    /** Notes that a letter came in; false if it had come before. */
    boolean came(byte[] print, Instant now) {
        return jdbc.sql("insert into letter_in (print, came_at) values (?, ?) on conflict do nothing")
                        .params(print, Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Notes that a letter did not arrive after all. */
    int returned(UUID id, String note, Instant now) {
        return inPost(() -> jdbc.sql("""
                        update letter set state = 'given-up', note = ?, ended_at = ? where id = ? and state = 'sent'""").params(note, Timestamp.from(now), id).update());
    }

    /**
     * A letter that did not arrive.
     *
     * @param when it was given up
     * @param sort what sort of letter it was
     * @param note why
     */
    record Lost(Instant when, Sort sort, String note) {}

    /** Those that did not arrive, the newest first. */
    List<Lost> listLost(int most) {
        return inPost(() -> jdbc.sql("""
                        select ended_at, sort, note from letter where state = 'given-up' order by ended_at desc, id limit ?""")
                .param(most)
                .query((row, _) -> new Lost(
                        row.getTimestamp("ended_at").toInstant(),
                        Sort.of(row.getString("sort")),
                        row.getString("note")))
                .list());
    }

    /** How many wait that should have gone. */
    int countWaiting(Instant now) {
        return inPost(
                () -> jdbc.sql("select count(*) from letter where state = 'waiting' and (attempts > 0 or due_at <= ?)")
                        .param(Timestamp.from(now))
                        .query(Integer.class)
                        .single());
    }

    /** How many went out since then. */
    int countSent(Instant since) {
        return inPost(() -> jdbc.sql("select count(*) from letter where state = 'sent' and ended_at > ?")
                .param(Timestamp.from(since))
                .query(Integer.class)
                .single());
    }

    /** Why the letter that waits longest was not sent yet; blank if it was not tried. */
    String findTrouble() {
        return inPost(() -> jdbc.sql("""
                        select note from letter where state = 'waiting' and note <> '' order by posted_at limit 1""").query(String.class).optional().orElse(""));
    }

    /** After a mistake the whole transaction is undone, and with it that it posts. */
    <T> T inPost(Supplier<T> work) {
        say("yes");
        T done = work.get();
        say("");
        return done;
    }

    private void say(String posts) {
        jdbc.sql("select set_config('whorl.post', ?, true)")
                .param(posts)
                .query(String.class)
                .single();
    }

    private static Box box(ResultSet row) throws SQLException {
        return new Box(
                Optional.ofNullable(row.getObject("account", UUID.class)),
                Optional.ofNullable(row.getObject("addressee", UUID.class)),
                Language.of(row.getString("language")),
                row.getBoolean("wanted"));
    }

    private Due due(ResultSet row) throws SQLException {
        Language language = Language.of(row.getString("language"));
        Optional<UUID> partnership = Optional.ofNullable(row.getObject("partnership", UUID.class));
        String event = row.getString("event");
        String replies = row.getString("replies");
        Optional<Letter.Answers> answers = replies.isEmpty()
                ? Optional.empty()
                : Optional.of(new Letter.Answers(
                        replies,
                        row.getString("replies_about"),
                        row.getTimestamp("replies_until").toInstant()));
        return new Due(
                row.getObject("id", UUID.class),
                Sort.of(row.getString("sort")),
                partnership.isEmpty()
                        ? Optional.empty()
                        : Optional.of(language.pick(row.getString("name_en"), row.getString("name_cy"))),
                Optional.ofNullable(row.getString("slug")).orElse(""),
                row.getString("goes_to"),
                row.getBoolean("wanted"),
                row.getString("secret"),
                row.getObject("account", UUID.class) != null,
                language,
                row.getTimestamp("posted_at").toInstant(),
                row.getInt("attempts"),
                new Letter(
                        row.getString("kind"),
                        List.of((String[]) row.getArray("parts").getArray()),
                        row.getString("path"),
                        row.getString("about"),
                        Optional.empty(),
                        event.isEmpty() ? Optional.empty() : Optional.of(json.readValue(event, Invited.class)),
                        answers));
    }
}
