package org.whorl.server.news;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.whorl.server.jobs.JobEnded;
import org.whorl.server.jobs.Jobs;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Permissions;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Versioned;
import org.whorl.server.trust.Viewer;

/**
 * Tells members what the viewer has just done, in the same transaction: what is not done is not told. Nobody is told what
 * they did themselves, nor what they have muted.
 */
@Component
public class Telling {

    private final NewsStore store;
    private final VersionStore versions;

    Telling(NewsStore store, VersionStore versions) {
        this.store = store;
        this.versions = versions;
    }

    /**
     * Tells one member.
     *
     * @param path where to look, inside the partnership; no person's name or words
     */
    public void tell(Optional<UUID> member, What what, String path) {
        Viewer viewer = Viewer.current();
        member.filter(whom -> !viewer.member().equals(Optional.of(whom)))
                .ifPresent(whom -> store.tell(viewer.partnership().orElseThrow(), whom, what, path));
    }

    /** Tells everybody in the partnership who may see that spiral. */
    public void tellAll(UUID spiral, What what, String path) {
        Viewer viewer = Viewer.current();
        store.tellAll(viewer.partnership().orElseThrow(), viewer.member(), spiral, what, path);
    }

    /** Tells everybody who may do that. */
    public void tellWhoMay(Action action, What what, String path) {
        Viewer viewer = Viewer.current();
        Set<String> roles =
                Permissions.allowedTo(action).stream().map(Role::key).collect(Collectors.toSet());
        store.tellRoles(viewer.partnership().orElseThrow(), viewer.member(), roles, what, path);
    }

    /** Tells whoever made the version before that it has been changed, if it was. */
    public void changed(Versioned what, UUID id, Saved saved, String path) {
        if (saved instanceof Saved.Yes yes) {
            tell(versions.findMaker(what, id, yes.version() - 1), What.CHANGED, path);
        }
    }

    @EventListener
    void ended(JobEnded event) {
        if (!event.partnership().equals(Jobs.HOUSE)) {
            event.member()
                    .ifPresent(
                            member -> store.tell(event.partnership(), member, What.JOB_ENDED, "/jobs/" + event.job()));
        }
    }
}
