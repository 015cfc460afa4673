package org.whorl.server.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.design.Option;
import org.whorl.server.platform.Parameters;
import org.whorl.server.trust.Role;

/** Keys for programs in the database; of their secrets only the fingerprints. */
@Repository
class TokenStore {

    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A key that is used.
     *
     * @param id which one
     * @param account its owner's account
     * @param roles what it may at most
     * @param only the one spiral it is for
     * @param usedAt when it was used before
     * @param strong can its owner show by two things who they are?
     */
    record Held(
            UUID id, UUID account, Set<Role> roles, Optional<UUID> only, Optional<Instant> usedAt, boolean strong) {}

    void add(UUID partnership, UUID member, Token token, Optional<UUID> only, byte[] secret) {
        jdbc.sql("""
                        insert into token (partnership, id, member, name, secret, roles, only_spiral, made_at, expires_at)
                        values (?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        token.id(),
                        member,
                        token.name(),
                        secret,
                        String.join(",", token.roles()),
                        only,
                        Timestamp.from(token.madeAt()),
                        Timestamp.from(token.expiresAt())))
                .update();
    }

    /** A member's keys that still work, the newest first. */
    List<Token> list(UUID member, Instant now) {
        return jdbc.sql("""
                        select t.*, s.question from token t
                        left join spiral s on s.partnership = t.partnership and s.id = t.only_spiral
                        where t.member = ? and t.withdrawn_at is null and t.expires_at > ?
                        order by t.made_at desc, t.id""")
                .params(member, Timestamp.from(now))
                .query((row, _) -> token(row))
                .list();
    }

    /** Every key of the partnership that still works, by owner, the newest first. */
    List<OwnedToken> listAll(Instant now) {
        return jdbc.sql("""
                        select t.*, s.question, m.name as owner from token t
                        join member m on m.partnership = t.partnership and m.id = t.member
                        left join spiral s on s.partnership = t.partnership and s.id = t.only_spiral
                        where t.withdrawn_at is null and t.expires_at > ? and m.left_on is null
                        order by m.name, m.id, t.made_at desc, t.id""")
                .params(Timestamp.from(now))
                .query((row, _) -> new OwnedToken(row.getString("owner"), token(row)))
                .list();
    }

    /** Ends one of the partnership's; false if there is none. */
    boolean end(UUID id, Instant now) {
        return jdbc.sql("update token set withdrawn_at = ? where id = ? and withdrawn_at is null")
                        .params(Timestamp.from(now), id)
                        .update()
                == 1;
    }

    /** Has an account any key that still works, in any partnership? */
    boolean hasAny(UUID account, Instant now) {
        return jdbc.sql("""
                        select exists (select from token t
                            join member m on m.partnership = t.partnership and m.id = t.member
                            where m.account = ? and t.withdrawn_at is null and t.expires_at > ?)""")
                .params(account, Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    /** Ends every key of an account, in every partnership. */
    int endAll(UUID account, Instant now) {
        return jdbc.sql("""
                        update token t set withdrawn_at = ? from member m
                        where m.partnership = t.partnership and m.id = t.member and m.account = ?
                            and t.withdrawn_at is null""").params(Timestamp.from(now), account).update();
    }

    /** Ends one of a member's own; false if there is none. */
    boolean withdraw(UUID member, UUID id, Instant now) {
        return jdbc.sql("update token set withdrawn_at = ? where member = ? and id = ? and withdrawn_at is null")
                        .params(Timestamp.from(now), member, id)
                        .update()
                == 1;
    }

    /** The key with that fingerprint, if it still works. */
    Optional<Held> find(byte[] secret, Instant now) {
        return jdbc.sql("""
                        select t.id, m.account, t.roles, t.only_spiral, t.used_at,
                            a.second_step is not null or exists (select from passkey p where p.account = a.id)
                                or exists (select from identity i where i.account = a.id) as strong
                        from token t
                        join member m on m.partnership = t.partnership and m.id = t.member
                        join account a on a.id = m.account
                        where t.secret = ? and t.withdrawn_at is null and t.expires_at > ?""")
                .params(secret, Timestamp.from(now))
                .query((row, _) -> new Held(
                        row.getObject("id", UUID.class),
                        row.getObject("account", UUID.class),
                        Arrays.stream((String[]) row.getArray("roles").getArray())
                                .map(Role::of)
                                .collect(Collectors.toUnmodifiableSet()),
                        Optional.ofNullable(row.getObject("only_spiral", UUID.class)),
                        moment(row, "used_at"),
                        row.getBoolean("strong")))
                .optional();
    }

    /** Notes that it is used. */
    int use(UUID id, Instant now) {
        return jdbc.sql("update token set used_at = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    /** The spirals a key could be for: those its owner sees. */
    List<Option> listSpirals() {
        return jdbc.sql("select id, question from spiral where closed_on is null order by started_on desc, question")
                .query((row, _) -> new Option(row.getString("id"), row.getString("question")))
                .list();
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getObject("id", UUID.class),
                row.getString("name"),
                List.of((String[]) row.getArray("roles").getArray()),
                Optional.ofNullable(row.getString("question")),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                moment(row, "used_at"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
