package org.whorl.server.circles;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;
import org.whorl.server.trust.Viewer;

/** Items, their proposals, rounds and replies, in the database. */
@Repository
class ItemStore {

    private static final String ITEMS = """
            select i.*, m.name as doer, w.name as no_lived_name from sdmi_item i
            left join member w on w.partnership = i.partnership and w.id = i.no_lived_by
            left join member m on m.partnership = i.partnership and m.id = i.does_member and m.left_on is null\s""";

    /** What was adopted as a trial whose last day has come, as far as nobody has been told. */
    private static final String TRIALS = """
            from sdmi_item i join sdmi_proposal p on p.partnership = i.partnership and p.item = i.id
            where i.outcome = 'adopted' and p.trial_until <= ? and i.trial_told is distinct from p.trial_until
                and not exists (select from sdmi_proposal n where n.partnership = p.partnership and n.item = p.item
                    and n.number > p.number)""";

    private final JdbcClient jdbc;

    ItemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID partnership, Item item) {
        jdbc.sql("""
                        insert into sdmi_item (partnership, id, circle, meeting, owner, question, language, minutes, purpose, proposal,
                            wanted, reason, affected, money, staff, several, law, level, level_reason, opened_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        item.id(),
                        item.circle(),
                        item.meeting(),
                        item.owner(),
                        item.words().question(),
                        item.words().language(),
                        item.words().minutes(),
                        item.words().purpose().key(),
                        item.words().proposal(),
                        item.words().wanted(),
                        item.words().reason(),
                        item.words().affected(),
                        item.touches().money(),
                        item.touches().staff(),
                        item.touches().several(),
                        item.touches().law(),
                        item.level().key(),
                        item.levelReason(),
                        Date.valueOf(item.openedOn())))
                .update();
    }

    /** The last first. */
    List<Item> list() {
        return jdbc.sql(ITEMS + "order by i.opened_on desc, i.raised_at desc, i.id")
                .query((row, _) -> item(row))
                .list();
    }

    Optional<Item> find(UUID id) {
        return jdbc.sql(ITEMS + "where i.id = ?")
                .param(id)
                .query((row, _) -> item(row))
                .optional();
    }

    /** The same, and nobody else changes it, replies to it or ends its round before this transaction is over. */
    Optional<Item> hold(UUID id) {
        return jdbc.sql(ITEMS + "where i.id = ? for update of i")
                .param(id)
                .query((row, _) -> item(row))
                .optional();
    }

    void end(UUID id, Item.End end) {
        jdbc.sql("""
                        update sdmi_item set outcome = ?, outcome_note = ?, does_who = ?, does_by = ?, does_member = ?,
                            wider = ?, ended_on = ?, version = version + 1, rule = coalesce(rule, (select c.rule from sdmi_circle c
                                where c.partnership = sdmi_item.partnership and c.id = sdmi_item.circle)) where id = ?""")
                .params(Parameters.of(
                        end.outcome().key(),
                        end.note(),
                        end.who(),
                        end.by().map(Date::valueOf),
                        end.doer().map(Item.Doer::member),
                        end.wider(),
                        Date.valueOf(end.on()),
                        id))
                .update();
    }

    /** It is done since that day, or is not done after all. */
    void putDone(UUID id, Optional<LocalDate> day) {
        jdbc.sql("update sdmi_item set done_on = ? where id = ?")
                .params(Parameters.of(day.map(Date::valueOf), id))
                .update();
    }

    void putNoLivedReason(UUID id, String reason, Optional<UUID> by) {
        jdbc.sql("update sdmi_item set no_lived_reason = ?, no_lived_by = ? where id = ?")
                .params(Parameters.of(reason, by, id))
                .update();
    }

    /** It is decided by that rule, whatever its circle decides by later; the first to be said stays. */
    void putRule(UUID id, Rule rule) {
        jdbc.sql("update sdmi_item set rule = ? where id = ? and rule is null")
                .params(rule.key(), id)
                .update();
    }

    /** Partnerships in which a trial has come to its last day by then, and nobody has been told. */
    List<UUID> listPartnershipsWithTrials(LocalDate today) {
        return jdbc.sql("select distinct i.partnership " + TRIALS)
                .param(Date.valueOf(today))
                .query(UUID.class)
                .list();
    }

    /** Those items. */
    List<Item> listTrials(LocalDate today) {
        return jdbc.sql(ITEMS + "where i.id in (select i.id " + TRIALS + ") order by i.id")
                .param(Date.valueOf(today))
                .query((row, _) -> item(row))
                .list();
    }

    /** Notes that people are told of that last day; false if somebody has noted it already. */
    boolean tellTrial(UUID id, LocalDate day) {
        return jdbc.sql("update sdmi_item set trial_told = ? where id = ? and trial_told is distinct from ?")
                        .params(Date.valueOf(day), id, Date.valueOf(day))
                        .update()
                == 1;
    }

    void putCoach(UUID id, String coach) {
        jdbc.sql("update sdmi_item set coach = ? where id = ?")
                .params(coach, id)
                .update();
    }

    void add(UUID partnership, UUID item, Proposal proposal) {
        jdbc.sql("""
                        insert into sdmi_proposal (partnership, item, number, words, why, trial_until) values (?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        item,
                        proposal.number(),
                        proposal.words(),
                        proposal.why(),
                        proposal.trialUntil().map(Date::valueOf)))
                .update();
    }

    /** The first stands with the item, because its owner may still change it; the others are never changed. */
    List<Proposal> listProposals(UUID item) {
        return jdbc.sql("""
                        select 1 as number, proposal as words, '' as why, null::date as trial_until from sdmi_item
                        where id = :item and btrim(proposal) <> ''
                        union all select number, words, why, trial_until from sdmi_proposal where item = :item
                        order by number""")
                .param("item", item)
                .query((row, _) -> new Proposal(
                        row.getInt("number"), row.getString("words"), row.getString("why"), day(row, "trial_until")))
                .list();
    }

    void add(UUID partnership, Round round) {
        jdbc.sql("""
                        insert into sdmi_round (partnership, id, item, number, kind, proposal, opened_at, until)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        round.id(),
                        round.item(),
                        round.number(),
                        round.kind().key(),
                        round.proposal(),
                        Timestamp.from(round.openedAt()),
                        round.until().map(Timestamp::from)))
                .update();
        round.expected()
                .forEach(seat -> jdbc.sql("insert into sdmi_expected (partnership, round, seat) values (?, ?, ?)")
                        .params(partnership, round.id(), seat)
                        .update());
    }

    /** The round waits for these too. */
    void expect(UUID partnership, UUID round, Set<UUID> seats) {
        seats.forEach(seat -> jdbc.sql(
                        "insert into sdmi_expected (partnership, round, seat) values (?, ?, ?) on conflict do nothing")
                .params(partnership, round, seat)
                .update());
    }

    /** Notes that somebody said that it touches something, or no longer does. */
    void addTouched(UUID partnership, UUID item, String what, boolean off, Optional<Seat> by, Instant at) {
        jdbc.sql("""
                        insert into sdmi_touched (partnership, item, number, what, taken_off, seat, member, said_at)
                        select ?, ?, count(*) + 1, ?, ?, ?::uuid, ?::uuid, ? from sdmi_touched where item = ?""")
                .params(Parameters.of(
                        partnership,
                        item,
                        what,
                        off,
                        by.map(Seat::id),
                        Viewer.current().member(),
                        Timestamp.from(at),
                        item))
                .update();
    }

    /** What was said later of what it touches, the first first. */
    List<Sight.Touched> listTouched(UUID item) {
        return jdbc.sql("""
                        select t.what, t.taken_off, t.said_at, coalesce(m.name, s.name, '') as said_by from sdmi_touched t
                        left join member m on m.partnership = t.partnership and m.id = t.member
                        left join sdmi_seat s on s.partnership = t.partnership and s.id = t.seat
                        where t.item = ? order by t.number""")
                .param(item)
                .query((row, _) -> new Sight.Touched(
                        row.getString("what"),
                        row.getBoolean("taken_off"),
                        row.getString("said_by"),
                        row.getTimestamp("said_at").toInstant()))
                .list();
    }

    /** The rounds that go on and wait for somebody who has left wait for them no longer; which ones those were. */
    List<UUID> waitNoLonger(UUID seat, Instant now) {
        return jdbc.sql("""
                        delete from sdmi_expected e using sdmi_round r
                        where r.partnership = e.partnership and r.id = e.round and e.seat = ? and r.closed_at is null
                            and (r.until is null or r.until > ?)
                            and not exists (select from sdmi_reply y where y.partnership = e.partnership
                                and y.round = e.round and y.seat = e.seat)
                        returning e.round""").params(seat, Timestamp.from(now)).query(UUID.class).list();
    }

    void close(UUID round, Instant at, String why, Optional<UUID> by) {
        jdbc.sql("""
                        update sdmi_round set closed_at = ?, ended_why = ?, ended_by = ? where id = ? and closed_at is null""").params(Parameters.of(Timestamp.from(at), why, by, round)).update();
    }

    /** The first first, with all that was said: only the door knows what of it may be shown. */
    List<Round> listRounds(UUID item) {
        Map<UUID, Set<UUID>> expected = new HashMap<>();
        jdbc.sql("""
                        select e.round, e.seat from sdmi_expected e join sdmi_round r on r.partnership = e.partnership
                            and r.id = e.round where r.item = ?""").param(item).query((RowCallbackHandler)
                row -> expected.computeIfAbsent(row.getObject("round", UUID.class), _ -> new HashSet<>())
                        .add(row.getObject("seat", UUID.class)));
        Map<UUID, List<Reply>> replies = new HashMap<>();
        jdbc.sql("""
                        select y.* from sdmi_reply y join sdmi_round r on r.partnership = y.partnership and r.id = y.round
                            join sdmi_seat s on s.partnership = y.partnership and s.id = y.seat
                        where r.item = ? order by s.name, s.id""").param(item).query((RowCallbackHandler)
                row -> replies.computeIfAbsent(row.getObject("round", UUID.class), _ -> new ArrayList<>())
                        .add(reply(row)));
        return jdbc.sql("""
                        select r.*, m.name as ended_name from sdmi_round r
                        left join member m on m.partnership = r.partnership and m.id = r.ended_by
                        where r.item = ? order by r.number""")
                .param(item)
                .query((row, _) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Round(
                            id,
                            item,
                            row.getInt("number"),
                            Round.Kind.of(row.getString("kind")),
                            row.getInt("proposal"),
                            row.getTimestamp("opened_at").toInstant(),
                            moment(row, "until"),
                            moment(row, "closed_at"),
                            new Round.Ended(row.getString("ended_why"), text(row, "ended_name")),
                            expected.getOrDefault(id, Set.of()),
                            replies.getOrDefault(id, List.of()));
                })
                .list();
    }

    /** Keeps what somebody says, once: said again before the round is open, it takes the place of what they said before. */
    void put(UUID partnership, UUID round, Reply reply, Instant at) {
        jdbc.sql("""
                        insert into sdmi_reply (partnership, round, seat, stance, harm, words, resolves, support, language, replied_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (partnership, round, seat) do update set stance = excluded.stance, harm = excluded.harm,
                            words = excluded.words, resolves = excluded.resolves, support = excluded.support,
                            language = excluded.language""")
                .params(Parameters.of(
                        partnership,
                        round,
                        reply.seat(),
                        reply.stance().key(),
                        reply.harm().map(Reply.Harm::key).orElse(""),
                        reply.words(),
                        reply.resolves(),
                        reply.support(),
                        reply.language(),
                        Timestamp.from(at)))
                .update();
    }

    boolean answer(UUID round, UUID seat, String words) {
        return jdbc.sql("update sdmi_reply set answer = ? where round = ? and seat = ?")
                        .params(words, round, seat)
                        .update()
                == 1;
    }

    private static Item item(ResultSet row) throws SQLException {
        LocalDate ended = row.getObject("ended_on", LocalDate.class);
        UUID doer = row.getObject("does_member", UUID.class);
        return new Item(
                row.getObject("id", UUID.class),
                row.getObject("circle", UUID.class),
                Optional.ofNullable(row.getObject("meeting", UUID.class)),
                row.getObject("owner", UUID.class),
                new Item.Words(
                        row.getString("question"),
                        row.getString("language"),
                        row.getInt("minutes"),
                        Item.Purpose.of(row.getString("purpose")).orElseThrow(),
                        row.getString("proposal"),
                        row.getString("wanted"),
                        row.getString("reason"),
                        row.getString("affected")),
                new Item.Touches(
                        row.getBoolean("money"),
                        row.getBoolean("staff"),
                        row.getBoolean("several"),
                        row.getBoolean("law")),
                Level.of(row.getString("level")).orElseThrow(),
                row.getString("level_reason"),
                Rule.of(text(row, "rule")),
                row.getString("no_lived_reason"),
                text(row, "no_lived_name"),
                row.getString("coach"),
                ended == null
                        ? Optional.empty()
                        : Optional.of(new Item.End(
                                Item.Outcome.of(row.getString("outcome")).orElseThrow(),
                                ended,
                                row.getString("outcome_note"),
                                row.getString("does_who"),
                                day(row, "does_by"),
                                Optional.ofNullable(row.getString("doer")).map(name -> new Item.Doer(doer, name)),
                                day(row, "done_on"),
                                Optional.ofNullable(row.getObject("wider", UUID.class)))),
                row.getObject("opened_on", LocalDate.class),
                row.getInt("version"));
    }

    private static Reply reply(ResultSet row) throws SQLException {
        int support = row.getInt("support");
        return new Reply(
                row.getObject("seat", UUID.class),
                Reply.Stance.of(row.getString("stance")).orElseThrow(),
                Reply.Harm.of(row.getString("harm")),
                row.getString("words"),
                row.getString("resolves"),
                support == 0 ? Optional.empty() : Optional.of(support),
                row.getString("language"),
                row.getString("answer"));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
