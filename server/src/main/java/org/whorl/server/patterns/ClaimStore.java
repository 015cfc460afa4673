package org.whorl.server.patterns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.search.Findable;
import org.whorl.server.trust.Action;

/** Claims in the database. Of stories it holds places in the text, never words. */
@Repository
class ClaimStore {

    static final Findable PUBLISHED = new Findable("claim", Action.LOOK, """
            select c.sentence as title, '' as other, c.language as lang, '' as words, '/patterns/claims/' || c.id as path
            from claim c where c.state = 'published'""");

    private final JdbcClient jdbc;

    ClaimStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Claim> list(Claim.State state) {
        return jdbc.sql("select * from claim where state = ? order by coalesce(published_at, changed_at) desc, id")
                .param(state.key())
                .query((row, _) -> claim(row))
                .list();
    }

    Optional<Claim> find(UUID id) {
        return jdbc.sql("select * from claim where id = ? and state <> 'aside'")
                .param(id)
                .query((row, _) -> claim(row))
                .optional();
    }

    void add(UUID partnership, Claim claim, UUID member) {
        jdbc.sql(
                        "insert into claim (partnership, id, sentence, language, made_by, changed_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        partnership,
                        claim.id(),
                        claim.sentence(),
                        claim.language(),
                        member,
                        Timestamp.from(claim.changedAt()))
                .update();
    }

    /** Keeps one from being changed until what is done now is done. */
    void lock(UUID claim) {
        jdbc.sql("select 1 from claim where id = ? for update")
                .param(claim)
                .query(Integer.class)
                .optional();
    }

    void addQuote(UUID partnership, UUID claim, Quotes.Kept quote, UUID member) {
        Passage passage = quote.passage();
        jdbc.sql("""
                        insert into claim_quote (partnership, id, claim, story, from_char, until_char, mark, member)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        partnership,
                        quote.id(),
                        claim,
                        passage.story(),
                        passage.begin(),
                        passage.end(),
                        passage.mark(),
                        member)
                .update();
    }

    boolean removeQuote(UUID claim, UUID quote) {
        return jdbc.sql("delete from claim_quote where claim = ? and id = ?")
                        .params(claim, quote)
                        .update()
                == 1;
    }

    List<Quotes.Kept> listQuotes(UUID claim) {
        return jdbc.sql("select * from claim_quote where claim = ? order by at, id")
                .param(claim)
                .query((row, _) -> new Quotes.Kept(
                        row.getObject("id", UUID.class),
                        new Passage(
                                row.getObject("story", UUID.class),
                                row.getInt("from_char"),
                                row.getInt("until_char"),
                                row.getLong("mark"))))
                .list();
    }

    /** Notes that whoever told a story has been told of the claim; false if they have. */
    boolean addTold(UUID partnership, UUID claim, UUID story) {
        return jdbc.sql("insert into claim_told values (?, ?, ?) on conflict do nothing")
                        .params(partnership, claim, story)
                        .update()
                == 1;
    }

    void addReading(UUID partnership, UUID claim, UUID member, Said said) {
        jdbc.sql("insert into claim_reading values (?, gen_random_uuid(), ?, ?, ?, ?, ?)")
                .params(partnership, claim, member, said.words(), said.language(), Timestamp.from(said.at()))
                .update();
    }

    List<Said> listReadings(UUID claim) {
        return jdbc.sql("""
                        select r.*, m.name from claim_reading r join member m on m.id = r.member
                        where r.claim = ? order by r.at, r.id""").param(claim).query((row, _) -> said(row)).list();
    }

    void addStance(UUID partnership, UUID claim, UUID member, Claim.Stance stance) {
        Said said = stance.said();
        jdbc.sql("insert into claim_stance values (?, gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        partnership,
                        claim,
                        stance.perspective(),
                        stance.kind(),
                        member,
                        said.words(),
                        said.language(),
                        Timestamp.from(said.at()))
                .update();
    }

    List<Claim.Stance> listStances(UUID claim) {
        return jdbc.sql("""
                        select r.*, m.name from claim_stance r join member m on m.id = r.member
                        where r.claim = ? order by r.at, r.id""")
                .param(claim)
                .query((row, _) ->
                        new Claim.Stance(row.getObject("perspective", UUID.class), row.getString("stance"), said(row)))
                .list();
    }

    void addLink(UUID partnership, UUID claim, UUID member, Claim.Link link) {
        jdbc.sql("insert into claim_link (partnership, id, claim, member, path, name, language)"
                        + " values (?, gen_random_uuid(), ?, ?, ?, ?, ?)")
                .params(partnership, claim, member, link.path(), link.name(), link.language())
                .update();
    }

    List<Claim.Link> listLinks(UUID claim) {
        return jdbc.sql("select * from claim_link where claim = ? order by at, id")
                .param(claim)
                .query((row, _) ->
                        new Claim.Link(row.getString("path"), row.getString("name"), row.getString("language")))
                .list();
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(
                row.getString("words"),
                row.getString("language"),
                row.getString("name"),
                row.getTimestamp("at").toInstant());
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getObject("id", UUID.class),
                Claim.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("sentence"),
                row.getString("language"),
                row.getTimestamp("changed_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("published_at")).map(Timestamp::toInstant),
                row.getInt("version"));
    }
}
