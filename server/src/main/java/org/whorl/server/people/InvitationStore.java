package org.whorl.server.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;
import org.whorl.server.trust.Role;

/** Invitations in the database; of their secrets only the fingerprint. */
@Repository
class InvitationStore {

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An invitation.
     *
     * @param id which one
     * @param partnership where it leads
     * @param role what the guest will do
     * @param offer what comes with it
     * @param invitedBy who asks them in
     * @param expiresAt good until then
     */
    record Invitation(UUID id, UUID partnership, Role role, Offer offer, Optional<UUID> invitedBy, Instant expiresAt) {}

    void add(Invitation invitation, byte[] secret) {
        jdbc.sql("""
                        insert into invitation (partnership, id, secret, role, perspective, partner, circle, spiral, until,
                            invited_by, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        invitation.partnership(),
                        invitation.id(),
                        secret,
                        invitation.role().key(),
                        invitation.offer().perspective(),
                        invitation.offer().partner(),
                        invitation.offer().circle(),
                        invitation.offer().spiral(),
                        invitation.offer().until(),
                        invitation.invitedBy(),
                        Timestamp.from(invitation.expiresAt())))
                .update();
    }

    Optional<Invitation> findUnused(byte[] secret) {
        return jdbc.sql("select * from invitation where secret = ? and used_at is null")
                .param(secret)
                .query((row, _) -> new Invitation(
                        row.getObject("id", UUID.class),
                        row.getObject("partnership", UUID.class),
                        Role.of(row.getString("role")),
                        new Offer(
                                Optional.ofNullable(row.getObject("perspective", UUID.class)),
                                Optional.ofNullable(row.getObject("partner", UUID.class)),
                                row.getString("circle"),
                                Optional.ofNullable(row.getObject("spiral", UUID.class)),
                                Optional.ofNullable(row.getObject("until", LocalDate.class))),
                        Optional.ofNullable(row.getObject("invited_by", UUID.class)),
                        row.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    /** Uses it up; false if somebody was quicker. */
    boolean use(UUID id, Instant at) {
        return jdbc.sql("update invitation set used_at = ? where id = ? and used_at is null")
                        .params(Timestamp.from(at), id)
                        .update()
                == 1;
    }

    /** Counts an address that was taken. */
    int countRefusal(UUID id) {
        return jdbc.sql("update invitation set refusals = refusals + 1 where id = ? returning refusals")
                .param(id)
                .query(Integer.class)
                .single();
    }
}
