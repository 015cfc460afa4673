package org.whorl.server.people;

import java.util.List;
import org.whorl.server.thread.Knot;
import org.whorl.server.thread.Spun;
import org.whorl.server.trust.Action;

/** Organisations in the thread. */
final class OrganisationThreadStore {

    static final Spun SPUN = new Spun(List.of(new Knot.Stored("partner", Action.LOOK, """
                    select id::text, name_en as title, name_cy as other, 'en' as lang, '/partners' as path, null::date as day from partner""")), List.of());

    private OrganisationThreadStore() {}
}
