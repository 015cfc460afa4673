package org.whorl.server.beliefs;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.engine.evidence.Effect.Good;
import org.whorl.engine.evidence.Finding;
import org.whorl.engine.evidence.Finding.Basis;
import org.whorl.engine.evidence.Finding.Caution;
import org.whorl.engine.evidence.Finding.Found;
import org.whorl.engine.evidence.Finding.Unknown;
import org.whorl.engine.evidence.Finding.Why;
import org.whorl.engine.evidence.Panel;
import org.whorl.engine.evidence.Tried;
import org.whorl.server.platform.Parameters;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Readings and beliefs in the database. */
@Repository
class BeliefStore {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    BeliefStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Kept(String site, String day, double number, double exposure, boolean tried) {}

    void addReading(UUID partnership, Reading reading, Optional<UUID> member) {
        Optional<Found> found = reading.found();
        jdbc.sql("""
                        insert into experiment_reading (partnership, id, experiment, spiral, measure, tried, scale, better,
                            figures, cannot, estimate, half, basis, places, beside, cautions, asked_at, asked_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        reading.id(),
                        reading.experiment(),
                        reading.spiral(),
                        reading.measure(),
                        reading.tried().word(),
                        word(reading.scale()),
                        word(reading.good()),
                        JSON.writeValueAsString(reading.figures().stream()
                                .map(each -> new Kept(
                                        each.site(),
                                        each.day().toString(),
                                        each.number(),
                                        each.exposure(),
                                        each.tried()))
                                .toList()),
                        reading.why().map(BeliefStore::word).orElse(""),
                        found.map(Found::estimate),
                        found.map(Found::half),
                        found.map(each -> word(each.basis())).orElse(""),
                        found.map(Found::places).orElse(0),
                        found.map(Found::beside).orElse(0),
                        found.map(each -> each.cautions().stream()
                                        .sorted()
                                        .map(BeliefStore::word)
                                        .collect(Collectors.joining(",")))
                                .orElse(""),
                        Timestamp.from(reading.askedAt()),
                        member))
                .update();
    }

    /** Of an experiment, the newest first. */
    List<Reading> listReadings(UUID experiment) {
        return jdbc.sql("""
                        select r.*, coalesce(m.name, '') as asker from experiment_reading r
                        left join member m on m.partnership = r.partnership and m.id = r.asked_by
                        where r.experiment = ? order by r.asked_at desc, r.id""").param(experiment).query((row, _) -> reading(row)).list();
    }

    private static Reading reading(ResultSet row) throws SQLException {
        Panel.Scale scale = Panel.Scale.valueOf(name(row.getString("scale")));
        String cannot = row.getString("cannot");
        List<Kept> kept = JSON.readValue(row.getString("figures"), new TypeReference<List<Kept>>() {});
        String tried = row.getString("tried");
        return new Reading(
                row.getObject("id", UUID.class),
                row.getObject("experiment", UUID.class),
                Optional.ofNullable(row.getObject("spiral", UUID.class)),
                row.getObject("measure", UUID.class),
                Arrays.stream(Tried.values())
                        .filter(each -> each.word().equals(tried))
                        .findFirst()
                        .orElseThrow(),
                scale,
                Good.valueOf(name(row.getString("better"))),
                kept.stream()
                        .map(each -> new Figure(
                                each.site(), LocalDate.parse(each.day()), each.number(), each.exposure(), each.tried()))
                        .toList(),
                cannot.isEmpty() ? found(row, scale) : new Unknown(Why.valueOf(name(cannot))),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("asker"));
    }

    private static Finding found(ResultSet row, Panel.Scale scale) throws SQLException {
        Set<Caution> cautions = EnumSet.noneOf(Caution.class);
        for (String caution : row.getString("cautions").split(",")) {
            if (!caution.isEmpty()) {
                cautions.add(Caution.valueOf(name(caution)));
            }
        }
        // How often chance alone goes as far is not asked of a reading that is kept; its interval says enough.
        return new Found(
                scale.multiplies(),
                row.getDouble("estimate"),
                row.getDouble("half"),
                Basis.valueOf(name(row.getString("basis"))),
                Double.POSITIVE_INFINITY,
                row.getInt("places"),
                row.getInt("beside"),
                cautions);
    }

    /**
     * What of a measure is no figure.
     *
     * @param unit what its values are counted in
     * @param people are they counts of people?
     */
    record Measured(String unit, boolean people) {}

    Measured findMeasured(UUID measure) {
        return jdbc.sql("select unit, people from measure where id = ?")
                .param(measure)
                .query((row, _) -> new Measured(row.getString("unit"), row.getBoolean("people")))
                .single();
    }

    /** What a measure was, day by day and place by place. */
    List<Point> listPoints(UUID measure) {
        return jdbc.sql("select * from measure_point where measure = ? and not gone order by day, site")
                .param(measure)
                .query((row, _) -> new Point(
                        row.getString("site"),
                        row.getObject("day", LocalDate.class),
                        row.getDouble("value"),
                        Optional.ofNullable(row.getObject("exposure", Double.class))))
                .list();
    }

    void add(UUID partnership, Learnt learnt, Optional<UUID> member) {
        jdbc.sql("""
                        insert into belief (partnership, id, experiment, spiral, reading, model, model_version, path, about,
                            factor, weight, weight_why, language, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        learnt.id(),
                        learnt.experiment(),
                        learnt.spiral(),
                        learnt.reading(),
                        learnt.model(),
                        learnt.modelVersion(),
                        learnt.path(),
                        learnt.about().key(),
                        learnt.factor(),
                        learnt.weight(),
                        learnt.weightWhy(),
                        learnt.language(),
                        member,
                        Timestamp.from(learnt.madeAt())))
                .update();
    }

