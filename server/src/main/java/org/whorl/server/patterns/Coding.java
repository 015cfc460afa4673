package org.whorl.server.patterns;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.whorl.server.stories.Heard;
import org.whorl.server.stories.Released;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/**
 * The door to coding: people mark passages of stories that they may hear, each by themselves. Nobody sees another's marks
 * before two have closed their reading, and they themselves have closed theirs. What was closed stays.
 */
@Door
public class Coding {

    private final CodingStore store;
    private final VersionStore versions;
    private final Heard heard;
    private final Clock clock;

    Coding(CodingStore store, VersionStore versions, Heard heard, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.heard = heard;
        this.clock = clock;
    }

    /** The codebook. */
    @Needs(Action.SEE_PEOPLE)
    public List<Code> listCodes() {
        return store.listCodes();
    }

    /** Puts a code into the book. */
    @Needs(Action.MAKE_SENSE)
    public void addCode(Code code) {
        if (code.nameEn().isBlank() && code.nameCy().isBlank()) {
            throw new IllegalArgumentException("a code has a name");
        }
        Note.about("code", code.id(), "");
        store.addCode(here(), code, me().orElseThrow(), clock.instant());
    }

    /** Gives a code another name; what is marked with it stays marked. */
    @Needs(Action.MAKE_SENSE)
    public Saved rename(UUID id, int version, String nameEn, String nameCy) {
        Saved saved = versions.change(Code.VERSIONED, id, version, Map.of("name_en", nameEn, "name_cy", nameCy));
        Note.saved(Code.VERSIONED.kind(), id, "renamed", saved);
        return saved;
    }

    /** Gives it the name it had before. */
    @Needs(Action.MAKE_SENSE)
    public Saved undoName(UUID id, int version) {
        Saved saved = versions.undo(Code.VERSIONED, id, version);
        Note.saved(Code.VERSIONED.kind(), id, "undone", saved);
        return saved;
    }

    /** The viewer's own readings. */
    @Needs(Action.SEE_PEOPLE)
    public List<Reading> listMine() {
        return store.listReadings().stream()
                .filter(each -> Optional.of(each.coder()).equals(me()))
                .toList();
    }

    /** The viewer's own reading of a story, if they began one. */
    @Needs(Action.SEE_PEOPLE)
    public Optional<Reading> findMine(UUID story) {
        return listMine().stream().filter(each -> each.story().equals(story)).findFirst();
    }

    /** All closed readings of a story, for those who have closed theirs, once two are: nobody reads after somebody else. */
    @Needs(Action.SEE_PEOPLE)
    public List<Reading> listReadings(UUID story) {
        List<Reading> all = store.listReadings().stream()
                .filter(each -> each.story().equals(story) && hears(story))
                .toList();
        List<Reading> closed = all.stream().filter(Reading::isDone).toList();
        boolean mine =
                closed.stream().anyMatch(each -> Optional.of(each.coder()).equals(me()));
        return closed.size() < 2 || !mine ? List.of() : closed;
    }

    /** What was said about a story on which readings differ, by those who saw them. */
    @Needs(Action.SEE_PEOPLE)
    public List<Said> listNotes(UUID story) {
        return listReadings(story).isEmpty() ? List.of() : store.listNotes(story);
    }

    /** The stories that two have read, of those the viewer may hear. */
    @Needs(Action.SEE_PEOPLE)
    public List<ReadTwice> listReadTwice() {
        return ReadTwice.among(listHeard());
    }

    /** How many codes came up for the first time in each ten stories, of those the viewer may hear. */
    @Needs(Action.SEE_PEOPLE)
    public List<Integer> listNewCodes() {
        return ReadTwice.newCodes(listHeard());
    }

    /** Marks a passage; false if the viewer may not hear its story, or has closed their reading of it. */
    @Needs(Action.MAKE_SENSE)
    public boolean mark(UUID code, Passage passage) {
        Note.about("contribution", passage.story(), "a passage marked");
        boolean known = store.listCodes().stream().anyMatch(each -> each.id().equals(code));
        return known
                && hears(passage.story())
                && store.mark(
                        here(),
                        me().orElseThrow(),
                        new Reading.Mark(UUID.randomUUID(), code, passage),
                        clock.instant());
    }

    /** Takes one of the viewer's own marks away, while their reading is open. */
    @Needs(Action.MAKE_SENSE)
    public boolean unmark(UUID mark) {
        Note.about("coding", mark, "taken away");
        return store.unmark(mark, me().orElseThrow());
    }

    /** Closes the viewer's reading of a story for good. */
    @Needs(Action.MAKE_SENSE)
    public boolean close(UUID story) {
        Note.about("contribution", story, "reading closed");
        return hears(story) && store.close(here(), story, me().orElseThrow(), clock.instant());
    }

    /** Notes what was said about a story on which readings differ; the readings stay as they are. */
    @Needs(Action.MAKE_SENSE)
    public boolean note(UUID story, String words, String language) {
        Note.about("contribution", story, "readings talked about");
        if (listReadings(story).isEmpty()) {
            return false;
        }
        store.addNote(here(), story, me().orElseThrow(), new Said(words, language, "", clock.instant()));
        return true;
    }

    private Collection<Reading> listHeard() {
        Set<UUID> mine = heard.list().stream().map(Released::id).collect(Collectors.toSet());
        return store.listReadings().stream()
                .filter(each -> mine.contains(each.story()))
                .toList();
    }

    private boolean hears(UUID story) {
        return heard.find(story).isPresent();
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }

    private static Optional<UUID> me() {
        return Viewer.current().member();
    }
}
