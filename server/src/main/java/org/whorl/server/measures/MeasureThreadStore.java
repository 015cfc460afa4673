package org.whorl.server.measures;

import java.util.List;
import org.whorl.server.thread.Knot;
import org.whorl.server.thread.Spun;
import org.whorl.server.thread.Tie;
import org.whorl.server.trust.Action;

/** Measures, and the stories and decisions at their charts, in the thread. */
final class MeasureThreadStore {

    static final Spun SPUN = new Spun(
            List.of(new Knot.Stored("measure", Action.SEE_MEASURES, """
                    select id::text, name as title, '' as other, language as lang, '/measures/' || id as path, begun_on as day
                    from measure""")),
            List.of(
                    new Tie.Stored("spiral", "measure", "measured", """
                    select spiral::text as from_id, id::text as to_id from measure"""),
                    new Tie.Stored("story", "measure", "at-a-point", """
                    select story::text as from_id, measure::text as to_id from measure_story"""),
                    new Tie.Stored("decision", "measure", "counted-anew", """
                    select decision::text as from_id, measure::text as to_id from measure_rebase
                    where decision is not null and not gone""")));

    private MeasureThreadStore() {}
}
