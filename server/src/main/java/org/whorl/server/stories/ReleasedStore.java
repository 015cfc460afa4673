package org.whorl.server.stories;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;
import org.whorl.server.search.Findable;
import org.whorl.server.trust.Action;

/** The copies of what may be heard, in the database. {@link Gate} alone writes them. */
@Repository
class ReleasedStore {

    private static final String FIND = """
            select left(words, 120) as title, '' as other, language as lang, words || ' ' || strength as words,
                '/stories/' || contribution as path
            from released where %s""";

    private static final String PUBLIC = "('public' = any (audiences) and wide_from <= current_date)";

    static final Findable FOR_ANYBODY = new Findable("story", Action.LOOK, FIND.formatted(PUBLIC));

    static final Findable FOR_MEMBERS = new Findable(
            "story", Action.SEE_PEOPLE, FIND.formatted("'partnership' = any (audiences) and not " + PUBLIC));

    private final JdbcClient jdbc;

    ReleasedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A copy.
     *
     * @param contribution of which
     * @param spiral about which spiral's question
     * @param kind what it is
     * @param language the language it was told in
     * @param text what its teller agreed with
     * @param name the name to use
     * @param audiences whom it is for
     * @param on since when
     * @param wideFrom from when for those from whom it could not be called back
     */
    record Copy(
            UUID contribution,
            Optional<UUID> spiral,
            Kind kind,
            String language,
            Contribution.Text text,
            String name,
            Set<Audience> audiences,
            LocalDate on,
            LocalDate wideFrom) {}

    void put(UUID partnership, Copy copy) {
        jdbc.sql("""
                        insert into released (partnership, contribution, spiral, kind, language, strength, words, name, audiences, released_on, wide_from)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (partnership, contribution) do update set audiences = excluded.audiences,
                            strength = excluded.strength, words = excluded.words, wide_from = excluded.wide_from""")
                .params(Parameters.of(
                        partnership,
                        copy.contribution(),
                        copy.spiral(),
                        copy.kind().key(),
                        copy.language(),
                        copy.text().strength(),
                        copy.text().words(),
                        copy.name(),
                        HeldStore.keys(copy.audiences()),
                        Date.valueOf(copy.on()),
                        Date.valueOf(copy.wideFrom())))
                .update();
    }

    void remove(UUID contribution) {
        jdbc.sql("delete from released where contribution = ?")
                .param(contribution)
                .update();
    }

    /** Of all of them the photographs, in their order. */
    Map<UUID, List<Released.Photograph>> listPhotographs() {
        Map<UUID, List<Released.Photograph>> all = new HashMap<>();
        jdbc.sql("select contribution, number, description, width, height from released_photograph order by number")
                .query(row -> {
                    all.computeIfAbsent(row.getObject("contribution", UUID.class), _ -> new ArrayList<>())
                            .add(new Released.Photograph(
                                    row.getInt("number"),
                                    row.getString("description"),
                                    row.getInt("width"),
                                    row.getInt("height")));
                });
        return all;
    }

    Optional<byte[]> findPhotograph(UUID contribution, int number) {
        return jdbc.sql("select jpeg from released_photograph where contribution = ? and number = ?")
                .params(contribution, number)
                .query((row, _) -> row.getBytes("jpeg"))
                .optional();
    }

    /** All of them, the newest first. */
    List<Copy> list() {
        return jdbc.sql("select * from released order by released_on desc, contribution")
                .query((row, _) -> new Copy(
                        row.getObject("contribution", UUID.class),
                        Optional.ofNullable(row.getObject("spiral", UUID.class)),
                        Kind.find(row.getString("kind")).orElseThrow(),
                        row.getString("language"),
                        new Contribution.Text(row.getString("strength"), row.getString("words")),
                        row.getString("name"),
                        Arrays.stream((String[]) row.getArray("audiences").getArray())
                                .map(Audience::of)
                                .collect(Collectors.toSet()),
                        row.getObject("released_on", LocalDate.class),
                        row.getObject("wide_from", LocalDate.class)))
                .list();
    }
}
