package org.whorl.server.voices;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who lives, works and pays here, in the database. */
@Repository
class ReferenceStore {

    private final JdbcClient jdbc;

    ReferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Reference> find(Axis axis) {
        SequencedMap<String, Double> sizes = new LinkedHashMap<>();
        jdbc.sql("select part, size from mix_group where axis = ? order by part")
                .param(axis.key())
                .query((RowCallbackHandler) row -> sizes.put(row.getString("part"), row.getDouble("size")));
        return jdbc.sql("select * from mix_source where axis = ?")
                .param(axis.key())
                .query((row, _) -> new Reference(
                        axis,
                        sizes,
                        row.getString("source"),
                        row.getObject("as_of", LocalDate.class),
                        row.getString("language")))
                .optional();
    }

    void put(UUID partnership, Reference reference) {
        remove(reference.axis());
        jdbc.sql("insert into mix_source values (?, ?, ?, ?, ?)")
                .params(partnership, reference.axis().key(), reference.source(), reference.on(), reference.language())
                .update();
        reference
                .sizes()
                .forEach((part, size) -> jdbc.sql("insert into mix_group values (?, ?, ?, ?)")
                        .params(partnership, reference.axis().key(), part, size)
                        .update());
    }

    void remove(Axis axis) {
        jdbc.sql("delete from mix_source where axis = ?").param(axis.key()).update();
    }
}
