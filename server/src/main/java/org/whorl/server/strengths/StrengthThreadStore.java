package org.whorl.server.strengths;

import java.util.List;
import org.whorl.server.thread.Knot;
import org.whorl.server.thread.Spun;
import org.whorl.server.thread.Tie;
import org.whorl.server.trust.Action;

/** Bright spots in the thread. */
final class StrengthThreadStore {

    static final Spun SPUN = new Spun(
            List.of(
                    new Knot.Stored("bright-spots", Action.SEE_PEOPLE, """
                    select id::text, name as title, '' as other, language as lang, '/patterns/bright-spots/' || id as path,
                        as_of as day
                    from bright_measure"""),
                    new Knot.Stored("inquiry", Action.SEE_PEOPLE, """
                    select i.id::text, i.team || ': ' || m.name as title, '' as other, m.language as lang,
                        '/patterns/inquiries/' || i.id as path, i.begun_on as day
                    from inquiry i join bright_measure m on m.partnership = i.partnership and m.id = i.measure""")),
            List.of(new Tie.Stored("bright-spots", "inquiry", "asked-about", """
                    select measure::text as from_id, id::text as to_id from inquiry""")));

    private StrengthThreadStore() {}
}
