package org.whorl.server.design;

import java.util.List;

/**
 * A piece of a list, as programs get it.
 *
 * @param items the piece
 * @param from how many come before it
 * @param total how many there are
 */
public record Listed<T>(List<T> items, int from, int total) {

    private static final int MOST = 200;

    /** Keeps a copy. */
    public Listed {
        items = List.copyOf(items);
    }

    /**
     * A piece of all there are.
     *
     * @param from how many to pass over
     * @param limit how many to give, 1 to 200
     */
    public static <T> Listed<T> of(Screen s, List<T> all, int from, int limit) {
        if (from < 0) {
            throw Wrong.field(s, "from", "api.from.wrong");
        }
        if (limit < 1 || limit > MOST) {
            throw Wrong.field(s, "limit", "api.limit.wrong", MOST);
        }
        int begin = Math.min(from, all.size());
        return new Listed<>(all.subList(begin, Math.min(begin + limit, all.size())), begin, all.size());
    }
}
