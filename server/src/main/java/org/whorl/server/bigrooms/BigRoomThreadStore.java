package org.whorl.server.bigrooms;

import java.util.List;
import org.whorl.server.thread.Knot;
import org.whorl.server.thread.Spun;
import org.whorl.server.thread.Tie;
import org.whorl.server.trust.Action;

/** Big Rooms in the thread. */
final class BigRoomThreadStore {

    static final Spun SPUN = new Spun(
            List.of(
                    new Knot.Stored("big-room", Action.SEE_GATHERINGS, """
                    select id::text, pathway as title, '' as other, language as lang, '/big-rooms/' || id as path, opened_on as day
                    from big_room"""),
                    new Knot.Stored("noted", Action.SEE_GATHERINGS, """
                    select id::text, words as title, '' as other, language as lang, '/big-rooms/weeks/' || week as path,
                        noted_at::date as day
                    from big_room_outcome""")),
            List.of(
                    new Tie.Stored("spiral", "big-room", "every-week", """
                    select spiral::text as from_id, id::text as to_id from big_room"""),
                    new Tie.Stored("story", "big-room", "opened-with", """
                    select story::text as from_id, room::text as to_id from big_room_week where story is not null"""),
                    new Tie.Stored("gathering", "big-room", "met-in", """
                    select gathering::text as from_id, room::text as to_id from big_room_week"""),
                    new Tie.Stored("big-room", "noted", "noted-in", """
                    select w.room::text as from_id, o.id::text as to_id from big_room_outcome o
                    join big_room_week w on w.partnership = o.partnership and w.id = o.week"""),
                    new Tie.Stored("noted", "experiment", "tried-after", """
                    select id::text as from_id, experiment::text as to_id from big_room_outcome
                    where experiment is not null and kind = 'test'"""),
                    new Tie.Stored("experiment", "noted", "learnt-from", """
                    select experiment::text as from_id, id::text as to_id from big_room_outcome
                    where experiment is not null and kind = 'learnt'"""),
                    new Tie.Stored("noted", "ask", "asked", """
                    select id::text as from_id, ask::text as to_id from big_room_outcome where ask is not null""")));

    private BigRoomThreadStore() {}
}
