package org.whorl.server.search;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Viewer;

/** The door to whatever can be found. */
@Door
public class Search {

    /** No more are shown; whoever has so many looks for another word. */
    public static final int MOST = 50;

    private final SearchStore store;
    private final ObjectProvider<Findable> kinds;

    Search(SearchStore store, ObjectProvider<Findable> kinds) {
        this.store = store;
        this.kinds = kinds;
    }

    /**
     * What holds all those words, as far as the viewer may see it, the best first.
     *
     * @param language {@code en} or {@code cy}, for what has a name in both
     */
    @Needs(Action.LOOK)
    public List<Found> find(String typed, String language) {
        Sought sought = Sought.of(typed);
        List<Findable> seen = kinds.orderedStream()
                .filter(kind -> Viewer.current().may(kind.needs()))
                .toList();
        return sought.isNothing() || seen.isEmpty() ? List.of() : store.find(seen, sought, language, MOST);
    }

    /**
     * Which of these texts share words with something that was said, and which words: each in any of its Welsh or English
     * forms, but not its beginning alone, and none of the words that every sentence has.
     *
     * @return the words, as they were said, for each text that shares some, by its place in the list
     */
    @Needs(Action.LOOK)
    public Map<Integer, List<String>> findShared(String said, List<String> texts) {
        List<String> words = Common.without(Sought.all(said));
        return words.isEmpty() || texts.isEmpty() ? Map.of() : store.findShared(words, texts);
    }
}
