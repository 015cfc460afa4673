package org.whorl.server.stories;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to what was told and may be heard. Other features come in here and nowhere else. */
@Door
public class Heard {

    private final Gate gate;
    private final UseStore uses;
    private final QuoteStore quotes;
    private final AboutStore abouts;
    private final Clock clock;

    Heard(Gate gate, UseStore uses, QuoteStore quotes, AboutStore abouts, Clock clock) {
        this.gate = gate;
        this.uses = uses;
        this.quotes = quotes;
        this.abouts = abouts;
        this.clock = clock;
    }

    /** What the viewer may hear, the newest first. */
    @Needs(Action.LOOK)
    public List<Released> list() {
        return gate.list(Viewer.current());
    }

    /** One of them. */
    @Needs(Action.LOOK)
    public Optional<Released> find(UUID id) {
        return gate.list(Viewer.current()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    /** Which of those the viewer may hear were told about a thing that a page asked about, and about which day of it. */
    @Needs(Action.LOOK)
    public List<About> listAbout(String kind, UUID thing) {
        return heard(abouts.list(kind, thing));
    }

    /** The same about all things of a kind. */
    @Needs(Action.LOOK)
    public List<About> listAbout(String kind) {
        return heard(abouts.list(kind));
    }

    private List<About> heard(List<About> told) {
        if (told.isEmpty()) {
            return told;
        }
        Set<UUID> mayHear =
                gate.list(Viewer.current()).stream().map(Released::id).collect(Collectors.toSet());
        return told.stream().filter(each -> mayHear.contains(each.story())).toList();
    }

    /** Which may be heard by somebody, whoever it is; what is not among them was taken back. */
    @Needs(Action.LOOK)
    public Set<UUID> listKept() {
        return gate.listKept();
    }

    /** A photograph of one of them. */
    @Needs(Action.LOOK)
    public Optional<byte[]> findPhotograph(UUID id, int number) {
        return gate.findPhotograph(Viewer.current(), id, number);
    }

    /** What came of one of them. */
    @Needs(Action.LOOK)
    public List<Use> listUses(UUID id) {
        return find(id).isPresent() ? uses.list(id) : List.of();
    }

    /** Says what came of one of them; its teller reads it. */
    @Needs(Action.SAY_WHAT_CAME)
    public boolean sayWhatCame(UUID id, Use use) {
        Note.about("contribution", id, use.stage().key());
        if (find(id).isEmpty()) {
            return false;
        }
        uses.add(
                Viewer.current().partnership().orElseThrow(),
                id,
                use,
                Viewer.current().member());
        return true;
    }

    /** Says that one of them was talked about, and what was made of it; its teller reads it. */
    @Needs(Action.MAKE_SENSE)
    public boolean sayUsed(UUID id, String words, String language) {
        Note.about("contribution", id, Use.Stage.USED.key());
        if (find(id).isEmpty()) {
            return false;
        }
        uses.add(
                Viewer.current().partnership().orElseThrow(),
                id,
                new Use(Use.Stage.USED, words, language, clock.instant()),
                Viewer.current().member());
        return true;
    }

    /**
     * Asks whoever told one of them whether a sentence drawn from it may be used. Until they say yes it is nobody's to read
     * but of those who may ask.
     *
     * @return under which name it is kept; empty if the viewer may not hear the story
     */
    @Needs(Action.SAY_WHAT_CAME)
    public Optional<UUID> askToQuote(UUID id, Quoted.Wanted wanted) {
        Note.about("contribution", id, "asked to quote");
        if (find(id).isEmpty()) {
            return Optional.empty();
        }
        UUID quote = UUID.randomUUID();
        quotes.add(Viewer.current().partnership().orElseThrow(), quote, id, wanted);
        return Optional.of(quote);
    }

    /** Of these the sentences whose tellers agreed; to those who may ask, also the others. What was taken back is gone. */
    @Needs(Action.LOOK)
    public List<Quoted> listQuoted(Collection<UUID> ids) {
        boolean asks = Viewer.current().may(Action.SAY_WHAT_CAME);
        return quotes.list(ids).stream()
                .filter(each -> asks || each.state() == Quoted.State.AGREED)
                .toList();
    }

    /** The thanks that went to the viewer. */
    @Needs(Action.SEE_NEWS)
    public List<Released> listMyThanks() {
        return Viewer.current().member().map(gate::listThanks).orElse(List.of());
    }
}
