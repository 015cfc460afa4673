package org.whorl.server.permissions;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.news.Telling;
import org.whorl.server.news.What;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.people.Partner;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/** The door to rules: whose they are, what they cost, and when they end. */
@Door
public class Rules {

    private final RuleStore store;
    private final VersionStore versions;
    private final Community community;
    private final Telling telling;
    private final Clock clock;

    Rules(RuleStore store, VersionStore versions, Community community, Telling telling, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.community = community;
        this.telling = telling;
        this.clock = clock;
    }

    /** All of them, also those given up, by whose they are. */
    @Needs(Action.LOOK)
    public List<Rule> list() {
        return store.list();
    }

    /** One of them. */
    @Needs(Action.LOOK)
    public Optional<Rule> find(UUID id) {
        return store.find(id);
    }

    /** What was added and given up, and what that comes to. */
    @Needs(Action.LOOK)
    public Ledger ledger() {
        return Ledger.of(store.list(), today());
    }

    /**
     * The one rule worth giving up next: one that was suspended without being stopped first, then what takes most hours.
     *
     * @param but not this one
     */
    @Needs(Action.LOOK)
    public Optional<Suggested> suggest(Optional<UUID> but) {
        Map<UUID, Integer> suspended = store.listDaysSuspended(today());
        return store.list().stream()
                .filter(each -> !each.isDuty() && each.state(today()) == Rule.State.KEPT)
                .filter(each ->
                        !but.equals(Optional.of(each.id())) && each.hours().high() > 0)
                .map(each -> new Suggested(each, suspended.getOrDefault(each.id(), 0)))
                .min(Comparator.comparingInt(Suggested::daysSuspended)
                        .thenComparingLong(each -> each.rule().hours().high())
                        .reversed()
                        .thenComparing(each -> each.rule().id()));
    }

    /**
     * Lists a rule.
     *
     * @throws IllegalArgumentException if it is said to be ours and its name is a duty in law
     */
    @Needs(Action.KEEP_RULES)
    public void add(Rule rule) {
        mustNotBeLaw(rule);
        Viewer viewer = Viewer.current();
        Note.about(Rule.VERSIONED.kind(), rule.id(), rule.isDuty() ? "listed as a duty in law" : "added");
        store.add(viewer.partnership().orElseThrow(), rule, viewer.member());
    }

    /** Changes what it says and costs; not whose it is, nor whether it is a duty in law. */
    @Needs(Action.KEEP_RULES)
    public Saved change(Rule rule) {
        mustNotBeLaw(rule);
        return saved(
                rule.id(),
                "changed",
                versions.change(Rule.VERSIONED, rule.id(), rule.version(), RuleStore.written(rule)));
    }

    /** Keeps it until another day, because somebody still needs it. */
    @Needs(Action.KEEP_RULES)
    public Saved renew(UUID id, int version, LocalDate until, String why) {
        boolean kept = store.find(id)
                .filter(each -> each.added() && each.state(today()) == Rule.State.KEPT)
                .isPresent();
        return saved(
                id,
                "renewed until " + until,
                kept
                        ? versions.change(
                                Rule.VERSIONED,
                                id,
                                version,
                                Map.of("review_on", Date.valueOf(until), "renewed_why", why))
                        : new Saved.Gone());
    }

    /** May the viewer give it up? Whoever is of the organisation whose it is, and who looks after the partnership. */
    @Needs(Action.LOOK)
    public boolean mayRetire(UUID id) {
        Viewer viewer = Viewer.current();
        if (!viewer.may(Action.KEEP_RULES) || !viewer.may(Action.SEE_PEOPLE)) {
            return false;
        }
        Optional<UUID> mine = viewer.member()
                .flatMap(community::findMember)
                .flatMap(Member::partner)
                .map(Partner::id);
        return viewer.may(Action.CHANGE_PARTNERSHIP)
                || store.find(id)
                        .filter(rule -> mine.equals(Optional.of(rule.owner().partner())))
                        .isPresent();
    }

    /** Gives it up. Its hours are counted as given back. */
    @Needs(Action.KEEP_RULES)
    public Saved retire(UUID id, int version, String why) {
        boolean kept = store.find(id)
                .filter(each -> !each.isDuty() && each.state(today()) == Rule.State.KEPT)
                .isPresent();
        return saved(
                id,
                "retired",
                kept && mayRetire(id)
                        ? versions.change(
                                Rule.VERSIONED,
                                id,
                                version,
                                Map.of("retired_on", Date.valueOf(today()), "retired_why", why))
                        : new Saved.Gone());
    }

    /** Undoes the change that led to that version; giving it up, or taking that back, only for whoever may give it up. */
    @Needs(Action.KEEP_RULES)
    public Saved undo(UUID id, int version) {
        boolean theirs = !store.isAboutRetiring(id, version) || mayRetire(id);
        return saved(
                id,
                theirs ? "undone" : "not undone: not theirs to give up",
                theirs ? versions.undo(Rule.VERSIONED, id, version) : new Saved.Gone());
    }

    /** Tells whoever added it, once, that a rule has lapsed; that it has, the day says by itself. */
    @Needs(Action.LAPSE)
    public int tellLapsed() {
        List<Lapse> lapsed = store.tellLapsed(today());
        lapsed.forEach(each -> {
            Note.each(Rule.VERSIONED.kind(), each.id(), "lapsed");
            each.whom().forEach(whom -> telling.tell(Optional.of(whom), What.RULE_LAPSED, "/rules/" + each.id()));
        });
        if (lapsed.isEmpty()) {
            Note.about("rules", "none", "somebody else told it");
        }
        return lapsed.size();
    }

    private static void mustNotBeLaw(Rule rule) {
        if (!rule.isDuty() && Duty.namedIn(rule.name()).isPresent()) {
            throw new IllegalArgumentException("a duty in law is no rule of ours");
        }
    }

    private Saved saved(UUID id, String why, Saved saved) {
        Note.saved(Rule.VERSIONED.kind(), id, why, saved);
        telling.changed(Rule.VERSIONED, id, saved, "/rules/" + id);
        return saved;
    }

    private LocalDate today() {
        return Span.today(clock.instant());
    }
}
