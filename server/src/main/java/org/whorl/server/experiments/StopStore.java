package org.whorl.server.experiments;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.measures.Range;

/** Of which figures people were told, and which they answered, in the database. */
@Repository
class StopStore {

    private final JdbcClient jdbc;

    StopStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A figure as it stood: which point, and which version of it. */
    record Figure(UUID point, int version) {
        static Figure of(Range range) {
            return new Figure(range.point(), range.figure());
        }
    }

    /** Notes that people are told of a figure; false if somebody has noted it already. */
    boolean ask(UUID partnership, UUID experiment, Figure figure, LocalDate today) {
        return jdbc.sql("""
                        insert into experiment_stop (partnership, experiment, point, figure, asked_on) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(partnership, experiment, figure.point(), figure.version(), Date.valueOf(today))
                        .update()
                == 1;
    }

    /** Notes that people know of a figure and go on. */
    void goOn(UUID partnership, UUID experiment, Figure figure, LocalDate today) {
        jdbc.sql("""
                        insert into experiment_stop (partnership, experiment, point, figure, asked_on, went_on)
                        values (?, ?, ?, ?, ?, true)
                        on conflict (partnership, experiment, point, figure) do update set went_on = true""")
                .params(partnership, experiment, figure.point(), figure.version(), Date.valueOf(today))
                .update();
    }

    /** The figures with which people went on. */
    Set<Figure> listWentOn(UUID experiment) {
        return jdbc
                .sql("select point, figure from experiment_stop where experiment = ? and went_on")
                .param(experiment)
                .query((row, _) -> new Figure(row.getObject("point", UUID.class), row.getInt("figure")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