    /** All of them, the newest first. */
    List<Learnt> list() {
        return jdbc.sql("""
                        select b.*, coalesce(m.name, '') as maker from belief b
                        left join member m on m.partnership = b.partnership and m.id = b.made_by
                        order by b.made_at desc, b.id""").query((row, _) -> learnt(row)).list();
    }

    Optional<Learnt> find(UUID id) {
        return list().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** One of them, which nobody else changes until this is over. */
    Optional<Learnt> hold(UUID id) {
        jdbc.sql("select from belief where id = ? for update")
                .param(id)
                .query((_, _) -> id)
                .list();
        return find(id);
    }

    /** Notes that the model says so; false if it did, or if somebody has changed the belief. */
    boolean learn(UUID id, int version, int modelVersion, LocalDate day) {
        return jdbc.sql("""
                        update belief set learnt_version = ?, learnt_on = ?
                        where id = ? and version = ? and learnt_version is null""")
                        .params(modelVersion, Date.valueOf(day), id, version)
                        .update()
                == 1;
    }

    /** Notes that the model no longer says so; false if it did not. */
    boolean takeBack(UUID id, int modelVersion) {
        return jdbc.sql("""
                        update belief set back_version = ?
                        where id = ? and learnt_version is not null and back_version is null""").params(modelVersion, id).update() == 1;
    }

    private static Learnt learnt(ResultSet row) throws SQLException {
        return new Learnt(
                row.getObject("id", UUID.class),
                row.getObject("experiment", UUID.class),
                Optional.ofNullable(row.getObject("spiral", UUID.class)),
                row.getObject("reading", UUID.class),
                row.getObject("model", UUID.class),
                row.getInt("model_version"),
                row.getString("path"),
                Learnt.About.valueOf(name(row.getString("about"))),
                row.getDouble("factor"),
                row.getDouble("weight"),
                row.getString("weight_why"),
                Optional.ofNullable(row.getObject("decision", UUID.class)),
                Optional.ofNullable(row.getObject("learnt_version", Integer.class)),
                Optional.ofNullable(row.getObject("learnt_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("back_version", Integer.class)),
                row.getString("language"),
                row.getString("maker"),
                row.getTimestamp("made_at").toInstant(),
                row.getInt("version"));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String name(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
