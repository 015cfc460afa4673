package org.whorl.server.opinions;

import java.util.List;
import org.whorl.server.thread.Knot;
import org.whorl.server.thread.Spun;
import org.whorl.server.thread.Tie;
import org.whorl.server.trust.Action;

/** Conversations that people vote in, in the thread. */
final class OpinionThreadStore {

    static final Spun SPUN = new Spun(
            List.of(new Knot.Stored("votes", Action.LOOK, """
                    select id::text, question_en as title, question_cy as other, 'en' as lang, '/patterns/opinions/' || id as path,
                        opened_on as day
                    from opinion_conversation""")),
            List.of(new Tie.Stored("spiral", "votes", "voted", """
                    select spiral::text as from_id, id::text as to_id from opinion_conversation""")));

    private OpinionThreadStore() {}
}
