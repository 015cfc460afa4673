package org.whorl.server.beliefs;

import java.util.List;
import org.whorl.server.thread.Knot;
import org.whorl.server.thread.Spun;
import org.whorl.server.thread.Tie;
import org.whorl.server.trust.Action;

/** What experiments make of the numbers of a model, in the thread. */
final class BeliefThreadStore {

    static final Spun SPUN = new Spun(
            List.of(new Knot.Stored("belief", Action.LOOK, """
                    select b.id::text, e.title, '' as other, e.language as lang,
                        '/experiments/' || b.experiment || '/belief/' || b.id as path, coalesce(b.learnt_on, b.made_at::date) as day
                    from belief b join experiment e on e.partnership = b.partnership and e.id = b.experiment"""), new Knot.Stored("reading", Action.SEE_MEASURES, """
                    select r.id::text, e.title, '' as other, e.language as lang, '/experiments/' || r.experiment || '/result' as path,
                        (r.asked_at at time zone 'Europe/London')::date as day
                    from experiment_reading r join experiment e on e.partnership = r.partnership and e.id = r.experiment""")),
            List.of(
                    new Tie.Stored("experiment", "reading", "read", """
                    select experiment::text as from_id, id::text as to_id from experiment_reading"""),
                    new Tie.Stored("measure", "reading", "read-from", """
                    select measure::text as from_id, id::text as to_id from experiment_reading"""),
                    new Tie.Stored("prediction", "reading", "held-against", """
                    select experiment::text as from_id, id::text as to_id from experiment_reading"""),
                    new Tie.Stored("reading", "belief", "taught", """
                    select reading::text as from_id, id::text as to_id from belief"""),
                    new Tie.Stored("experiment", "belief", "taught", """
                    select experiment::text as from_id, id::text as to_id from belief"""),
                    new Tie.Stored("version", "belief", "believed-before", """
                    select model || '/' || model_version as from_id, id::text as to_id from belief"""),
                    new Tie.Stored("belief", "number", "of-number", """
                    select id::text as from_id, model || '/' || path as to_id from belief"""),
                    new Tie.Stored("belief", "decision", "to-be-decided", """
                    select id::text as from_id, decision::text as to_id from belief where decision is not null"""),
                    new Tie.Stored("belief", "version", "learnt", """
                    select id::text as from_id, model || '/' || learnt_version as to_id from belief
                    where learnt_version is not null"""),
                    new Tie.Stored("decision", "version", "learnt-by-decision", """
                    select decision::text as from_id, model || '/' || learnt_version as to_id from belief
                    where decision is not null and learnt_version is not null"""),
                    new Tie.Stored("belief", "version", "taken-back", """
                    select id::text as from_id, model || '/' || back_version as to_id from belief
                    where back_version is not null""")));

    private BeliefThreadStore() {}
}
