package org.whorl.server.search;

import org.whorl.server.trust.Action;

/**
 * A kind of thing that can be found. A feature declares one as a bean for each; there is no index beside the tables, so
 * what is changed, withdrawn or forgotten is so at once here, too.
 *
 * @param kind names it in sentences: {@code search.kind.KIND}
 * @param needs what somebody must be allowed to do to find it
 * @param select a statement of a store that answers with the columns {@code title}; {@code other}, the title in the other
 *     language, or nothing; {@code lang}, the title's language, {@code en} or {@code cy}, or nothing for a name; {@code
 *     words}, what else it says; {@code path}, its page inside the partnership
 */
public record Findable(String kind, Action needs, String select) {}
