package org.whorl.server.permissions;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.news.Telling;
import org.whorl.server.news.What;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/** The door to permissions to try. */
@Door
public class Permitting {

    private final PermissionStore store;
    private final VersionStore versions;
    private final Telling telling;
    private final Clock clock;

    Permitting(PermissionStore store, VersionStore versions, Telling telling, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.telling = telling;
        this.clock = clock;
    }

    /** What came of signing. */
    public enum Signed {
        YES,
        /** It reads otherwise than when it was opened. */
        CHANGED,
        /** They are not the one who signs it. */
        NOT_THEIRS,
        /** They wrote it, and nobody else named them. */
        NAMED_THEMSELVES,
        OVER
    }

    /** All of them, also those that are over, the first to end first. */
    @Needs(Action.LOOK)
    public List<Permission> list() {
        return store.list().stream().map(Permitting::asSeen).toList();
    }

    /** One of them. */
    @Needs(Action.LOOK)
    public Optional<Permission> find(UUID id) {
        return store.find(id).map(Permitting::asSeen);
    }

    /** Those that belong to a decision, the first to end first. */
    @Needs(Action.LOOK)
    public List<Permission> listOf(UUID decision) {
        return list().stream()
                .filter(each -> each.decision().equals(Optional.of(decision)))
                .toList();
    }

    /** Is that a decision which the viewer may see? */
    @Needs(Action.LOOK)
    public boolean isDecisionSeen(UUID decision) {
        return store.hasDecision(decision, Viewer.current().may(Action.SEE_DRAFTS));
    }

    /**
     * Writes one down, for those to sign whose rules it suspends.
     *
     * @throws IllegalArgumentException if it suspends a duty in law, nothing stops it, or somebody signs whom the viewer may not name
     */
    @Needs(Action.PERMIT)
    public void begin(Permission permission) {
        mustStand(permission);
        mustBeNamed(permission, List.of());
        Viewer viewer = Viewer.current();
        Note.about(Permission.VERSIONED.kind(), permission.id(), "begun");
        store.add(viewer.partnership().orElseThrow(), permission, viewer.member());
        tellSigners(permission);
    }

    /** Changes one that not all have signed; whoever had signed signs again. */
    @Needs(Action.PERMIT)
    public Saved change(Permission permission) {
        mustStand(permission);
        UUID id = permission.id();
        Optional<Permission> there = store.hold(id);
        mustBeNamed(permission, there.map(Permission::signatures).orElse(List.of()));
        boolean open = there.filter(each -> each.state(clock.instant()) == Permission.State.WAITING)
                .isPresent();
        Saved saved = open
                ? versions.change(Permission.VERSIONED, id, permission.version(), PermissionStore.written(permission))
                : new Saved.Gone();
        Note.saved(Permission.VERSIONED.kind(), id, "changed; to be signed anew", saved);
        if (saved instanceof Saved.Yes) {
            store.putParts(Viewer.current().partnership().orElseThrow(), permission);
            tellSigners(permission);
        }
        return saved;
    }

    /** Signs it as it was read: in that version. */
    @Needs(Action.SIGN_PERMISSION)
    public Signed sign(UUID id, int version) {
        Optional<UUID> member = Viewer.current().member();
        Instant now = clock.instant();
        Optional<Permission> found = store.hold(id);
        Signed signed =
                found.map(each -> mayBeSigned(each, member, version, now)).orElse(Signed.OVER);
        Note.about(
                Permission.VERSIONED.kind(),
                id,
                signed == Signed.YES ? "signed version " + version : "not signed: " + signed);
        if (signed == Signed.YES) {
            store.sign(id, member.orElseThrow(), version, now);
            store.find(id).filter(Permission::isSigned).ifPresent(each -> tell(each, What.PERMISSION_SIGNED));
        }
        return signed;
    }

