package org.whorl.server.circles;

import java.util.List;
import org.whorl.server.thread.Knot;
import org.whorl.server.thread.Spun;
import org.whorl.server.thread.Tie;
import org.whorl.server.trust.Action;

/** Circles and their items in the thread. */
final class CircleThreadStore {

    static final Spun SPUN = new Spun(
            List.of(
                    new Knot.Stored("circle", Action.SEE_CIRCLES, """
                    select id::text, name_en as title, name_cy as other, 'en' as lang, '/circles/' || id as path, null::date as day
                    from sdmi_circle"""),
                    new Knot.Stored("item", Action.SEE_CIRCLES, """
                    select id::text, question as title, '' as other, language as lang, '/items/' || id as path, opened_on as day
                    from sdmi_item""")),
            List.of(new Tie.Stored("circle", "item", "on-agenda", """
                    select circle::text as from_id, id::text as to_id from sdmi_item""")));

    private CircleThreadStore() {}
}
