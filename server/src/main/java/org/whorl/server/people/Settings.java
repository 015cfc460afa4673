package org.whorl.server.people;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Versioned;
import org.whorl.server.trust.Viewer;

/** The door to a partnership's own settings. */
@Door
public class Settings {

    /** The sentences a partnership may have names of its own for: the four phases. */
    public static final List<String> OWN_WORDS =
            List.of("phase.emerging", "phase.developing", "phase.delivering", "phase.evaluating");

    static final Versioned VERSIONED = new Versioned(
            "partnership", "setting", List.of("name_en", "name_cy", "open_to_guests", "nation", "first_language"));

    private final PeopleStore people;
    private final SettingStore store;
    private final VersionStore versions;

    Settings(PeopleStore people, SettingStore store, VersionStore versions) {
        this.people = people;
        this.store = store;
        this.versions = versions;
    }

    /** This partnership. */
    @Needs(Action.LOOK)
    public Partnership get() {
        return people.findPartnership(here()).orElseThrow();
    }

    /**
     * Changes the settings from a version.
     *
     * @param values by column
     */
    @Needs(Action.CHANGE_PARTNERSHIP)
    public Saved change(int version, Map<String, ?> values) {
        Saved saved = versions.change(VERSIONED, here(), version, values);
        Note.saved("partnership", here(), "settings", saved);
        return saved;
    }

    /** Undoes the change that led to that version. */
    @Needs(Action.CHANGE_PARTNERSHIP)
    public Saved undo(UUID id, int version) {
        Saved saved = versions.undo(VERSIONED, id, version);
        Note.saved("partnership", id, "undone", saved);
        return saved;
    }

    /**
     * Gives something a name of the partnership's own, or, with two blanks, the usual one back.
     *
     * @param word one of {@link #OWN_WORDS}
     */
    @Needs(Action.CHANGE_PARTNERSHIP)
    public void call(String word, String english, String welsh) {
        if (!OWN_WORDS.contains(word)) {
            throw new IllegalArgumentException("no name of its own for " + word);
        }
        Note.about("partnership", here(), word);
        if (english.isEmpty() && welsh.isEmpty()) {
            store.forgetWord(word);
        } else {
            store.setWord(here(), word, english, welsh);
        }
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}
