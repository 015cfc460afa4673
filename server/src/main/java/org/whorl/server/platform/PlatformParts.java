package org.whorl.server.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The way to the database; see {@link Ground}. What is begun last is stopped first: nobody loses it while they write. */
@Configuration(proxyBeanMethods = false)
class PlatformParts {

    @Bean
    DataSource dataSource(Ground ground) throws IOException {
        Database database = ground.database();
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("whorl");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        // Said once for each connection: said at each transaction, the driver would ask the database every time.
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setMaximumPoolSize(16);
        pool.setMinimumIdle(2);
        // While PostgreSQL is being started again, people wait a little rather than being sent away.
        pool.setConnectionTimeout(20_000);
        pool.setValidationTimeout(3_000);
        return pool;
    }

    @Bean
    WholeStore wholeStore(Ground ground) throws IOException {
        return new WholeStore(ground.database());
    }

    @Bean
    PartnershipCopy partnershipCopy(Ground ground) throws IOException {
        return new PartnershipCopy(ground.database());
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new TenantTransactions(dataSource);
    }
}
