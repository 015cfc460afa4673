package org.whorl.server.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/** The door to what members do, where they come from, and how they leave. */
@Door
public class Members {

    private static final List<String> CIRCLES = List.of("core", "reference");

    private final MemberStore store;
    private final VersionStore versions;
    private final Clock clock;

    Members(MemberStore store, VersionStore versions, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.clock = clock;
    }

    /** What came of it, or why it cannot be. */
    public enum Outcome {
        /** It is so now. */
        DONE,
        /** There would be no administrator left. */
        LAST_ADMINISTRATOR,
        /** Who helps the group on its way holds nobody's purse. */
        FACILITATOR_WITH_PURSE,
        /** Who helps the group on its way is owned by no partner. */
        FACILITATOR_OF_PARTNER,
        /** They are not here any more. */
        GONE;

        /** As in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Gives a member a role. */
    @Needs(Action.GIVE_ROLES)
    public Outcome giveRole(UUID member, Role role) {
        if (!role.isGiven() || role == Role.EXPERT) {
            throw new IllegalArgumentException("not a role to give: " + role.key());
        }
        List<Role> roles = store.lockRoles(member);
        Outcome outcome = isHere(member) ? mayHave(member, role, roles) : Outcome.GONE;
        if (outcome == Outcome.DONE) {
            store.giveRole(here(), member, role);
        }
        Note.about("member", member, (outcome == Outcome.DONE ? "+" : outcome.key() + ": ") + role.key());
        return outcome;
    }

    /** Takes a role from a member. */
    @Needs(Action.GIVE_ROLES)
    public Outcome takeRole(UUID member, Role role) {
        Outcome outcome = role == Role.ADMINISTRATOR && !store.hasAnotherAdministrator(member)
                ? Outcome.LAST_ADMINISTRATOR
                : Outcome.DONE;
        if (outcome == Outcome.DONE) {
            store.takeRole(member, role);
        }
        Note.about("member", member, (outcome == Outcome.DONE ? "-" : outcome.key() + ": ") + role.key());
        return outcome;
    }

    /** Puts a member into these circles and no others. */
    @Needs(Action.CHANGE_MEMBER)
    public void setCircles(UUID member, List<String> circles) {
        List<String> known = CIRCLES.stream().filter(circles::contains).toList();
        store.lockRoles(member);
        if (isHere(member)) {
            store.setCircles(here(), member, known);
        }
        Note.about("member", member, "circles " + known);
    }

    /**
     * Changes where a member comes from and whose voice they bring.
     *
     * @return nothing if they facilitate, and so can come from no partner
     */
    @Needs(Action.CHANGE_MEMBER)
    public Optional<Saved> change(UUID member, int version, Optional<UUID> partner, Optional<UUID> perspective) {
        if (partner.isPresent() && store.lockRoles(member).contains(Role.FACILITATOR)) {
            Note.about("member", member, Outcome.FACILITATOR_OF_PARTNER.key());
            return Optional.empty();
        }
        Saved saved = versions.change(
                Member.VERSIONED, member, version, Map.of("partner", partner, "perspective", perspective));
        Note.saved("member", member, "changed", saved);
        return Optional.of(saved);
    }

    /** Undoes the change that led to that version. */
    @Needs(Action.CHANGE_MEMBER)
    public Saved undo(UUID member, int version) {
        store.lockRoles(member);
        Saved saved = versions.undo(Member.VERSIONED, member, version);
        Note.saved("member", member, "undone", saved);
        return saved;
    }

    /** Takes somebody out. What they wrote stays, without a name. */
    @Needs(Action.REMOVE_MEMBER)
    public Outcome remove(UUID member) {
        return out(member, "removed");
    }

    /** Leaves. What the viewer wrote stays, without a name. */
    @Needs(Action.LEAVE)
    public Outcome leave() {
        return out(Viewer.current().member().orElseThrow(), "left");
    }

    private Outcome out(UUID member, String how) {
        List<Role> roles = store.lockRoles(member);
        Outcome outcome = Outcome.DONE;
        if (roles.contains(Role.ADMINISTRATOR) && !store.hasAnotherAdministrator(member)) {
            outcome = Outcome.LAST_ADMINISTRATOR;
        } else if (!store.leave(member, LocalDate.now(clock))) {
            outcome = Outcome.GONE;
        }
        Note.about("member", member, outcome == Outcome.DONE ? how : outcome.key());
        return outcome;
    }

    private Outcome mayHave(UUID member, Role role, List<Role> roles) {
        if ((role == Role.FACILITATOR && roles.contains(Role.FINANCE_LEAD))
                || (role == Role.FINANCE_LEAD && roles.contains(Role.FACILITATOR))) {
            return Outcome.FACILITATOR_WITH_PURSE;
        }
        return role == Role.FACILITATOR && store.isOfPartner(member) ? Outcome.FACILITATOR_OF_PARTNER : Outcome.DONE;
    }

    private boolean isHere(UUID member) {
        return store.findWhetherHere(member).orElse(false);
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}