    /**
     * Stops it at once.
     *
     * @return false if it is over, or the viewer neither signs it nor looks after it
     */
    @Needs(Action.SIGN_PERMISSION)
    public boolean stop(UUID id, String why) {
        Optional<UUID> member = Viewer.current().member();
        Instant now = clock.instant();
        Optional<Permission> found =
                store.hold(id).filter(each -> !each.state(now).isOver() && each.isStoppedBy(member));
        Note.about(Permission.VERSIONED.kind(), id, found.isPresent() ? "stopped" : "not stopped");
        found.ifPresent(each -> {
            store.stop(id, member, now, why);
            tell(each, What.PERMISSION_STOPPED);
        });
        return found.isPresent();
    }

    /** Tells all whom they concern, once, which have lapsed; that they have, the day says by itself. */
    @Needs(Action.LAPSE)
    public int tellLapsed() {
        List<Lapse> lapsed = store.tellLapsed(Span.today(clock.instant()));
        lapsed.forEach(each -> {
            Note.each(Permission.VERSIONED.kind(), each.id(), "lapsed");
            each.whom().forEach(whom -> telling.tell(Optional.of(whom), What.PERMISSION_LAPSED, path(each.id())));
        });
        if (lapsed.isEmpty()) {
            Note.about("permissions", "none", "somebody else told it");
        }
        return lapsed.size();
    }

    private static Signed mayBeSigned(Permission permission, Optional<UUID> member, int version, Instant now) {
        if (permission.state(now).isOver()) {
            return Signed.OVER;
        }
        if (!permission.isSignedBy(member)) {
            return Signed.NOT_THEIRS;
        }
        // Whoever wrote it does not choose themselves to answer for an organisation.
        boolean wrote = member.isPresent() && permission.begunBy().equals(member);
        if (wrote
                && permission.signatures().stream()
                        .filter(each -> Optional.of(each.member()).equals(member))
                        .anyMatch(each ->
                                each.namedBy().isEmpty() || each.namedBy().equals(member))) {
            return Signed.NAMED_THEMSELVES;
        }
        return permission.version() == version ? Signed.YES : Signed.CHANGED;
    }

    private static void mustStand(Permission permission) {
        if (permission.rules().isEmpty() || permission.rules().stream().anyMatch(Rule::isDuty)) {
            throw new IllegalArgumentException("it suspends rules of our own, and no duty in law");
        }
        if (permission.stops().isEmpty()) {
            throw new IllegalArgumentException("something stops it");
        }
    }

    /** Who signs is said by whoever may say so of decisions too, and nobody says so of themselves. */
    private static void mustBeNamed(Permission permission, List<Signature> before) {
        Viewer viewer = Viewer.current();
        boolean fresh = permission.signatures().stream()
                .filter(each -> before.stream()
                        .noneMatch(there -> there.member().equals(each.member())
                                && there.authority()
                                        .partner()
                                        .equals(each.authority().partner())))
                .anyMatch(each ->
                        !viewer.may(Action.NAME_SIGNATORIES) || viewer.member().equals(Optional.of(each.member())));
        if (fresh) {
            throw new IllegalArgumentException("somebody else names who signs");
        }
    }

    private void tellSigners(Permission permission) {
        permission
                .signatures()
                .forEach(each ->
                        telling.tell(Optional.of(each.member()), What.PERMISSION_TO_SIGN, path(permission.id())));
    }

    private void tell(Permission permission, What what) {
        telling.tell(Optional.of(permission.owner()), what, path(permission.id()));
        telling.tell(permission.begunBy().filter(by -> !by.equals(permission.owner())), what, path(permission.id()));
        permission.signatures().stream()
                .map(Signature::member)
                .distinct()
                .forEach(whom -> telling.tell(Optional.of(whom), what, path(permission.id())));
    }

    private static String path(UUID id) {
        return "/permissions/" + id;
    }

    private static Permission asSeen(Permission permission) {
        return Viewer.current().may(Action.SEE_PEOPLE) ? permission : permission.withoutNames();
    }
}
