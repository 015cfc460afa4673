package org.whorl.server.stories;

import java.util.List;
import org.whorl.server.thread.Knot;
import org.whorl.server.thread.Spun;
import org.whorl.server.thread.Tie;
import org.whorl.server.trust.Action;

/** What may be heard, and what was promised, in the thread. Only copies that passed the gate are read. */
final class HeardThreadStore {

    static final Spun SPUN = new Spun(
            List.of(
                    new Knot.Stored("story", Action.LOOK, """
                    select contribution::text as id, left(words, 160) as title, '' as other, language as lang,
                        '/stories/' || contribution as path, released_on as day
                    from released where ('public' = any (audiences) and wide_from <= current_date)"""),
                    new Knot.Stored("story", Action.SEE_PEOPLE, """
                    select contribution::text as id, left(words, 160) as title, '' as other, language as lang,
                        '/stories/' || contribution as path, released_on as day
                    from released where 'partnership' = any (audiences) and not ('public' = any (audiences) and wide_from <= current_date)"""),
                    new Knot.Stored("story", Action.HEAR_FOR_TEAM, """
                    select contribution::text as id, left(words, 160) as title, '' as other, language as lang,
                        '/stories/' || contribution as path, released_on as day
                    from released where 'team' = any (audiences) and not ('partnership' = any (audiences))
                        and not ('public' = any (audiences) and wide_from <= current_date)"""),
                    new Knot.Stored("promise", Action.LOOK, """
                    select id::text, what as title, '' as other, language as lang, '/promises/' || id as path, made_on as day from promise""")),
            List.of(
                    new Tie.Stored("spiral", "story", "told", """
                    select spiral::text as from_id, contribution::text as to_id from released where spiral is not null"""),
                    new Tie.Stored("story", "promise", "promised", """
                    select t.contribution::text as from_id, t.promise::text as to_id
                    from promised_to t join released r on r.contribution = t.contribution"""),
                    new Tie.Stored("spiral", "promise", "promised", """
                    select spiral::text as from_id, id::text as to_id from promise where spiral is not null"""),
                    new Tie.Stored("partner", "promise", "promised", """
                    select partner::text as from_id, id::text as to_id from promise where partner is not null""")));

    private HeardThreadStore() {}
}
