package org.whorl.server.strengths;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;
import org.whorl.server.search.Findable;
import org.whorl.server.trust.Action;

/** The asset map in the database. */
@Repository
class AssetStore {

    private static final String FIND = """
            select coalesce(nullif(a.name_en, ''), a.name_cy) as title,
                case when a.name_en <> '' then a.name_cy else '' end as other,
                case when a.name_en <> '' then 'en' else 'cy' end as lang,
                concat_ws(' ', a.what_en, a.what_cy, l.name_en, l.name_cy, a.address, a.hours) as words,
                '/assets/' || a.id as path
            from asset a left join place l on l.partnership = a.partnership and l.id = a.place where a.open_to = '%s'""";

    static final Findable FOR_ANYBODY = new Findable("asset", Action.LOOK, FIND.formatted("public"));
    static final Findable INSIDE = new Findable("asset", Action.SEE_PEOPLE, FIND.formatted("partnership"));

    private static final String SELECT = """
            select a.*, coalesce(m.name, '') as checker from asset a
            left join member m on m.partnership = a.partnership and m.id = a.checked_by
            """;

    private final JdbcClient jdbc;

    AssetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Asset> list() {
        return jdbc.sql(SELECT + "order by coalesce(nullif(a.name_en, ''), a.name_cy), a.id")
                .query((row, _) -> asset(row))
                .list();
    }

    Optional<Asset> find(UUID id) {
        return jdbc.sql(SELECT + "where a.id = ?")
                .param(id)
                .query((row, _) -> asset(row))
                .optional();
    }

    void add(UUID partnership, Asset asset) {
        Map<String, Object> values = written(asset);
        List<String> columns = List.copyOf(values.keySet());
        Object[] parameters = new Object[columns.size() + 2];
        parameters[0] = partnership;
        parameters[1] = asset.id();
        for (int i = 0; i < columns.size(); i++) {
            parameters[i + 2] = values.getOrDefault(columns.get(i), "");
        }
        jdbc.sql("insert into asset (partnership, id, %s) values (?, ?%s)"
                        .formatted(String.join(", ", columns), ", ?".repeat(columns.size())))
                .params(Parameters.of(parameters))
                .update();
    }

    /** Takes it away with all it ever was; that there was one stays. False if it was gone already. */
    boolean takeBack(UUID partnership, UUID id, LocalDate today) {
        boolean there = jdbc.sql("delete from asset where id = ?").param(id).update() == 1;
        jdbc.sql("delete from earlier where kind = 'asset' and subject = ?")
                .param(id)
                .update();
        if (there) {
            jdbc.sql("insert into asset_taken_back values (?, gen_random_uuid(), ?)")
                    .params(partnership, today.withDayOfMonth(1))
                    .update();
        }
        return there;
    }

    int countTakenBack() {
        return jdbc.sql("select count(*) from asset_taken_back")
                .query(Integer.class)
                .single();
    }

    /** What people write, column by column. */
    static Map<String, Object> written(Asset asset) {
        Map<String, Object> values = new HashMap<>();
        values.put("kind", asset.kind().key());
        values.put("name_en", asset.name().en());
        values.put("name_cy", asset.name().cy());
        values.put("what_en", asset.what().en());
        values.put("what_cy", asset.what().cy());
        values.put("gives", Give.text(asset.gives()));
        values.put("place", asset.where().place());
        values.put("address", asset.where().address());
        values.put("postcode", asset.where().postcode());
        values.put("days", String.join(",", asset.open().days()));
        values.put("opens", asset.open().opens());
        values.put("closes", asset.open().closes());
        values.put("hours", asset.open().words());
        values.put("contact", asset.reach().contact());
        values.put("phone", asset.reach().phone());
        values.put("email", asset.reach().email());
        values.put("url", asset.reach().url());
        values.put("partner", asset.partner());
        values.put("consent_by", asset.consent().by());
        values.put("consent_how", asset.consent().how());
        values.put("consent_on", asset.consent().on());
        values.put("open_to", asset.consent().isPublic() ? "public" : "partnership");
        values.put("checked_on", asset.check().on());
        values.put("checked_by", asset.check().by());
        return values;
    }

    private static Asset asset(ResultSet row) throws SQLException {
        String days = row.getString("days");
        return new Asset(
                row.getObject("id", UUID.class),
                Asset.Kind.find(row.getString("kind")).orElseThrow(),
                new Both(row.getString("name_en"), row.getString("name_cy")),
                new Both(row.getString("what_en"), row.getString("what_cy")),
                Give.list(row.getString("gives")),
                new Asset.Where(
                        Optional.ofNullable(row.getObject("place", UUID.class)),
                        row.getString("address"),
                        row.getString("postcode")),
                new Asset.Open(
                        days.isEmpty() ? List.of() : Arrays.asList(days.split(",")),
                        row.getString("opens"),
                        row.getString("closes"),
                        row.getString("hours")),
                new Asset.Reach(
                        row.getString("contact"), row.getString("phone"), row.getString("email"), row.getString("url")),
                Optional.ofNullable(row.getObject("partner", UUID.class)),
                new Asset.Consent(
                        row.getString("consent_by"),
                        row.getString("consent_how"),
                        row.getObject("consent_on", LocalDate.class),
                        row.getString("open_to").equals("public")),
                new Asset.Check(
                        Optional.ofNullable(row.getObject("checked_on", LocalDate.class)),
                        Optional.ofNullable(row.getObject("checked_by", UUID.class)),
                        row.getString("checker")),
                row.getInt("version"));
    }
}
