package org.whorl.server.gatherings;

import java.util.List;
import org.whorl.server.thread.Knot;
import org.whorl.server.thread.Spun;
import org.whorl.server.trust.Action;

/** Gatherings in the thread. */
final class GatheringThreadStore {

    static final Spun SPUN = new Spun(List.of(new Knot.Stored("gathering", Action.SEE_GATHERINGS, """
                    select id::text, question as title, '' as other, language as lang, '/patterns/gatherings/' || id as path,
                        opened_at::date as day
                    from gathering""")), List.of());

    private GatheringThreadStore() {}
}
