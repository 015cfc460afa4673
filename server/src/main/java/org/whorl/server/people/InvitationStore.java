package org.whorl.server.people;

import java.sql.Timestamp;
import java.time.Instant;
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
     * @param perspective whose voice they bring
     * @param invitedBy who asks them in
     * @param expiresAt good until then
     */
    record Invitation(
            UUID id,
            UUID partnership,
            Role role,
            Optional<UUID> perspective,
            Optional<UUID> invitedBy,
            Instant expiresAt) {}

    void add(Invitation invitation, byte[] secret) {
        jdbc.sql("""
                        insert into invitation (partnership, id, secret, role, perspective, invited_by, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        invitation.partnership(),
                        invitation.id(),
                        secret,
                        invitation.role().key(),
                        invitation.perspective(),
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
                        Optional.ofNullable(row.getObject("perspective", UUID.class)),
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

    Optional<Partnership> findPartnership(UUID id) {
        return jdbc.sql("select * from partnership where id = ?")
                .param(id)
                .query((row, _) -> new Partnership(
                        row.getObject("id", UUID.class),
                        row.getString("slug"),
                        row.getString("name_en"),
                        row.getString("name_cy"),
                        row.getBoolean("open_to_guests"),
                        row.getBoolean("illustrative")))
                .optional();
    }
}
