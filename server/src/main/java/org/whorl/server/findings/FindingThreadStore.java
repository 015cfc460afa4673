package org.whorl.server.findings;

import java.util.List;
import org.whorl.server.thread.Knot;
import org.whorl.server.thread.Spun;
import org.whorl.server.thread.Tie;
import org.whorl.server.trust.Action;

/** Findings in the thread. */
final class FindingThreadStore {

    static final Spun SPUN = new Spun(
            List.of(new Knot.Stored("finding", Action.LOOK, """
                    select id::text, coalesce(nullif(found, ''), title) as title, '' as other, language as lang, '/findings/' || id as path,
                        published_at::date as day
                    from finding where state = 'published'"""), new Knot.Stored("finding", Action.SEE_DRAFTS, """
                    select id::text, coalesce(nullif(found, ''), title) as title, '' as other, language as lang, '/findings/' || id as path,
                        changed_at::date as day
                    from finding where state = 'draft'""")),
            List.of(new Tie.Stored("version", "finding", "worked-out", """
                    select model || '/' || model_version as from_id, id::text as to_id from finding where model is not null""")));

    private FindingThreadStore() {}
}
