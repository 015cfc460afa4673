package org.whorl.server.patterns;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.whorl.server.stories.Heard;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/** The door to claims. None is published that no quote stands behind, and no reading of one is ever taken away. */
@Door
public class Claims {

    private final ClaimStore store;
    private final VersionStore versions;
    private final Quotes quotes;
    private final Heard heard;
    private final Clock clock;

    Claims(ClaimStore store, VersionStore versions, Quotes quotes, Heard heard, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.quotes = quotes;
        this.heard = heard;
        this.clock = clock;
    }

    /** What is published, the newest first. */
    @Needs(Action.LOOK)
    public List<Claim> listPublished() {
        return store.list(Claim.State.PUBLISHED);
    }

    /** What is still being written, the newest first. */
    @Needs(Action.SEE_DRAFTS)
    public List<Claim> listDrafts() {
        return store.list(Claim.State.DRAFT);
    }

    /** One, if it is published or the viewer may see drafts. */
    @Needs(Action.LOOK)
    public Optional<Claim> find(UUID id) {
        boolean drafts = Viewer.current().may(Action.SEE_DRAFTS);
        return store.find(id).filter(claim -> drafts || claim.isPublished());
    }

    /** Its quotes, as far as the viewer may read them. */
    @Needs(Action.LOOK)
    public List<Quote> listQuotes(UUID id) {
        return find(id).map(claim -> quotes.open(store.listQuotes(claim.id()))).orElse(List.of());
    }

    /** What people make of it, all of them beside each other. */
    @Needs(Action.LOOK)
    public List<Said> listReadings(UUID id) {
        return find(id).map(claim -> store.listReadings(claim.id())).orElse(List.of()).stream()
                .map(asSeen())
                .toList();
    }

    /** Of each group the last thing that was said about what it makes of it. */
    @Needs(Action.LOOK)
    public Map<UUID, Claim.Stance> listStances(UUID id) {
        Map<UUID, Claim.Stance> last = new HashMap<>();
        find(id).map(claim -> store.listStances(claim.id()))
                .orElse(List.of())
                .forEach(stance -> last.put(
                        stance.perspective(),
                        new Claim.Stance(stance.perspective(), stance.kind(), asSeen().apply(stance.said()))));
        return Map.copyOf(last);
    }

    /** What else it rests on. */
    @Needs(Action.LOOK)
    public List<Claim.Link> listLinks(UUID id) {
        return find(id).map(claim -> store.listLinks(claim.id())).orElse(List.of());
    }

    /** Keeps a new one, as a draft. */
    @Needs(Action.MAKE_SENSE)
    public void begin(Claim claim) {
        Note.about(Claim.VERSIONED.kind(), claim.id(), "begun");
        store.add(here(), claim, me());
    }

    /** Writes a draft's sentence anew; a published one is taken back first, so that no reading is put under other words. */
    @Needs(Action.MAKE_SENSE)
    public Saved change(UUID id, int version, String sentence) {
        boolean draft = store.find(id).filter(claim -> !claim.isPublished()).isPresent();
        return draft ? move(id, version, "changed", Map.of("sentence", sentence)) : saved(id, "", new Saved.Gone());
    }

    /**
     * Shows it to the whole partnership, and tells whoever told the stories it quotes.
     *
     * @param told what they are told
     */
    @Needs(Action.MAKE_SENSE)
    public Claim.Published publish(UUID id, int version, String told, String language) {
        store.lock(id);
        boolean stands = quotes.open(store.listQuotes(id)).stream().anyMatch(Quote.Read.class::isInstance);
        if (!stands) {
            Note.about(Claim.VERSIONED.kind(), id, "not published: no quote");
            return new Claim.Published.NoQuote();
        }
        Saved saved = move(
                id,
                version,
                "published",
                Map.of("state", Claim.State.PUBLISHED.key(), "published_at", Timestamp.from(clock.instant())));
        if (saved instanceof Saved.Yes) {
            tell(id, told, language);
        }
        return new Claim.Published.Done(saved);
    }

    private void tell(UUID id, String told, String language) {
        quotes.open(store.listQuotes(id)).stream()
                .filter(Quote.Read.class::isInstance)
                .map(quote -> ((Quote.Read) quote).story().id())
                .distinct()
                .filter(story -> store.addTold(here(), id, story))
                .forEach(story -> heard.sayUsed(story, told, language));
    }

