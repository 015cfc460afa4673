package org.whorl.server.models;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Knows of each open page which of its questions is the newest: what it asked before, nobody waits for any more. A page
 * names itself by chance, in a header; one that does not is never overtaken.
 */
@Component
class Newest {

    static final String PAGE = "Whorl-Page";

    private static final int ROOM = 1_000;
    private static final int LONGEST_NAME = 40;

    private long asked;
    private final Map<String, Long> newest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > ROOM;
        }
    };

    /** Notes a question of a page's; what comes back says later whether the page has asked another since. */
    BooleanSupplier asks(String page) {
        if (page.isEmpty() || page.length() > LONGEST_NAME) {
            return () -> false;
        }
        long mine;
        synchronized (newest) {
            mine = ++asked;
            newest.put(page, mine);
        }
        return () -> {
            synchronized (newest) {
                return newest.getOrDefault(page, mine) != mine;
            }
        };
    }
}
