package org.whorl.server.bigrooms;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.whorl.server.experiments.Alongside;
import org.whorl.server.experiments.Entry;
import org.whorl.server.experiments.Experiment;
import org.whorl.server.experiments.Experiments;
import org.whorl.server.gatherings.Gatherings;
import org.whorl.server.gatherings.Recipe;
import org.whorl.server.measures.Charted;
import org.whorl.server.measures.Measures;
import org.whorl.server.news.Telling;
import org.whorl.server.news.What;
import org.whorl.server.spirals.Ask;
import org.whorl.server.spirals.Asks;
import org.whorl.server.stories.Heard;
import org.whorl.server.stories.Released;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/** The door to Big Rooms. */
@Door
public class BigRooms {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final BigRoomStore store;
    private final VersionStore versions;
    private final Gatherings gatherings;
    private final Heard heard;
    private final Asks asks;
    private final Measures measures;
    private final Experiments experiments;
    private final Alongside alongside;
    private final Telling telling;
    private final Clock clock;

    BigRooms(
            BigRoomStore store,
            VersionStore versions,
            Gatherings gatherings,
            Heard heard,
            Asks asks,
            Measures measures,
            Experiments experiments,
            Alongside alongside,
            Telling telling,
            Clock clock) {
        this.store = store;
        this.versions = versions;
        this.gatherings = gatherings;
        this.heard = heard;
        this.asks = asks;
        this.measures = measures;
        this.experiments = experiments;
        this.alongside = alongside;
        this.telling = telling;
        this.clock = clock;
    }

    /** All of them, the newest first. */
    @Needs(Action.SEE_GATHERINGS)
    public List<BigRoom> list() {
        return store.list();
    }

    /** One of them. */
    @Needs(Action.SEE_GATHERINGS)
    public Optional<BigRoom> find(UUID id) {
        return store.find(id);
    }

    /** Its weeks, the newest first. */
    @Needs(Action.SEE_GATHERINGS)
    public List<Week> listWeeks(UUID room) {
        return store.listWeeks(room);
    }

    /** One week. */
    @Needs(Action.SEE_GATHERINGS)
    public Optional<Week> findWeek(UUID id) {
        return store.findWeek(id);
    }

    /** What came of its weeks, the newest week first. */
    @Needs(Action.SEE_GATHERINGS)
    public List<Outcome> listOutcomes(UUID room) {
        return store.listOutcomes(room);
    }

    /** What somebody is still to do, of all rooms, the first day first. */
    @Needs(Action.SEE_GATHERINGS)
    public List<Outcome> listOpen() {
        return store.listOpen();
    }

    /** The stories that everybody in the room may hear: those told to the whole partnership, whoever asks. */
    @Needs(Action.SEE_GATHERINGS)
    public List<Released> listStories() {
        return forEverybody();
    }

