package org.whorl.server.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Models, their versions and signatures in the database. */
@Repository
class ModelStore {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String KEPT = """
            select m.id, m.name_en, m.name_cy, v.number, v.made_at,
                (select count(*) from sign_off s where s.model = m.id and s.version = v.number
                    and s.taken_back_at is null) as signatures
            from model m
            join lateral (select number, made_at from model_version
                where partnership = m.partnership and model = m.id order by number desc limit 1) v on true
            """;

    private final JdbcClient jdbc;

    ModelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Kept> listAll() {
        return jdbc.sql(KEPT + "order by m.made_at, m.id")
                .query((row, _) -> kept(row))
                .list();
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql(KEPT + "where m.id = ?")
                .param(id)
                .query((row, _) -> kept(row))
                .optional();
    }

    private static Kept kept(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("name_en"),
                row.getString("name_cy"),
                row.getInt("number"),
                row.getTimestamp("made_at").toInstant(),
                row.getInt("signatures"));
    }

    void add(UUID partnership, UUID id, String nameEn, String nameCy) {
        jdbc.sql("insert into model (partnership, id, name_en, name_cy) values (?, ?, ?, ?)")
                .params(partnership, id, nameEn, nameCy)
                .update();
    }

    void rename(UUID id, String nameEn, String nameCy) {
        jdbc.sql("update model set name_en = ?, name_cy = ? where id = ?")
                .params(nameEn, nameCy, id)
                .update();
    }

    /** Adds a version; false when there is one of that number already. */
    boolean addVersion(
            UUID partnership,
            UUID model,
            int number,
            Folder folder,
            String note,
            Optional<Integer> basedOn,
            Optional<UUID> by) {
        return jdbc.sql("""
                        insert into model_version (partnership, model, number, files, note, based_on, made_by)
                        values (?, ?, ?, ?::jsonb, ?, ?, ?) on conflict do nothing""")
                        .params(Parameters.of(
                                partnership, model, number, JSON.writeValueAsString(folder.files()), note, basedOn, by))
                        .update()
                == 1;
    }

    Optional<Folder> findFolder(UUID model, int number) {
        return jdbc.sql("select files from model_version where model = ? and number = ?")
                .params(model, number)
                .query(String.class)
                .optional()
                .map(files -> Folder.of(JSON.readValue(files, new TypeReference<Map<String, String>>() {})));
    }

    /** The versions, the latest first. */
    List<Version> listVersions(UUID model) {
        Map<Integer, List<Version.SignOff>> signOffs = new HashMap<>();
        jdbc.sql("""
                        select s.*, p.name_en, p.name_cy, m.name from sign_off s
                        join partner p on p.partnership = s.partnership and p.id = s.partner
                        join member m on m.partnership = s.partnership and m.id = s.member
                        where s.model = ? and s.taken_back_at is null order by s.signed_at""").param(model).query(row -> {
            signOffs.computeIfAbsent(row.getInt("version"), _ -> new ArrayList<>())
                    .add(new Version.SignOff(
                            row.getObject("id", UUID.class),
                            row.getObject("partner", UUID.class),
                            row.getString("name_en"),
                            row.getString("name_cy"),
                            row.getObject("member", UUID.class),
                            row.getString("name"),
                            row.getString("words"),
                            row.getTimestamp("signed_at").toInstant()));
        });
        return jdbc.sql("""
                        select v.number, v.note, v.based_on, v.made_at, m.name from model_version v
                        left join member m on m.partnership = v.partnership and m.id = v.made_by
                        where v.model = ? order by v.number desc""")
                .param(model)
                .query((row, _) -> new Version(
                        model,
                        row.getInt("number"),
                        row.getString("note"),
                        Optional.ofNullable(row.getObject("based_on", Integer.class)),
                        Optional.ofNullable(row.getString("name")),
                        row.getTimestamp("made_at").toInstant(),
                        signOffs.getOrDefault(row.getInt("number"), List.of())))
                .list();
    }

    /** Signs for a partner; false if somebody has. */
    boolean sign(UUID partnership, UUID id, UUID model, int version, UUID partner, UUID member, String words) {
        return jdbc.sql("""
                        insert into sign_off (partnership, id, model, version, partner, member, words)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(partnership, id, model, version, partner, member, words)
                        .update()
                == 1;
    }

    /** Takes one's own signature back; false if it is not one's own or was taken back. */
    boolean takeBack(UUID signOff, UUID member) {
        return jdbc.sql("""
                        update sign_off set taken_back_at = now()
                        where id = ? and member = ? and taken_back_at is null""").params(signOff, member).update() == 1;
    }

    /** For which partner a member speaks. */
    Optional<UUID> partnerOf(UUID member) {
        return jdbc.sql("select partner from member where id = ? and partner is not null")
                .param(member)
                .query(UUID.class)
                .optional();
    }

    /** What a member is called. */
    Optional<String> nameOf(UUID member) {
        return jdbc.sql("select name from member where id = ?")
                .param(member)
                .query(String.class)
                .optional();
    }
}
