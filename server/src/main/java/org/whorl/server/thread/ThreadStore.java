package org.whorl.server.thread;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the statements that features declare, for the things and ties that are wanted. */
@Repository
class ThreadStore {

    private static final int LONGEST_TITLE = 160;

    private final JdbcClient jdbc;

    ThreadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the wanted that are there and that one of these knots shows. */
    Map<Thing.Key, Thing> find(List<Knot> knots, Set<Thing.Key> wanted, String language) {
        Map<String, List<String>> ids = wanted.stream()
                .collect(
                        Collectors.groupingBy(Thing.Key::kind, Collectors.mapping(Thing.Key::id, Collectors.toList())));
        Map<Thing.Key, Thing> found = new HashMap<>();
        List<Knot.Stored> stored = new ArrayList<>();
        for (Knot knot : knots) {
            List<String> mine = ids.getOrDefault(knot.kind(), List.of());
            if (mine.isEmpty()) {
                continue;
            }
            switch (knot) {
                case Knot.Stored one -> stored.add(one);
                case Knot.Derived one ->
                    one.things().apply(language).stream()
                            .filter(thing -> mine.contains(thing.id()))
                            .forEach(thing -> found.put(thing.key(), thing));
            }
        }
        if (!stored.isEmpty()) {
            Map<String, Object> parameters = new HashMap<>();
            String all = stored.stream()
                    .map(knot -> {
                        String name = "ids" + parameters.size();
                        parameters.put(
                                name, ids.getOrDefault(knot.kind(), List.of()).toArray(String[]::new));
                        return "select '%s' as kind, k.* from (%s) k where k.id = any(:%s)"
                                .formatted(knot.kind(), knot.select(), name);
                    })
                    .collect(Collectors.joining("\nunion all\n"));
            things(all, "", parameters, language).forEach(thing -> found.putIfAbsent(thing.key(), thing));
        }
        return found;
    }

    /** The newest of each kind, at most so many of each. */
    Map<String, List<Thing>> newest(List<Knot> knots, int most, String language) {
        Map<String, List<Thing>> newest = new LinkedHashMap<>();
        for (Knot knot : knots) {
            List<Thing> some = switch (knot) {
                case Knot.Stored one ->
                    things(
                            "select '%s' as kind, k.* from (%s) k".formatted(one.kind(), one.select()),
                            "order by day desc nulls last, title limit " + most,
                            Map.of(),
                            language);
                case Knot.Derived one ->
                    one.things().apply(language).stream().limit(most).toList();
            };
            if (!some.isEmpty()) {
                newest.computeIfAbsent(knot.kind(), _ -> new ArrayList<>()).addAll(some);
            }
        }
        return newest;
    }

    private List<Thing> things(String select, String last, Map<String, Object> parameters, String language) {
        return jdbc.sql("""
                        select kind, id, lang, path, day,
                            left(normalize(case when other <> '' and lang <> :language then other else title end, NFC),
                                %d) as title,
                            case when lang = '' then '' when other <> '' then :language else lang end as shown
                        from (%s) every %s""".formatted(LONGEST_TITLE, select, last))
                .params(parameters)
                .param("language", language)
                .query((row, _) -> new Thing(
                        row.getString("kind"),
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("shown"),
                        row.getString("path"),
                        Optional.ofNullable(row.getObject("day", LocalDate.class))))
                .list();
    }

    /** The ties that end at one of these, or begin at one of them. */
    List<Trace.Link> links(List<Tie> ties, Collection<Thing.Key> of, boolean ending) {
        Map<String, List<String>> ids = of.stream()
                .collect(
                        Collectors.groupingBy(Thing.Key::kind, Collectors.mapping(Thing.Key::id, Collectors.toList())));
        List<Trace.Link> links = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        List<String> statements = new ArrayList<>();
        for (Tie tie : ties) {
            List<String> mine = ids.getOrDefault(ending ? tie.to() : tie.from(), List.of());
            if (mine.isEmpty()) {
                continue;
            }
            switch (tie) {
                case Tie.Stored one -> {
                    String name = "ids" + parameters.size();
                    parameters.put(name, mine.toArray(String[]::new));
                    statements.add(
                            "select '%s' as from_kind, '%s' as to_kind, '%s' as because, t.from_id, t.to_id from (%s) t where t.%s = any(:%s)"
                                    .formatted(
                                            one.from(),
                                            one.to(),
                                            one.because(),
                                            one.select(),
                                            ending ? "to_id" : "from_id",
                                            name));
                }
                case Tie.Derived one ->
                    one.pairs().get().stream()
                            .filter(pair -> mine.contains(ending ? pair.to() : pair.from()))
                            .map(pair -> new Trace.Link(
                                    new Thing.Key(one.from(), pair.from()),
                                    new Thing.Key(one.to(), pair.to()),
                                    one.because()))
                            .forEach(links::add);
            }
        }
        if (!statements.isEmpty()) {
            links.addAll(jdbc.sql(String.join("\nunion all\n", statements))
                    .params(parameters)
                    .query((row, _) -> new Trace.Link(
                            new Thing.Key(row.getString("from_kind"), row.getString("from_id")),
                            new Thing.Key(row.getString("to_kind"), row.getString("to_id")),
                            row.getString("because")))
                    .list());
        }
        return links;
    }
}
