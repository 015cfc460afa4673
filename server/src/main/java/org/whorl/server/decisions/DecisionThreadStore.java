package org.whorl.server.decisions;

import java.util.List;
import org.whorl.server.thread.Knot;
import org.whorl.server.thread.Spun;
import org.whorl.server.thread.Tie;
import org.whorl.server.trust.Action;

/** Decisions and what they rest on, in the thread. */
final class DecisionThreadStore {

    static final Spun SPUN = new Spun(
            List.of(new Knot.Stored("decision", Action.LOOK, """
                    select id::text, question as title, '' as other, language as lang, '/decisions/' || id as path,
                        coalesce(made_on, changed_at::date) as day
                    from decision where state = 'made'"""), new Knot.Stored("decision", Action.SEE_DRAFTS, """
                    select id::text, question as title, '' as other, language as lang, '/decisions/' || id as path,
                        coalesce(made_on, changed_at::date) as day
                    from decision where state = 'open'""")),
            List.of(
                    new Tie.Stored("story", "decision", "evidence", """
                    select target::text as from_id, decision::text as to_id from decision_evidence where kind = 'story'"""),
                    new Tie.Stored("claim", "decision", "evidence", """
                    select target::text as from_id, decision::text as to_id from decision_evidence where kind = 'claim'"""),
                    new Tie.Stored("finding", "decision", "evidence", """
                    select target::text as from_id, decision::text as to_id from decision_evidence where kind = 'finding'"""),
                    new Tie.Stored("shift", "decision", "evidence", """
                    select target::text as from_id, decision::text as to_id from decision_evidence where kind = 'shift'"""),
                    new Tie.Stored("votes", "decision", "evidence", """
                    select target::text as from_id, decision::text as to_id from decision_evidence where kind = 'votes'"""),
                    new Tie.Stored("version", "decision", "evidence", """
                    select target || '/' || number as from_id, decision::text as to_id from decision_evidence where kind = 'model'"""),
                    new Tie.Stored("shift", "decision", "decided-on", """
                    select shift::text as from_id, id::text as to_id from decision where shift is not null"""),
                    new Tie.Stored("item", "decision", "decided-in", """
                    select item::text as from_id, id::text as to_id from decision where item is not null"""),
                    new Tie.Stored("partner", "decision", "signed", """
                    select partner::text as from_id, decision::text as to_id from decision_signatory""")));

    private DecisionThreadStore() {}
}