    /** One of them, as long as it may be heard. */
    @Needs(Action.SEE_GATHERINGS)
    public Optional<Released> findStory(UUID id) {
        return forEverybody().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The charts of what is measured for a room's question, place by place, as everybody in the room may see them. */
    @Needs(Action.SEE_GATHERINGS)
    public List<Charted> listCharts(UUID room) {
        BigRoom which = store.find(room).orElseThrow();
        return asMember(() -> measures.list(which.spiral()).stream()
                .flatMap(measure -> measures.listSites(measure.id()).stream()
                        .flatMap(site -> measures.findChart(measure.id(), site).stream()))
                .toList());
    }

    /** The experiments for a room's question that have begun, those that run first. */
    @Needs(Action.SEE_GATHERINGS)
    public List<Experiment> listExperiments(UUID room) {
        BigRoom which = store.find(room).orElseThrow();
        return experiments.list().stream()
                .filter(each -> each.spiral().equals(Optional.of(which.spiral()))
                        && each.startedOn().isPresent())
                .sorted(Comparator.comparing(each -> each.state() != Experiment.State.RUNNING))
                .toList();
    }

    /** The experiments that these became, or were learnt from, by id. */
    @Needs(Action.SEE_GATHERINGS)
    public Map<UUID, Experiment> listTried(List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(each -> each.experiment().stream())
                .distinct()
                .flatMap(each -> experiments.find(each).stream())
                .collect(Collectors.toMap(Experiment::id, each -> each));
    }

    /** Opens a room. */
    @Needs(Action.GATHER)
    public void open(BigRoom room) {
        Note.about(BigRoom.VERSIONED.kind(), room.id(), "opened");
        store.add(here(), room);
    }

    /** Changes what it is about, whose measures are on its wall, and who coaches it. */
    @Needs(Action.GATHER)
    public Saved change(BigRoom room) {
        Saved saved = versions.change(
                BigRoom.VERSIONED,
                room.id(),
                room.version(),
                Map.of(
                        "pathway",
                        room.pathway(),
                        "model",
                        room.model(),
                        "inside",
                        room.inside(),
                        "outside",
                        room.outside()));
        Note.saved(BigRoom.VERSIONED.kind(), room.id(), "changed", saved);
        return saved;
    }

    /** Undoes the change of a room that led to that version. */
    @Needs(Action.GATHER)
    public Saved undo(UUID id, int version) {
        Saved saved = versions.undo(BigRoom.VERSIONED, id, version);
        Note.saved(BigRoom.VERSIONED.kind(), id, "undone", saved);
        return saved;
    }

    /**
     * Opens the hour of a day. It begins with a story as long as there is one that everybody may hear.
     *
     * @param group who is meeting, as the wall says it
     */
    @Needs(Action.GATHER)
    public Opened openWeek(UUID id, LocalDate day, Optional<UUID> story, String group) {
        BigRoom room = store.find(id).orElseThrow();
        Optional<Week> before = store.holdWeek(id, day);
        if (before.isPresent()) {
            Note.about(BigRoom.VERSIONED.kind(), id, "not opened twice");
            return new Opened.Before(before.get().id());
        }
        List<Released> stories = forEverybody();
        if (story.isEmpty() && !stories.isEmpty()) {
            Note.about(BigRoom.VERSIONED.kind(), id, "not opened: it begins with a story");
            return new Opened.NoStory();
        }
        if (story.filter(wanted -> stories.stream().noneMatch(each -> each.id().equals(wanted)))
                .isPresent()) {
            Note.about(BigRoom.VERSIONED.kind(), id, "not opened: that story may not be heard");
            return new Opened.NotHeard();
        }
        UUID gathering = gatherings.open(room.pathway(), group, room.language(), Recipe.BIG_ROOM);
        Week week = new Week(UUID.randomUUID(), id, day, story, gathering);
        Note.about("big-room-week", week.id(), "opened");
        store.add(here(), week);
        return new Opened.Yes(week.id());
    }

    /**
     * Notes what came of a week, where it belongs: an ask is asked, and whoever is to do something is told.
     *
     * @param kind of the ask, where it is one
     * @param minutes that the ask takes
     */
    @Needs(Action.KEEP_BIG_ROOM)
    public Noted note(Outcome outcome, Ask.Kind kind, int minutes) {
        Week week = store.findWeek(outcome.week()).orElseThrow();
        BigRoom room = store.find(week.room()).orElseThrow();
        Optional<UUID> ask = Optional.empty();
        if (outcome.kind() == Outcome.Kind.ASK
                && store.findOutcome(outcome.id()).isEmpty()) {
            UUID id = UUID.randomUUID();
            Asks.Asked asked =
                    asks.ask(id, room.spiral(), kind, outcome.words(), minutes, outcome.owner(), outcome.dueOn());
            if (!(asked instanceof Asks.Asked.Yes)) {
                Note.about("big-room-week", week.id(), "not asked");
                return asked instanceof Asks.Asked.TooMuch ? Noted.TOO_MUCH : Noted.TWICE;
            }
            ask = Optional.of(id);
        }
        if (outcome.kind() == Outcome.Kind.LEARNT
                && store.findOutcome(outcome.id()).isEmpty()) {
            // What was learnt from an experiment is read where the experiment is.
            outcome.experiment()
                    .ifPresent(each -> alongside.note(each, Entry.Kind.SEEN, outcome.words(), outcome.language()));
        }
        Note.about(Outcome.VERSIONED.kind(), outcome.id(), outcome.kind().key());
        boolean fresh = store.add(here(), outcome.asked(ask), Viewer.current().member(), clock.instant());
        if (fresh && outcome.kind().isOwned()) {
            telling.tell(outcome.owner(), What.BIG_ROOM_ACTION, "/big-rooms/" + room.id() + "#outcome-" + outcome.id());
        }
        if (fresh && outcome.kind() == Outcome.Kind.LEARNT) {
            telling.tell(outcome.owner(), What.BIG_ROOM_LEARNT, "/big-rooms/" + room.id() + "#learnt");
        }
        return Noted.YES;
    }

    /** Says what came of something that somebody was to do; then it is done. */
    @Needs(Action.KEEP_BIG_ROOM)
    public Saved finish(UUID id, int version, String came) {
        Saved saved = store.findOutcome(id).filter(Outcome::isOpen).isPresent()
                ? versions.change(
                        Outcome.VERSIONED,
                        id,
                        version,
                        Map.of("came", came, "done_on", Date.valueOf(LocalDate.ofInstant(clock.instant(), HERE))))
                : new Saved.Gone();
        Note.saved(Outcome.VERSIONED.kind(), id, "done", saved);
        return saved;
    }

    /** Undoes a change of something that came of a week. */
    @Needs(Action.KEEP_BIG_ROOM)
    public Saved undoOutcome(UUID id, int version) {
        Saved saved = versions.undo(Outcome.VERSIONED, id, version);
        Note.saved(Outcome.VERSIONED.kind(), id, "undone", saved);
        return saved;
    }

    /** Heard as any member hears it: who may hear more must not put that on a wall. */
    private List<Released> forEverybody() {
        return asMember(heard::list);
    }

    private static <T> T asMember(Supplier<T> work) {
        Viewer viewer = Viewer.current();
        return new Viewer(Optional.empty(), viewer.member(), viewer.partnership(), Set.of(Role.MEMBER))
                .doing(work::get);
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}
