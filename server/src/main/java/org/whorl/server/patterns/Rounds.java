package org.whorl.server.patterns;

import java.time.Clock;
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

/** The door to choosing the most significant change. The choice and its reason go back to everybody whose story was read. */
@Door
public class Rounds {

    private final RoundStore store;
    private final VersionStore versions;
    private final Heard heard;
    private final Clock clock;

    Rounds(RoundStore store, VersionStore versions, Heard heard, Clock clock) {
        this.versions = versions;
        this.store = store;
        this.heard = heard;
        this.clock = clock;
    }

    /** All rounds, the newest period first. */
    @Needs(Action.SEE_PEOPLE)
    public List<Round> list() {
        return store.list();
    }

    /** One of them. */
    @Needs(Action.SEE_PEOPLE)
    public Optional<Round> find(UUID id) {
        return store.find(id);
    }

    /** What a round of that level can read: stories the viewer may hear; above the first, those chosen one level below. */
    @Needs(Action.SEE_PEOPLE)
    public List<Released> listCandidates(int level) {
        Set<UUID> below = store.list().stream()
                .filter(round -> round.level() == level - 1)
                .flatMap(round -> round.choice().stream())
                .map(Round.Choice::story)
                .collect(Collectors.toSet());
        return heard.list().stream()
                .filter(story -> level == 1 || below.contains(story.id()))
                .toList();
    }

    /** Opens a round; false if not all of its stories may be read in it. */
    @Needs(Action.MAKE_SENSE)
    public boolean open(Round round) {
        Note.about("significant-round", round.id(), "");
        Set<UUID> candidates =
                listCandidates(round.level()).stream().map(Released::id).collect(Collectors.toSet());
        if (!candidates.containsAll(round.stories())) {
            return false;
        }
        store.add(here(), round, me());
        return true;
    }

    /** Says otherwise what change it is about, and who sits on the panel. */
    @Needs(Action.MAKE_SENSE)
    public Saved rename(UUID id, int version, String domain, String panel, String language) {
        Saved saved = versions.change(
                Round.VERSIONED, id, version, Map.of("domain", domain, "panel", panel, "language", language));
        Note.saved(Round.VERSIONED.kind(), id, "renamed", saved);
        return saved;
    }

    /** Undoes that. */
    @Needs(Action.MAKE_SENSE)
    public Saved undoName(UUID id, int version) {
        Saved saved = versions.undo(Round.VERSIONED, id, version);
        Note.saved(Round.VERSIONED.kind(), id, "undone", saved);
        return saved;
    }

    /**
     * Chooses, and tells why.
     *
     * @param why the panel's reason
     * @param chosen what whoever told the chosen story is told
     * @param other what the others are told
     * @return false if it was chosen before, or the story may no longer be heard
     */
    @Needs(Action.MAKE_SENSE)
    public boolean choose(UUID id, UUID story, String why, String chosen, String other, String language) {
        Note.about("significant-round", id, "chosen");
        Round round = store.find(id).orElseThrow();
        if (why.isBlank()) {
            throw new IllegalArgumentException("a choice says why");
        }
        boolean done = round.stories().contains(story)
                && heard.find(story).isPresent()
                && store.choose(id, story, new Said(why, language, "", clock.instant()), me());
        if (done) {
            round.stories().forEach(each -> heard.sayUsed(each, each.equals(story) ? chosen : other, language));
        }
        return done;
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }

    private static UUID me() {
        return Viewer.current().member().orElseThrow();
    }
}
