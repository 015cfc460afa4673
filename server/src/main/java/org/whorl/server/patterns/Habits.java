package org.whorl.server.patterns;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.stories.Heard;
import org.whorl.server.stories.Kind;
import org.whorl.server.stories.Released;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/** The door to habits of making sense together. */
@Door
public class Habits {

    private final HabitStore store;
    private final VersionStore versions;
    private final Heard heard;

    Habits(HabitStore store, VersionStore versions, Heard heard) {
        this.versions = versions;
        this.store = store;
        this.heard = heard;
    }

    /** All of them. */
    @Needs(Action.SEE_PEOPLE)
    public List<Habit> list() {
        return store.list();
    }

    /** One of them. */
    @Needs(Action.SEE_PEOPLE)
    public Optional<Habit> find(UUID id) {
        return store.find(id);
    }

    /** When it came, the newest time first. */
    @Needs(Action.SEE_PEOPLE)
    public List<Habit.Time> listTimes(UUID id) {
        return store.listTimes(id);
    }

    /** When it came last. */
    @Needs(Action.SEE_PEOPLE)
    public Optional<LocalDate> findLast(UUID id) {
        return store.listTimes(id).stream().map(Habit.Time::heldOn).findFirst();
    }

    /** The stories to read this time: of those the viewer may hear the ones this habit read least often, the newest first. */
    @Needs(Action.SEE_PEOPLE)
    public List<Released> listNext(UUID id, boolean isShort) {
        List<UUID> read = store.listTimes(id).stream()
                .flatMap(time -> time.stories().stream())
                .toList();
        return heard.list().stream()
                .filter(story -> story.kind() != Kind.THANKS)
                .sorted(Comparator.comparingLong((Released story) ->
                        read.stream().filter(story.id()::equals).count()))
                .limit(isShort ? Habit.SHORT_STORIES : Habit.STORIES)
                .toList();
    }

    /** Gives one another name and another question to begin with. */
    @Needs(Action.MAKE_SENSE)
    public Saved rename(UUID id, int version, String name, String prompt, String language) {
        Saved saved = versions.change(
                Habit.VERSIONED, id, version, Map.of("name", name, "prompt", prompt, "language", language));
        Note.saved(Habit.VERSIONED.kind(), id, "renamed", saved);
        return saved;
    }

    /** Undoes that. */
    @Needs(Action.MAKE_SENSE)
    public Saved undoName(UUID id, int version) {
        Saved saved = versions.undo(Habit.VERSIONED, id, version);
        Note.saved(Habit.VERSIONED.kind(), id, "undone", saved);
        return saved;
    }

    /** Begins one. */
    @Needs(Action.MAKE_SENSE)
    public void begin(Habit habit) {
        Note.about("habit", habit.id(), "begun");
        store.add(here(), habit, me());
    }

    /** Keeps what came of one time. */
    @Needs(Action.MAKE_SENSE)
    public void keep(UUID id, Habit.Time time) {
        Note.about("habit", id, "held");
        store.addTime(here(), id, time, me());
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }

    private static UUID me() {
        return Viewer.current().member().orElseThrow();
    }
}
