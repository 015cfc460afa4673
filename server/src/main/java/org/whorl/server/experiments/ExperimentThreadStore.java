package org.whorl.server.experiments;

import java.util.List;
import java.util.stream.Stream;
import org.whorl.server.thread.Knot;
import org.whorl.server.thread.Spun;
import org.whorl.server.thread.Tie;
import org.whorl.server.trust.Action;

/** Experiments, what they stand on and what was told beside them, in the thread. */
final class ExperimentThreadStore {

    static final Spun SPUN = new Spun(
            List.of(new Knot.Stored("experiment", Action.LOOK, """
                    select id::text, title, '' as other, language as lang, '/experiments/' || id as path,
                        coalesce(started_on, begun_on) as day
                    from experiment where state <> 'aside'"""), new Knot.Stored("prediction", Action.LOOK, """
                    select id::text, trim_scale(predicted::numeric)::text || ' ' || unit as title, '' as other, language as lang,
                        '/experiments/' || id as path, coalesce(started_on, begun_on) as day
                    from experiment where state <> 'aside' and predicted is not null and predicted_for is not null""")),
            Stream.of(
                            Stream.<Tie>of(
                                    new Tie.Stored("spiral", "experiment", "tried", """
                    select spiral::text as from_id, id::text as to_id from experiment where spiral is not null"""),
                                    new Tie.Stored("decision", "experiment", "tried-after", """
                    select decision::text as from_id, id::text as to_id from experiment where decision is not null"""),
                                    new Tie.Stored("permission", "experiment", "tried-under", """
                    select permission::text as from_id, id::text as to_id from experiment where permission is not null"""),
                                    new Tie.Stored("finding", "experiment", "tried-after", """
                    select finding::text as from_id, id::text as to_id from experiment where finding is not null"""),
                                    new Tie.Stored("experiment", "experiment", "next-cycle", """
                    select follows::text as from_id, id::text as to_id from experiment where follows is not null"""),
                                    new Tie.Stored("measure", "experiment", "measured-by", """
                    select measure::text as from_id, id::text as to_id from experiment where measure is not null"""),
                                    new Tie.Stored("experiment", "prediction", "expected", """
                    select id::text as from_id, id::text as to_id from experiment where predicted is not null and predicted_for is not null"""),
                                    new Tie.Stored("measure", "experiment", "stops-it", """
                    select stop_measure::text as from_id, id::text as to_id from experiment where stop_measure is not null"""),
                                    new Tie.Stored("experiment", "story", "told-beside", """
                    select experiment::text as from_id, story::text as to_id from experiment_story"""),
                                    new Tie.Stored("version", "experiment", "card", """
                    select target || '/' || number as from_id, experiment::text as to_id from experiment_evidence where kind = 'model'""")),
                            Stream.of(Look.Role.values())
                                    .<Tie>map(role -> new Tie.Stored(
                                            "measure", "experiment", "looked-at-" + role.key(), """
                    select split_part(line, ' ', 2) as from_id, id::text as to_id
                    from experiment, unnest(string_to_array(looks, chr(10))) line
                    where split_part(line, ' ', 1) = '%s'""".formatted(
                                                            role.key()))),
                            Stream.of("shift", "finding", "claim", "story", "votes")
                                    .<Tie>map(kind -> new Tie.Stored(kind, "experiment", "card", """
                    select target::text as from_id, experiment::text as to_id from experiment_evidence where kind = '%s'""".formatted(kind))))
                    .flatMap(each -> each)
                    .toList());

    private ExperimentThreadStore() {}
}
