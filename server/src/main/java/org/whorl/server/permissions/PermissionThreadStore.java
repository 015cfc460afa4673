package org.whorl.server.permissions;

import java.util.List;
import org.whorl.server.thread.Knot;
import org.whorl.server.thread.Spun;
import org.whorl.server.thread.Tie;
import org.whorl.server.trust.Action;

/** Permissions to try, and the rules they suspend, in the thread. */
final class PermissionThreadStore {

    static final Spun SPUN = new Spun(
            List.of(new Knot.Stored("permission", Action.LOOK, """
                    select id::text, tries as title, '' as other, language as lang, '/permissions/' || id as path, starts_on as day
                    from permission"""), new Knot.Stored("rule", Action.LOOK, """
                    select id::text, name as title, '' as other, language as lang, '/rules/' || id as path, since as day from rule""")),
            List.of(
                    new Tie.Stored("decision", "permission", "permits", """
                    select decision::text as from_id, id::text as to_id from permission where decision is not null"""),
                    new Tie.Stored("permission", "permission", "renewed", """
                    select renews::text as from_id, id::text as to_id from permission where renews is not null"""),
                    new Tie.Stored("rule", "permission", "suspended", """
                    select rule::text as from_id, permission::text as to_id from permission_rule"""),
                    new Tie.Stored("measure", "permission", "stops-it", """
                    select distinct measure::text as from_id, permission::text as to_id from permission_stop
                    where measure is not null"""),
                    new Tie.Stored("partner", "rule", "keeps-rule", """
                    select partner::text as from_id, id::text as to_id from rule"""),
                    new Tie.Stored("partner", "permission", "signed", """
                    select partner::text as from_id, permission::text as to_id from permission_signature""")));

    private PermissionThreadStore() {}
}
