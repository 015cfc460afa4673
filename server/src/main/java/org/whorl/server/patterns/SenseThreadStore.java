package org.whorl.server.patterns;

import java.util.List;
import org.whorl.server.thread.Knot;
import org.whorl.server.thread.Spun;
import org.whorl.server.thread.Tie;
import org.whorl.server.trust.Action;

/** What is made of stories, in the thread. */
final class SenseThreadStore {

    static final Spun SPUN = new Spun(
            List.of(
                    new Knot.Stored("claim", Action.LOOK, """
                    select id::text, sentence as title, '' as other, language as lang, '/patterns/claims/' || id as path,
                        published_at::date as day
                    from claim where state = 'published'"""),
                    new Knot.Stored("claim", Action.SEE_DRAFTS, """
                    select id::text, sentence as title, '' as other, language as lang, '/patterns/claims/' || id as path,
                        changed_at::date as day
                    from claim where state = 'draft'"""),
                    new Knot.Stored("round", Action.SEE_PEOPLE, """
                    select id::text, domain as title, '' as other, language as lang, '/patterns/significant/' || id as path,
                        from_day as day
                    from significant_round""")),
            List.of(
                    new Tie.Stored("story", "claim", "quoted", """
                    select story::text as from_id, claim::text as to_id from claim_quote
                    union select story::text, claim::text from claim_told"""),
                    new Tie.Stored("story", "round", "in-round", """
                    select story::text as from_id, round::text as to_id from significant_story"""),
                    new Tie.Stored("claim", "finding", "points-to", """
                    select claim::text as from_id, substring(path from '^/findings/([0-9a-f-]{36})') as to_id from claim_link
                    where path ~ '^/findings/[0-9a-f-]{36}'"""),
                    new Tie.Stored("claim", "shift", "points-to", """
                    select claim::text as from_id, substring(path from '^/shifts/([0-9a-f-]{36})') as to_id from claim_link
                    where path ~ '^/shifts/[0-9a-f-]{36}'"""),
                    new Tie.Stored("claim", "decision", "points-to", """
                    select claim::text as from_id, substring(path from '^/decisions/([0-9a-f-]{36})') as to_id from claim_link
                    where path ~ '^/decisions/[0-9a-f-]{36}'"""),
                    new Tie.Stored("claim", "inquiry", "points-to", """
                    select claim::text as from_id, substring(path from '^/patterns/inquiries/([0-9a-f-]{36})') as to_id from claim_link
                    where path ~ '^/patterns/inquiries/[0-9a-f-]{36}'""")));

    private SenseThreadStore() {}
}
