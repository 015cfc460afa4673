package org.whorl.server.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/**
 * Changes things, and keeps what they were before: the one way in which a thing with versions is changed, taken away or
 * brought back. Who changes something says which version they saw; if it is no longer that, they get both to look at.
 */
@Repository
public class VersionStore {

    private final JdbcClient jdbc;

    VersionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Changes something.
     *
     * @param seen the version that was changed from
     * @param values the new values of some of its columns; an empty {@link Optional} leaves nothing there
     */
    public Saved change(Versioned what, UUID id, int seen, Map<String, ?> values) {
        if (!what.columns().containsAll(values.keySet())) {
            throw new IllegalArgumentException("%s has no versions of %s".formatted(what.kind(), values.keySet()));
        }
        if (!keep(what, id, seen)) {
            return inTheWay(what, id, seen);
        }
        List<@Nullable Object> parameters = new ArrayList<>();
        String sets = values.entrySet().stream()
                .map(value -> {
                    parameters.add(value.getValue() instanceof Optional<?> some ? some.orElse(null) : value.getValue());
                    return value.getKey() + " = ?";
                })
                .collect(Collectors.joining(", "));
        parameters.add(id);
        jdbc.sql("update %s set %s, version = version + 1 where id = ?".formatted(what.table(), sets))
                .params(parameters)
                .update();
        return new Saved.Yes(seen + 1);
    }

    /** Takes something away; it can be brought back by undoing the version this answers with. */
    public Saved remove(Versioned what, UUID id, int seen) {
        if (!keep(what, id, seen)) {
            return inTheWay(what, id, seen);
        }
        jdbc.sql("delete from %s where id = ?".formatted(what.table()))
                .param(id)
                .update();
        return new Saved.Yes(seen + 1);
    }

    /**
     * Undoes the change that led to a version, if nobody has changed it since; that is a change too, and can be undone.
     */
    public Saved undo(Versioned what, UUID id, int version) {
        boolean known = !earlier(what, id, version - 1).isEmpty();
        Map<String, String> now = now(what, id);
        if (!known || (!now.isEmpty() && !keep(what, id, version))) {
            return inTheWay(what, id, version);
        }
        return now.isEmpty() ? bringBack(what, id, version) : goBack(what, id, version);
    }

    private Saved goBack(Versioned what, UUID id, int version) {
        String columns = String.join(", ", what.columns());
        // What has no earlier value, because its column came later, keeps the one it has.
        jdbc.sql("""
                        update %s t set (%s, version) = (
                            select %s, :version + 1 from earlier e, jsonb_populate_record(t, e.content) b
                            where e.kind = :kind and e.subject = :id and e.version = :version - 1)
                        where t.id = :id""".formatted(
                        what.table(),
                        columns,
                        what.columns().stream().map(column -> "b." + column).collect(Collectors.joining(", "))))
                .param("version", version)
                .param("kind", what.kind())
                .param("id", id)
                .update();
        return new Saved.Yes(version + 1);
    }

    /** Only what it was last, or its versions would no longer be in a row; and once, whoever else tries. */
    private Saved bringBack(Versioned what, UUID id, int version) {
        int back = jdbc.sql("""
                        insert into %s select b.* from earlier e, jsonb_populate_record(
                            null::%s, e.content || jsonb_build_object('version', :version + 1)) b
                        where e.kind = :kind and e.subject = :id and e.version = :version - 1 and not exists (
                            select from earlier l where l.kind = e.kind and l.subject = e.subject and l.version > e.version)
                        on conflict do nothing""".formatted(what.table(), what.table()))
                .param("version", version)
                .param("kind", what.kind())
                .param("id", id)
                .update();
        return back == 1 ? new Saved.Yes(version + 1) : new Saved.Gone();
    }

    /** Who made a version of something, where it is known. */
    public Optional<UUID> findMaker(Versioned what, UUID id, int version) {
        return jdbc.sql("select changed_by from earlier where kind = ? and subject = ? and version = ?")
                .params(what.kind(), id, version - 1)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .optional()
                .flatMap(maker -> maker);
    }

    /** Keeps what something is now, if it is that version; of two at once, one gets through. */
    private boolean keep(Versioned what, UUID id, int version) {
        return jdbc.sql("""
                        insert into earlier (partnership, kind, subject, version, content, changed_by)
                        select partnership, ?, id, version, to_jsonb(t), ?::uuid from %s t
                        where id = ? and version = ? on conflict do nothing""".formatted(what.table()))
                        .params(Parameters.of(what.kind(), Viewer.current().member(), id, version))
                        .update()
                == 1;
    }

    private Saved inTheWay(Versioned what, UUID id, int seen) {
        Map<String, String> now = now(what, id);
        if (now.isEmpty()) {
            return new Saved.Gone();
        }
        int version = Integer.parseInt(now.getOrDefault("version", "0"));
        return new Saved.Conflict(earlier(what, id, seen), now, version, makerByName(what, id, version));
    }

    /** Nobody needs to be told their own name; they saved from another window. */
    private Optional<String> makerByName(Versioned what, UUID id, int version) {
        return jdbc.sql("""
                        select m.name from earlier e join member m on m.partnership = e.partnership and m.id = e.changed_by
                        where e.kind = ? and e.subject = ? and e.version = ?
                        and e.changed_by is distinct from ?::uuid""")
                .params(Parameters.of(
                        what.kind(), id, version - 1, Viewer.current().member()))
                .query(String.class)
                .optional();
    }

    private Map<String, String> now(Versioned what, UUID id) {
        return columns("select to_jsonb(t) from %s t where id = ?".formatted(what.table()), id);
    }

    private Map<String, String> earlier(Versioned what, UUID id, int version) {
        return columns(
                "select content from earlier where kind = ? and subject = ? and version = ?", what.kind(), id, version);
    }

    private Map<String, String> columns(String select, Object... parameters) {
        Map<String, String> columns = new TreeMap<>();
        jdbc.sql("select key, coalesce(value, '') from jsonb_each_text((%s))".formatted(select))
                .params(parameters)
                .query((RowCallbackHandler) row -> columns.put(row.getString(1), row.getString(2)));
        return columns;
    }
}
