package org.whorl.server.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** What a partnership consists of beside its people, in the database: partners, places, perspectives. */
@Repository
class StructureStore {

    private final JdbcClient jdbc;

    StructureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID partnership, Place place) {
        jdbc.sql("insert into place (partnership, id, parent, level, name_en, name_cy) values (?, ?, ?, ?, ?, ?)")
                .params(Parameters.of(
                        partnership, place.id(), place.parent(), place.level(), place.nameEn(), place.nameCy()))
                .update();
    }

    void add(UUID partnership, Partner partner) {
        jdbc.sql("""
                        insert into partner (partnership, id, name_en, name_cy, kind, began_on, ended_on)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        partner.id(),
                        partner.nameEn(),
                        partner.nameCy(),
                        partner.kind(),
                        partner.beganOn(),
                        partner.endedOn()))
                .update();
    }

    void add(UUID partnership, Perspective perspective) {
        jdbc.sql("""
                        insert into perspective (partnership, id, name_en, name_cy, required, position)
                        select ?, ?, ?, ?, ?, coalesce(max(position), -1) + 1 from perspective where partnership = ?""")
                .params(
                        partnership,
                        perspective.id(),
                        perspective.nameEn(),
                        perspective.nameCy(),
                        perspective.required(),
                        partnership)
                .update();
    }

    List<Place> listPlaces() {
        return jdbc.sql("""
                        select * from place
                        order by case level when 'region' then 0 when 'place' then 1 else 2 end, name_en""")
                .query((row, _) -> new Place(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getObject("parent", UUID.class)),
                        row.getString("level"),
                        row.getString("name_en"),
                        row.getString("name_cy"),
                        row.getInt("version")))
                .list();
    }

    List<Partner> listPartners() {
        return jdbc.sql("select * from partner order by ended_on nulls first, name_en")
                .query((row, _) -> partner(row))
                .list();
    }

    /** What partners were before, the latest change first. */
    List<Partner.Earlier> listEarlier() {
        return jdbc.sql("""
                        select b.*, e.changed_at from earlier e
                        cross join lateral jsonb_populate_record(null::partner, e.content) b
                        where e.kind = 'partner' order by e.changed_at desc""")
                .query((row, _) -> new Partner.Earlier(
                        partner(row),
                        row.getObject("changed_at", OffsetDateTime.class)
                                .atZoneSameInstant(ZoneId.of("Europe/London"))
                                .toLocalDate()))
                .list();
    }

    List<Perspective> listPerspectives() {
        return jdbc.sql("select * from perspective order by position")
                .query((row, _) -> new Perspective(
                        row.getObject("id", UUID.class),
                        row.getString("name_en"),
                        row.getString("name_cy"),
                        row.getBoolean("required"),
                        row.getInt("version")))
                .list();
    }

    private static Partner partner(ResultSet row) throws SQLException {
        return new Partner(
                row.getObject("id", UUID.class),
                row.getString("name_en"),
                row.getString("name_cy"),
                row.getString("kind"),
                Optional.ofNullable(row.getObject("began_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("ended_on", LocalDate.class)),
                row.getInt("version"));
    }
}
