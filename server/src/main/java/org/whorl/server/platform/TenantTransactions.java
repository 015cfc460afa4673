package org.whorl.server.platform;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/** Tells PostgreSQL at the beginning of every transaction whose rows may be seen in it; see {@link Tenancy}. */
final class TenantTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    TenantTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        tell(Tenancy.current(), Tenancy.only());
    }

    private void tell(String whose, String only) {
        @Nullable DataSource dataSource = getDataSource();
        if (dataSource == null) {
            throw new CannotCreateTransactionException("there is no database");
        }
        // `true`: forgotten by PostgreSQL at the end of the transaction, so a pooled connection carries nothing over.
        try (PreparedStatement statement = DataSourceUtils.getConnection(dataSource)
                .prepareStatement(
                        "select set_config('whorl.partnership', ?, true), set_config('whorl.spiral', ?, true)")) {
            statement.setString(1, whose);
            statement.setString(2, only);
            statement.execute();
        } catch (SQLException e) {
            throw new CannotCreateTransactionException("the database could not be told whose rows to show", e);
        }
    }
}
