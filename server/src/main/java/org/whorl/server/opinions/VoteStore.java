package org.whorl.server.opinions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** Votes in the database. Who cast them is nobody: a fingerprint of a code, and no time. */
@Repository
class VoteStore {

    private final JdbcClient jdbc;

    VoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody who votes, and what they said of themselves. */
    record Voter(UUID id, Optional<Integer> number, Optional<Integer> role, String why) {}

    /** One vote. */
    record Cast(UUID voter, UUID statement, int vote) {}

    Optional<Voter> find(UUID conversation, byte[] code) {
        return jdbc.sql("select * from opinion_voter where conversation = ? and code = ?")
                .params(conversation, code)
                .query((row, _) -> voter(row))
                .optional();
    }

    /** The one with that code, new if there was none; sent twice at once it is one. */
    Voter come(UUID partnership, UUID conversation, byte[] code, String language) {
        jdbc.sql("""
                        insert into opinion_voter (partnership, id, conversation, code, language)
                        values (?, gen_random_uuid(), ?, ?, ?) on conflict (code) do nothing""").params(partnership, conversation, code, language).update();
        return find(conversation, code).orElseThrow();
    }

    /** The last vote on a statement counts. */
    void vote(UUID partnership, UUID voter, UUID statement, Vote vote) {
        jdbc.sql("""
                        insert into opinion_vote values (?, ?, ?, ?)
                        on conflict (partnership, voter, statement) do update set vote = excluded.vote""").params(partnership, voter, statement, (int) vote.cell()).update();
    }

    void say(UUID voter, Optional<Integer> role, String why) {
        jdbc.sql("update opinion_voter set role = ?, why = ? where id = ?")
                .params(Parameters.of(role, why, voter))
                .update();
    }

    void remove(UUID voter) {
        jdbc.sql("delete from opinion_voter where id = ?").param(voter).update();
    }

    Map<UUID, Vote> listSaid(UUID voter) {
        Map<UUID, Vote> said = new HashMap<>();
        jdbc.sql("select statement, vote from opinion_vote where voter = ?")
                .param(voter)
                .query(row -> {
                    said.put(row.getObject("statement", UUID.class), Vote.of(row.getInt("vote")));
                });
        return said;
    }

    /** Everybody who has voted on something, in an order that says nothing of when they came. */
    List<Voter> listVoters(UUID conversation) {
        return jdbc.sql("""
                        select * from opinion_voter v where conversation = ?
                            and exists (select from opinion_vote o where o.voter = v.id)
                        order by number nulls last, id""").param(conversation).query((row, _) -> voter(row)).list();
    }

    List<Cast> listCast(UUID conversation) {
        return jdbc.sql("""
                        select o.* from opinion_vote o
                        join opinion_statement s on s.partnership = o.partnership and s.id = o.statement
                        where s.conversation = ?""")
                .param(conversation)
                .query((row, _) -> new Cast(
                        row.getObject("voter", UUID.class), row.getObject("statement", UUID.class), row.getInt("vote")))
                .list();
    }

    /** What voters wrote, in no order. */
    List<String> listWhy(UUID conversation) {
        return jdbc.sql("select why from opinion_voter where conversation = ? and why <> '' order by md5(why)")
                .param(conversation)
                .query(String.class)
                .list();
    }

    /** Somebody of a file. */
    record Brought(UUID id, Optional<Integer> number, Optional<Integer> role) {}

    /** All votes of a file at once. */
    void addAll(UUID partnership, UUID conversation, List<Brought> voters, List<Cast> cast) {
        voters.forEach(voter -> jdbc.sql(
                        "insert into opinion_voter (partnership, id, conversation, number, role) values (?, ?, ?, ?, ?)")
                .params(Parameters.of(partnership, voter.id(), conversation, voter.number(), voter.role()))
                .update());
        int piece = 20_000;
        for (int from = 0; from < cast.size(); from += piece) {
            List<Cast> some = new ArrayList<>(cast.subList(from, Math.min(cast.size(), from + piece)));
            jdbc.sql("insert into opinion_vote select ?, * from unnest(?::uuid[], ?::uuid[], ?::smallint[])")
                    .params(
                            partnership,
                            some.stream().map(each -> each.voter().toString()).toArray(String[]::new),
                            some.stream()
                                    .map(each -> each.statement().toString())
                                    .toArray(String[]::new),
                            some.stream().map(Cast::vote).toArray(Integer[]::new))
                    .update();
        }
    }

    private static Voter voter(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Voter(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("number", Integer.class)),
                Optional.ofNullable(row.getObject("role", Integer.class)),
                row.getString("why"));
    }
}
