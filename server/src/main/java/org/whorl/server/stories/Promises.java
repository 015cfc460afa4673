package org.whorl.server.stories;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.whorl.server.news.Telling;
import org.whorl.server.news.What;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/** The door to promises: made openly, and everybody sees what came of them. */
@Door
public class Promises {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final PromiseStore store;
    private final HeldStore held;
    private final VersionStore versions;
    private final Telling telling;
    private final Clock clock;

    Promises(PromiseStore store, HeldStore held, VersionStore versions, Telling telling, Clock clock) {
        this.store = store;
        this.held = held;
        this.versions = versions;
        this.telling = telling;
        this.clock = clock;
    }

    /** All of them: first those whose day is over and nobody has said what came of them, then the open ones. */
    @Needs(Action.LOOK)
    public List<Promise> list() {
        LocalDate today = today();
        boolean names = Viewer.current().may(Action.SEE_PEOPLE);
        return store.list().stream()
                .sorted(Comparator.comparing((Promise each) -> !each.isOverdue(today))
                        .thenComparing(Promise::state)
                        .thenComparing(Promise::dueOn))
                .map(each -> names ? each : each.withoutName())
                .toList();
    }

    /** One of them. */
    @Needs(Action.LOOK)
    public Optional<Promise> find(UUID id) {
        boolean names = Viewer.current().may(Action.SEE_PEOPLE);
        return store.find(id).map(each -> names ? each : each.withoutName());
    }

    /** Writes one down, and tells whoever it is of. */
    @Needs(Action.PROMISE)
    public void make(Promise promise) {
        if (promise.what().length() < Promise.SHORTEST
                || (promise.by().member().isEmpty() && promise.by().partner().isEmpty())
                || promise.dueOn().isBefore(today())) {
            throw new IllegalArgumentException("a promise says who, what and until when");
        }
        Note.about("promise", promise.id(), "");
        store.add(Viewer.current().partnership().orElseThrow(), promise);
        telling.tell(promise.by().member(), What.PROMISED, path(promise.id()));
    }

    /** Puts the day off, with a reason; the day it was stays in sight. */
    @Needs(Action.PROMISE)
    public Saved move(UUID id, int version, LocalDate to, String why) {
        return store.find(id)
                .map(promise -> saved(
                        promise,
                        version,
                        "moved",
                        Map.of(
                                "due_on",
                                to,
                                "moved_from",
                                Stream.concat(
                                                promise.moves().stream().map(Promise.Move::from),
                                                Stream.of(promise.dueOn()))
                                        .map(LocalDate::toString)
                                        .toArray(String[]::new),
                                "moved_why",
                                Stream.concat(promise.moves().stream().map(Promise.Move::why), Stream.of(why))
                                        .toArray(String[]::new))))
                .orElseGet(() -> gone(id));
    }

    /** Says what came of it: it was kept, or honestly it was not. */
    @Needs(Action.PROMISE)
    public Saved settle(UUID id, int version, Promise.State state, String note) {
        return store.find(id)
                .map(promise -> saved(promise, version, state.key(), Map.of("state", state.key(), "note", note)))
                .orElseGet(() -> gone(id));
    }

    /** Undoes a change of one, if nobody has changed it since. */
    @Needs(Action.PROMISE)
    public Saved undo(UUID id, int version) {
        boolean may = store.find(id)
                .filter(each -> each.isChangedBy(Viewer.current()))
                .isPresent();
        Saved saved = may ? versions.undo(Promise.VERSIONED, id, version) : new Saved.Gone();
        Note.saved("promise", id, "undone", saved);
        return saved;
    }

    /** What whoever was promised it says: was it kept? False if it was not promised to them, or its day is not yet over. */
    @Needs(Action.CHANGE_TOLD)
    public boolean judge(String code, UUID id, boolean kept) {
        Note.about("promise", id, "judged");
        Optional<Promise> promise = store.find(id).filter(each -> each.isToBeJudged(today()));
        boolean done = promise.isPresent()
                && held.find(PrivateCode.fingerprint(code))
                        .filter(told -> store.judge(id, told.id(), kept, clock.instant()))
                        .isPresent();
        if (done) {
            promise.ifPresent(each ->
                    telling.tell(each.by().member().or(() -> each.by().maker()), What.PROMISE_JUDGED, path(id)));
        }
        return done;
    }

    private Saved saved(Promise promise, int version, String why, Map<String, ?> values) {
        Saved saved = promise.isChangedBy(Viewer.current())
                ? versions.change(Promise.VERSIONED, promise.id(), version, values)
                : new Saved.Gone();
        Note.saved("promise", promise.id(), why, saved);
        telling.changed(Promise.VERSIONED, promise.id(), saved, path(promise.id()));
        return saved;
    }

    private static Saved gone(UUID id) {
        Saved gone = new Saved.Gone();
        Note.saved("promise", id, "", gone);
        return gone;
    }

    private static String path(UUID id) {
        return "/promises/" + id;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }
}
