package org.whorl.server.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks through what features publish, in the database. */
@Repository
class SearchStore {

    private static final String HEADLINE =
            "ts_headline('%s', whorl_fold(%s), sought, 'HighlightAll=true, StartSel=' || chr(1) || ', StopSel=' || chr(2))";

    private final JdbcClient jdbc;

    SearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The best first. In two languages, a title is the reader's. */
    List<Found> find(List<Findable> kinds, Sought sought, String language, int most) {
        String all = kinds.stream()
                .map(kind -> "select '%s' as kind, f.* from (%s) f".formatted(kind.kind(), kind.select()))
                .collect(Collectors.joining("\nunion all\n"));
        String query = IntStream.range(0, sought.words().size())
                .mapToObj("(to_tsquery('simple', :as%1$d) || to_tsquery('english', :stem%1$d))"::formatted)
                .collect(Collectors.joining(" && "));
        Map<String, Object> parameters = new HashMap<>();
        for (int i = 0; i < sought.words().size(); i++) {
            parameters.put("as" + i, Sought.query(sought.words().get(i)));
            parameters.put("stem" + i, "'" + sought.words().get(i) + "'");
        }
        parameters.put("language", language);
        parameters.put("most", most);
        return jdbc.sql("""
                        with every as (%s),
                        best as (
                            select kind, path,
                                case when other <> '' and lang <> :language then normalize(other, NFC)
                                    else normalize(title, NFC) end as title,
                                case when lang = '' then '' when other <> '' then :language else lang end as lang,
                                normalize(words, NFC) as words, sought,
                                setweight(whorl_words(title || ' ' || other), 'A') || whorl_words(words) as doc
                            from every, (select %s as sought) q),
                        first as (
                            select *, ts_rank(doc, sought) as rank from best where doc @@ sought
                            order by rank desc, kind, title limit :most)
                        select kind, path, title, lang, words, %s, %s, %s, %s from first order by rank desc, kind, title
                        """.formatted(
                                all,
                                query,
                                HEADLINE.formatted("simple", "title"),
                                HEADLINE.formatted("english", "title"),
                                HEADLINE.formatted("simple", "words"),
                                HEADLINE.formatted("english", "words")))
                .params(parameters)
                .query((row, _) -> new Found(
                        row.getString("kind"),
                        Marks.pieces(row.getString("title"), row.getString(6), row.getString(7)),
                        row.getString("lang"),
                        Marks.around(row.getString("words"), row.getString(8), row.getString(9)),
                        row.getString("path")))
                .list();
    }

    /** For each text that holds some of the words, which. English words without meaning of their own count for nothing. */
    Map<Integer, List<String>> findShared(List<String> words, List<String> texts) {
        Map<Integer, List<String>> shared = new TreeMap<>();
        jdbc.sql("""
                        select t.number - 1, w.word
                        from unnest(:texts::text[]) with ordinality t (words, number),
                            unnest(:words::text[], :forms::text[]) with ordinality w (word, forms, position)
                        where numnode(to_tsquery('english', '''' || w.word || '''')) > 0
                            and whorl_words(t.words)
                                @@ (to_tsquery('simple', w.forms) || to_tsquery('english', '''' || w.word || ''''))
                        order by 1, w.position""")
                .param("texts", texts.toArray(String[]::new))
                .param("words", words.toArray(String[]::new))
                .param("forms", words.stream().map(Sought::whole).toArray(String[]::new))
                .query((RowCallbackHandler) row -> shared.computeIfAbsent(row.getInt(1), _ -> new ArrayList<>())
                        .add(row.getString(2)));
        return shared;
    }
}
