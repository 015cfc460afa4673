package org.whorl.server.decisions;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** What stands beside a decision in the database: evidence, helpers, dissent, signatures, reviews, packs and replies. */
@Repository
class BesideStore {

    private final JdbcClient jdbc;

    BesideStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Evidence> listEvidence(UUID decision) {
        return jdbc.sql("select * from decision_evidence where decision = ? order by added_at, id")
                .param(decision)
                .query((row, _) -> new Evidence(
                        row.getObject("id", UUID.class),
                        Evidence.Kind.find(row.getString("kind")).orElseThrow(),
                        row.getObject("target", UUID.class),
                        row.getInt("number")))
                .list();
    }

    /** The decisions that rest on something. */
    List<UUID> listResting(Evidence.Kind kind, UUID target) {
        return jdbc.sql("select distinct decision from decision_evidence where kind = ? and target = ?")
                .params(kind.key(), target)
                .query(UUID.class)
                .list();
    }

    void addEvidence(UUID partnership, UUID decision, Evidence evidence) {
        jdbc.sql("""
                        insert into decision_evidence (partnership, id, decision, kind, target, number) values (?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(
                        partnership,
                        evidence.id(),
                        decision,
                        evidence.kind().key(),
                        evidence.target(),
                        evidence.number())
                .update();
    }

    boolean removeEvidence(UUID decision, UUID id) {
        return jdbc.sql("delete from decision_evidence where decision = ? and id = ?")
                        .params(decision, id)
                        .update()
                == 1;
    }

    List<UUID> listHelpers(UUID decision) {
        return jdbc.sql("select member from decision_helper where decision = ? order by member")
                .param(decision)
                .query(UUID.class)
                .list();
    }

    void addHelper(UUID partnership, UUID decision, UUID member) {
        jdbc.sql("insert into decision_helper values (?, ?, ?) on conflict do nothing")
                .params(partnership, decision, member)
                .update();
    }

    void removeHelper(UUID decision, UUID member) {
        jdbc.sql("delete from decision_helper where decision = ? and member = ?")
                .params(decision, member)
                .update();
    }

    List<Dissent> listDissent(UUID decision) {
        return jdbc.sql("""
                        select d.*, coalesce(m.name, '') as name from decision_dissent d
                        left join member m on m.partnership = d.partnership and m.id = d.member
                        where d.decision = ? order by d.said_on, d.id""")
                .param(decision)
                .query((row, _) -> new Dissent(
                        row.getString("name"),
                        row.getString("words"),
                        row.getString("language"),
                        row.getObject("said_on", LocalDate.class)))
                .list();
    }

    void addDissent(UUID partnership, UUID decision, Optional<UUID> member, Dissent dissent) {
        jdbc.sql("insert into decision_dissent values (?, gen_random_uuid(), ?, ?, ?, ?, ?)")
                .params(Parameters.of(
                        partnership, decision, member, dissent.words(), dissent.language(), Date.valueOf(dissent.on())))
                .update();
    }

    List<Signatory> listSignatories(UUID decision) {
        return jdbc.sql("""
                        select s.*, p.name_en, p.name_cy, m.name from decision_signatory s
                        join partner p on p.partnership = s.partnership and p.id = s.partner
                        join member m on m.partnership = s.partnership and m.id = s.member
                        where s.decision = ? order by p.name_en, s.partner""")
                .param(decision)
                .query((row, _) -> new Signatory(
                        row.getObject("partner", UUID.class),
                        row.getString("name_en"),
                        row.getString("name_cy"),
                        row.getObject("member", UUID.class),
                        row.getString("name"),
                        row.getString("words"),
                        Optional.ofNullable(row.getTimestamp("signed_at")).map(Timestamp::toInstant),
                        row.getInt("signed")))
                .list();
    }

    /** The decisions that are made and wait for a member's signature, the one made first first. */
    List<UUID> listToSign(UUID member) {
        return jdbc.sql("""
                        select d.id from decision d where d.state = 'made' and exists (
                            select 1 from decision_signatory s
                            where s.partnership = d.partnership and s.decision = d.id and s.member = ? and s.signed_at is null)
                        order by d.made_on, d.id""").param(member).query(UUID.class).list();
    }

    /** Names who signs for an organisation; false if somebody has signed for it already. */
    boolean nameSignatory(UUID partnership, UUID decision, UUID partner, UUID member) {
        return jdbc.sql("""
                        insert into decision_signatory (partnership, decision, partner, member) values (?, ?, ?, ?)
                        on conflict (partnership, decision, partner) do update set member = excluded.member
                            where decision_signatory.signed_at is null""").params(partnership, decision, partner, member).update() == 1;
    }

    boolean sign(UUID decision, UUID member, String words, Instant at, int version) {
        return jdbc.sql("""
                        update decision_signatory set words = ?, signed_at = ?, signed = ?
                        where decision = ? and member = ? and signed_at is null""")
                        .params(words, Timestamp.from(at), version, decision, member)
                        .update()
                > 0;
    }

    /** Nobody has signed what is decided anew; what they signed before is in the packs. */
    void clearSignatures(UUID decision) {
        jdbc.sql("update decision_signatory set words = '', signed_at = null, signed = null where decision = ?")
                .param(decision)
                .update();
    }

    List<Review> listReviews(UUID decision) {
        return jdbc.sql("select * from decision_review where decision = ? order by reviewed_on, id")
                .param(decision)
                .query((row, _) -> new Review(
                        row.getString("outcome"),
                        row.getString("learnt"),
                        row.getString("language"),
                        row.getObject("reviewed_on", LocalDate.class)))
                .list();
    }

    void addReview(UUID partnership, UUID decision, Review review) {
        jdbc.sql("insert into decision_review values (?, gen_random_uuid(), ?, ?, ?, ?, ?)")
                .params(
                        partnership,
                        decision,
                        review.outcome(),
                        review.learnt(),
                        review.language(),
                        Date.valueOf(review.on()))
                .update();
    }

    List<Pack> listPacks(UUID decision) {
        return jdbc.sql("""
                        select number, version, fingerprint, made_at, (length(content) + 1023) / 1024 as kilobytes
                        from decision_pack where decision = ? order by number desc""")
                .param(decision)
                .query((row, _) -> new Pack(
                        row.getInt("number"),
                        row.getInt("version"),
                        row.getString("fingerprint"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getInt("kilobytes")))
                .list();
    }

    Optional<byte[]> findPack(UUID decision, int number) {
        return jdbc.sql("select content from decision_pack where decision = ? and number = ?")
                .params(decision, number)
                .query((row, _) -> row.getBytes("content"))
                .optional();
    }

    /** Keeps a pack under the next number; two at once wait for each other at the decision. */
    int addPack(UUID partnership, UUID decision, int version, String fingerprint, byte[] content) {
        jdbc.sql("select 1 from decision where id = ? for update")
                .param(decision)
                .query(Integer.class)
                .optional();
        return jdbc.sql("""
                        insert into decision_pack (partnership, decision, number, version, fingerprint, content)
                        select ?, ?, coalesce(max(number), 0) + 1, ?, ?, ? from decision_pack where decision = ?
                        returning number""")
                .params(partnership, decision, version, fingerprint, content, decision)
                .query(Integer.class)
                .single();
    }

    List<Reply> listReplies(UUID decision) {
        return jdbc.sql("""
                        select r.*, m.name from decision_reply r
                        join member m on m.partnership = r.partnership and m.id = r.member
                        where r.decision = ? order by r.said_at, r.id""")
                .param(decision)
                .query((row, _) -> new Reply(
                        row.getString("name"),
                        row.getString("words"),
                        row.getString("language"),
                        row.getTimestamp("said_at").toInstant()))
                .list();
    }

    void addReply(UUID partnership, UUID decision, UUID member, String words, String language) {
        jdbc.sql("""
                        insert into decision_reply (partnership, id, decision, member, words, language)
                        values (?, gen_random_uuid(), ?, ?, ?, ?)""").params(partnership, decision, member, words, language).update();
    }
}
