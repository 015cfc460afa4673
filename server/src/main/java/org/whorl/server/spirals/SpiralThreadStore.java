package org.whorl.server.spirals;

import java.util.List;
import org.whorl.server.thread.Knot;
import org.whorl.server.thread.Spun;
import org.whorl.server.thread.Tie;
import org.whorl.server.trust.Action;

/** Spirals, their turns, how people wanted to work in them, and asks in the thread. */
final class SpiralThreadStore {

    static final Spun SPUN = new Spun(
            List.of(
                    new Knot.Stored("spiral", Action.LOOK, """
                    select id::text, question as title, translation as other, language as lang, '/spirals/' || id as path,
                        (select min(started_on) from turn t where t.spiral = spiral.id) as day
                    from spiral"""),
                    new Knot.Stored("turn", Action.LOOK, """
                    select t.spiral || '/' || t.number as id, t.number || '. ' || s.question as title,
                        case when s.translation = '' then '' else t.number || '. ' || s.translation end as other, s.language as lang,
                        '/spirals/' || s.id || '#turn-' || t.number as path, t.started_on as day
                    from turn t join spiral s on s.id = t.spiral"""),
                    new Knot.Stored("ask", Action.SEE_PEOPLE, """
                    select a.id::text, a.what as title, '' as other, s.language as lang,
                        '/asks?spiral=' || s.id || '#ask-' || a.id as path, a.asked_on as day
                    from ask a join spiral s on s.id = a.spiral where a.state <> 'withdrawn'"""),
                    new Knot.Stored("commitment", Action.LOOK, """
                    select c.id::text, c.what as title, '' as other, c.language as lang,
                        '/spirals/' || c.spiral || '/commitments#commitment-' || c.id as path, t.started_on as day
                    from commitment c
                    join turn t on t.partnership = c.partnership and t.spiral = c.spiral and t.number = c.turn""")),
            List.of(
                    new Tie.Stored("spiral", "spiral", "inside", """
                    select parent::text as from_id, id::text as to_id from spiral where parent is not null"""),
                    new Tie.Stored("spiral", "spiral", "pulled", """
                    select source::text as from_id, spiral::text as to_id from pulled_in"""),
                    new Tie.Stored("spiral", "turn", "turn", """
                    select spiral::text as from_id, spiral || '/' || number as to_id from turn"""),
                    new Tie.Stored("turn", "commitment", "agreed-for", """
                    select spiral || '/' || turn as from_id, id::text as to_id from commitment"""),
                    new Tie.Stored("spiral", "ask", "asked", """
                    select spiral::text as from_id, id::text as to_id from ask""")));

    private SpiralThreadStore() {}
}
