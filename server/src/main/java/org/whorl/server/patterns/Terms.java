package org.whorl.server.patterns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to words that organisations use in ways of their own. Nothing that was meant is lost when it is said anew. */
@Door
public class Terms {

    private final TermStore store;
    private final Clock clock;

    Terms(TermStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** All words, by the alphabet. */
    @Needs(Action.LOOK)
    public List<Term> list() {
        return store.list();
    }

    /** One. */
    @Needs(Action.LOOK)
    public Optional<Term> find(UUID id) {
        return store.list().stream().filter(term -> term.id().equals(id)).findFirst();
    }

    /** What was meant by it before, the newest first. */
    @Needs(Action.LOOK)
    public List<Term.Meaning> listEarlier(UUID id) {
        return store.listEarlier(id);
    }

    /** Puts a word on the list; the one that is there if there is one written alike. */
    @Needs(Action.TAKE_PART)
    public UUID add(String word, String language) {
        UUID id = store.add(Viewer.current().partnership().orElseThrow(), UUID.randomUUID(), word, language);
        Note.about("word", id, "");
        return id;
    }

    /** Says what an organisation means by it from today on. */
    @Needs(Action.TAKE_PART)
    public void mean(UUID id, Optional<UUID> partner, String says, String language) {
        Viewer viewer = Viewer.current();
        store.mean(viewer.partnership().orElseThrow(), id, partner, says, language, viewer.member(), today());
        Note.about("word", id, "meant");
    }

    /** Says what it means here from today on, and why. */
    @Needs(Action.CHANGE_SCOPE)
    public void agree(UUID id, String says, String language, String why) {
        store.agree(Viewer.current().partnership().orElseThrow(), id, new Term.Agreed(says, language, why, today()));
        Note.about("word", id, "agreed");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