    /** Takes a published one back: it is a draft again. */
    @Needs(Action.MAKE_SENSE)
    public Saved takeBack(UUID id, int version) {
        return move(
                id, version, "taken back", Map.of("state", Claim.State.DRAFT.key(), "published_at", Optional.empty()));
    }

    /** Sets a draft aside: it is no longer listed, and can be brought back by undoing that. */
    @Needs(Action.MAKE_SENSE)
    public Saved setAside(UUID id, int version) {
        return move(id, version, "set aside", Map.of("state", Claim.State.ASIDE.key()));
    }

    /** Undoes a change, if nobody has changed it since; never such that it is published without a quote. */
    @Needs(Action.MAKE_SENSE)
    public Saved undo(UUID id, int version) {
        Saved saved = versions.undo(Claim.VERSIONED, id, version);
        boolean published = store.find(id).filter(Claim::isPublished).isPresent();
        boolean stands = quotes.open(store.listQuotes(id)).stream().anyMatch(Quote.Read.class::isInstance);
        return saved instanceof Saved.Yes yes && published && !stands
                ? takeBack(id, yes.version())
                : saved(id, "undone", saved);
    }

    /** Puts a quote behind a draft; false if the viewer may not hear its story, or the claim is no draft. */
    @Needs(Action.MAKE_SENSE)
    public boolean addQuote(UUID id, Passage passage) {
        Note.about(Claim.VERSIONED.kind(), id, "quote added");
        if (!isDraft(id) || heard.find(passage.story()).isEmpty()) {
            return false;
        }
        store.addQuote(here(), id, new Quotes.Kept(UUID.randomUUID(), passage), me());
        return true;
    }

    /** Takes a quote away from a draft. */
    @Needs(Action.MAKE_SENSE)
    public boolean removeQuote(UUID id, UUID quote) {
        Note.about(Claim.VERSIONED.kind(), id, "quote taken away");
        return isDraft(id) && store.removeQuote(id, quote);
    }

    /** Adds how the viewer reads it, beside what others say. */
    @Needs(Action.MAKE_SENSE)
    public boolean addReading(UUID id, String words, String language) {
        Note.about(Claim.VERSIONED.kind(), id, "read in one more way");
        return store.find(id)
                .map(_ -> {
                    store.addReading(here(), id, me(), new Said(words, language, "", clock.instant()));
                    return true;
                })
                .orElse(false);
    }

    /** Says what a group of people makes of it. */
    @Needs(Action.MAKE_SENSE)
    public boolean addStance(UUID id, UUID perspective, String kind, String words, String language) {
        Note.about(Claim.VERSIONED.kind(), id, "what a group makes of it");
        return store.find(id)
                .map(_ -> {
                    Said said = new Said(words, language, "", clock.instant());
                    store.addStance(here(), id, me(), new Claim.Stance(perspective, kind, said));
                    return true;
                })
                .orElse(false);
    }

    /** Says on which page of the partnership it rests, too. */
    @Needs(Action.MAKE_SENSE)
    public boolean addLink(UUID id, Claim.Link link) {
        Note.about(Claim.VERSIONED.kind(), id, "page added");
        return store.find(id)
                .map(_ -> {
                    store.addLink(here(), id, me(), link);
                    return true;
                })
                .orElse(false);
    }

    private boolean isDraft(UUID id) {
        store.lock(id);
        return store.find(id).filter(claim -> !claim.isPublished()).isPresent();
    }

    private Saved move(UUID id, int version, String why, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("changed_at", Timestamp.from(clock.instant()));
        return saved(id, why, versions.change(Claim.VERSIONED, id, version, all));
    }

    private static Saved saved(UUID id, String why, Saved saved) {
        Note.saved(Claim.VERSIONED.kind(), id, why, saved);
        return saved;
    }

    private static UnaryOperator<Said> asSeen() {
        return Viewer.current().may(Action.SEE_PEOPLE) ? said -> said : Said::withoutName;
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }

    private static UUID me() {
        return Viewer.current().member().orElseThrow();
    }
}
