package org.whorl.server.shifts;

import java.util.List;
import org.whorl.server.thread.Knot;
import org.whorl.server.thread.Spun;
import org.whorl.server.thread.Tie;
import org.whorl.server.trust.Action;

/** Shifts in the thread. */
final class ShiftThreadStore {

    static final Spun SPUN = new Spun(
            List.of(new Knot.Stored("shift", Action.LOOK, """
                    select id::text, name as title, translation as other, language as lang, '/shifts/' || id as path, made_at::date as day
                    from shift_option where set_aside_at is null""")),
            List.of(new Tie.Stored("version", "shift", "worked-out", """
                    select model || '/' || model_version as from_id, id::text as to_id from shift_option""")));

    private ShiftThreadStore() {}
}
