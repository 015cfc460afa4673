package org.whorl.server.people;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** Passkeys in the database. */
@Repository
class PasskeyStore implements UserCredentialRepository {

    private final JdbcClient jdbc;

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void save(CredentialRecord made) {
        if (findByCredentialId(made.getCredentialId()) == null) {
            add(made);
        } else {
            use(made);
        }
    }

    private void add(CredentialRecord made) {
        Bytes attestation = made.getAttestationObject();
        Bytes clientData = made.getAttestationClientDataJSON();
        if (attestation == null || clientData == null) {
            throw new IllegalArgumentException("a passkey comes with what it was made from");
        }
        jdbc.sql("""
                        insert into passkey (id, account, credential, public_key, sign_count, verified, backup_eligible,
                            backed_up, transports, attestation, client_data, label, made_at, used_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID(),
                        account(made.getUserEntityUserId()),
                        made.getCredentialId().getBytes(),
                        made.getPublicKey().getBytes(),
                        made.getSignatureCount(),
                        made.isUvInitialized(),
                        made.isBackupEligible(),
                        made.isBackupState(),
                        made.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .toArray(String[]::new),
                        attestation.getBytes(),
                        clientData.getBytes(),
                        made.getLabel(),
                        Timestamp.from(made.getCreated()),
                        Timestamp.from(made.getLastUsed()))
                .update();
    }

    /** A count that does not go up is a sign of a copy; passkeys that do not count always say 0. */
    private void use(CredentialRecord used) {
        int changed = jdbc.sql("""
                        update passkey set sign_count = ?, used_at = ?
                        where credential = ? and (sign_count < ? or (sign_count = 0 and ? = 0))""")
                .params(
                        used.getSignatureCount(),
                        Timestamp.from(used.getLastUsed()),
                        used.getCredentialId().getBytes(),
                        used.getSignatureCount(),
                        used.getSignatureCount())
                .update();
        if (changed == 0) {
            throw new IllegalArgumentException("this passkey has been copied");
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return jdbc.sql("select * from passkey where credential = ?")
                .param(credential.getBytes())
                .query((row, _) -> record(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes user) {
        return jdbc.sql("select * from passkey where account = ? order by made_at")
                .param(account(user))
                .query((row, _) -> record(row))
                .list();
    }

    @Override
    public void delete(Bytes credential) {
        jdbc.sql("delete from passkey where credential = ?")
                .param(credential.getBytes())
                .update();
    }

    List<Passkey> list(UUID account) {
        return jdbc.sql("select id, label, made_at, used_at from passkey where account = ? order by made_at")
                .param(account)
                .query((row, _) -> new Passkey(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getTimestamp("used_at").toInstant()))
                .list();
    }

    int name(UUID account, UUID passkey, String label) {
        return jdbc.sql("update passkey set label = ? where id = ? and account = ?")
                .params(label, passkey, account)
                .update();
    }

    int remove(UUID account, UUID passkey) {
        return jdbc.sql("delete from passkey where id = ? and account = ?")
                .params(passkey, account)
                .update();
    }

    /** An account as authenticators know it: by the sixteen bytes of its id. */
    static Bytes handle(UUID account) {
        return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array());
    }

    /** The account of a handle. */
    static UUID account(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        if (bytes.remaining() != 2 * Long.BYTES) {
            throw new IllegalArgumentException("not a handle of ours");
        }
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static CredentialRecord record(ResultSet row) throws SQLException {
        Set<AuthenticatorTransport> transports = Arrays.stream(
                        (String[]) row.getArray("transports").getArray())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential")))
                .userEntityUserId(handle(row.getObject("account", UUID.class)))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("sign_count"))
                .uvInitialized(row.getBoolean("verified"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .transports(transports)
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .label(row.getString("label"))
                .created(row.getTimestamp("made_at").toInstant())
                .lastUsed(row.getTimestamp("used_at").toInstant())
                .build();
    }
}
