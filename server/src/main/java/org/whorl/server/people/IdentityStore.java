package org.whorl.server.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** In the database, who somebody is for an organisation that signs them in. */
@Repository
class IdentityStore {

    private final JdbcClient jdbc;

    IdentityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The account that identity signs in to. */
    Optional<UUID> find(String issuer, String subject) {
        return jdbc.sql("select account from identity where issuer = ? and subject = ?")
                .params(issuer, subject)
                .query(UUID.class)
                .optional();
    }

    /** False if that identity signs in to an account already. */
    boolean add(Identity identity, UUID account, Instant now) {
        return jdbc.sql("""
                        insert into identity (issuer, subject, account, provider, made_at) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(
                                identity.issuer(),
                                identity.subject(),
                                account,
                                identity.provider(),
                                Timestamp.from(now))
                        .update()
                == 1;
    }

    /** The short names of the organisations that sign an account in. */
    List<String> listProviders(UUID account) {
        return jdbc.sql("select distinct provider from identity where account = ? order by provider")
                .param(account)
                .query(String.class)
                .list();
    }

    int remove(UUID account, String provider) {
        return jdbc.sql("delete from identity where account = ? and provider = ?")
                .params(account, provider)
                .update();
    }
}
