package org.whorl.server.spirals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.news.Telling;
import org.whorl.server.news.What;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Disclosure;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/** The door to spirals, their scope and their turns. */
@Door
public class Spirals {

    /** A group that grows by more than this in one turn is asked whether its people still know one another. */
    private static final int PACE = 3;

    private final SpiralStore store;
    private final CompanyStore company;
    private final VersionStore versions;
    private final Telling telling;
    private final Clock clock;

    Spirals(SpiralStore store, CompanyStore company, VersionStore versions, Telling telling, Clock clock) {
        this.store = store;
        this.company = company;
        this.versions = versions;
        this.telling = telling;
        this.clock = clock;
    }

    /** All spirals of the partnership, the oldest first. */
    @Needs(Action.LOOK)
    public List<Spiral> listAll() {
        return store.listAll();
    }

    /** One spiral, if this partnership has it. */
    @Needs(Action.LOOK)
    public Optional<Spiral> find(UUID id) {
        return store.find(id);
    }

    /** Its turns in order, with as much of how many took part as the viewer may know. */
    @Needs(Action.LOOK)
    public List<Turn> listTurns(UUID spiral) {
        return turns(spiral);
    }

    /**
     * Starts a spiral and its first turn. A question, the people and the place are all it takes.
     *
     * @param id which it will be
     * @param parent the spiral it grows from
     * @param language of the question
     * @param afresh with nothing of the parent's but what somebody pulls in later
     */
    @Needs(Action.START_SPIRAL)
    public Spiral start(
            UUID id,
            Optional<UUID> parent,
            String question,
            String language,
            String population,
            UUID place,
            boolean afresh) {
        Viewer viewer = Viewer.current();
        UUID partnership = viewer.partnership().orElseThrow();
        LocalDate today = LocalDate.now(clock);
        Spiral.Scope scope = new Spiral.Scope(population, place, "", "", "", "");
        Spiral begun = new Spiral(id, parent, question, language, "", scope, afresh, today, 1);
        store.add(partnership, begun);
        store.addFirstAsk(partnership, begun);
        store.begin(partnership, id, 1, Phase.EMERGING, today);
        viewer.member().ifPresent(member -> {
            company.add(partnership, id, member, today);
            store.noteMember(partnership, id, 1, member, today);
        });
        Note.about("spiral", id, "");
        telling.tellAll(id, What.SPIRAL_STARTED, "/spirals/" + id);
        return store.find(id).orElseThrow();
    }

    /**
     * Changes question and scope.
     *
     * @param wanted as it should be, with the version it was changed from
     * @param direction wider, narrower or the same; widening a scope is a decision
     * @param why said for everybody to read, and for the record
     */
    @Needs(Action.CHANGE_SCOPE)
    public Saved changeScope(Spiral wanted, String direction, String why) {
        Saved saved = versions.change(
                Spiral.VERSIONED,
                wanted.id(),
                wanted.version(),
                Map.of(
                        "question", wanted.question(),
                        "language", wanted.language(),
                        "translation", wanted.translation(),
                        "population", wanted.scope().population(),
                        "place", wanted.scope().place(),
                        "out_of_scope", wanted.scope().out(),
                        "widen_when", wanted.scope().widen()));
        if (saved instanceof Saved.Yes) {
            UUID partnership = Viewer.current().partnership().orElseThrow();
            store.add(partnership, wanted.id(), new Decision(direction, why, LocalDate.now(clock)));
        }
        Note.saved("spiral", wanted.id(), direction + ": " + why, saved);
        telling.changed(Spiral.VERSIONED, wanted.id(), saved, "/spirals/" + wanted.id());
        return saved;
    }

    /** Goes back to what question and scope were before the change that led to that version; that is a change too. */
    @Needs(Action.CHANGE_SCOPE)
    public Saved undo(UUID id, int version) {
        Saved saved = versions.undo(Spiral.VERSIONED, id, version);
        Note.saved("spiral", id, "undone", saved);
        telling.changed(Spiral.VERSIONED, id, saved, "/spirals/" + id);
        return saved;
    }

    /**
     * Ends the turn that goes on and begins the next.
     *
     * @return false if somebody has ended it already
     */
    @Needs(Action.CLOSE_TURN)
    public boolean closeTurn(UUID spiral, int number, String learned, String joined, String matters) {
        UUID partnership = Viewer.current().partnership().orElseThrow();
        LocalDate today = LocalDate.now(clock);
        Note.about("turn", spiral + "/" + number, "");
        List<Turn> turns = turns(spiral);
        if (turns.isEmpty() || !store.end(spiral, number, today, learned, joined, matters)) {
            return false;
        }
        store.begin(partnership, spiral, number + 1, turns.getLast().phase().next(), today);
        telling.tellAll(spiral, What.TURN_CLOSED, "/spirals/" + spiral);
        return true;
    }

    /** Why the scope was changed, the latest first. */
    @Needs(Action.LOOK)
    public List<Decision> listDecisions(UUID spiral) {
        return store.listDecisions(spiral);
    }

    /** What was first asked for. */
    @Needs(Action.LOOK)
    public Optional<FirstAsk> findFirstAsk(UUID spiral) {
        return store.findFirstAsk(spiral);
    }

    /** Says how far what was first asked for has got. */
    @Needs(Action.CHANGE_SCOPE)
    public Saved changeFirstAsk(UUID spiral, int version, FirstAsk.State state, String note) {
        Saved saved = versions.change(FirstAsk.VERSIONED, spiral, version, Map.of("state", state.key(), "note", note));
        Note.saved(FirstAsk.VERSIONED.kind(), spiral, state.key(), saved);
        return saved;
    }

    /** Undoes that. */
    @Needs(Action.CHANGE_SCOPE)
    public Saved undoFirstAsk(UUID spiral, int version) {
        Saved saved = versions.undo(FirstAsk.VERSIONED, spiral, version);
        Note.saved(FirstAsk.VERSIONED.kind(), spiral, "undone", saved);
        return saved;
    }

    /**
     * Notes people who have taken part without being members: a conversation in a café, a round of voices by telephone.
     *
     * @param how where and how, without names
     * @param sure has somebody looked whether so many new people at once is too fast?
     * @return false if it is more than the pace of a turn, and nobody has looked; then nothing is noted
     */
    @Needs(Action.TAKE_PART)
    public boolean notePeople(UUID spiral, int people, String how, boolean sure) {
        UUID partnership = Viewer.current().partnership().orElseThrow();
        UUID id = UUID.randomUUID();
        int turn = turns(spiral).getLast().number();
        boolean fast = store.outgrows(spiral, turn, people, PACE);
        if (fast && !sure) {
            Note.about("spiral", spiral, "not noted: faster than the pace of a turn");
            return false;
        }
        store.notePeople(partnership, id, spiral, turn, people, how, LocalDate.now(clock));
        Note.about("taking-part", id, fast ? "faster than the pace of a turn" : "");
        return true;
    }

    /** Notes that the viewer has taken part in the turn that goes on. */
    @Needs(Action.TAKE_PART)
    public void noteMe(UUID spiral) {
        Viewer viewer = Viewer.current();
        UUID partnership = viewer.partnership().orElseThrow();
        int turn = turns(spiral).getLast().number();
        viewer.member().ifPresent(member -> store.noteMember(partnership, spiral, turn, member, LocalDate.now(clock)));
        Note.about("spiral", spiral, "");
    }

    private List<Turn> turns(UUID spiral) {
        return store.listTurns(spiral, Disclosure.ofTakingPart(Viewer.current()));
    }
}
