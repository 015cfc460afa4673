package org.whorl.server.stories;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.whorl.server.jobs.Jobs;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;

/** The door for whoever has told something: their code opens it, and no account. */
@Door
public class OwnStories {

    /** The kind of job whose files hold what a partnership has put in. */
    private static final String COPY = "copy";

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final HeldStore held;
    private final LinkStore links;
    private final UseStore uses;
    private final AnswerStore answers;
    private final PromiseStore promises;
    private final QuoteStore quotes;
    private final Gate gate;
    private final AttachmentStore attachments;
    private final TakenBackStore takenBack;
    private final Jobs jobs;
    private final Clock clock;

    OwnStories(
            HeldStore held,
            LinkStore links,
            UseStore uses,
            AnswerStore answers,
            PromiseStore promises,
            QuoteStore quotes,
            Gate gate,
            AttachmentStore attachments,
            TakenBackStore takenBack,
            Jobs jobs,
            Clock clock) {
        this.held = held;
        this.links = links;
        this.uses = uses;
        this.answers = answers;
        this.promises = promises;
        this.quotes = quotes;
        this.gate = gate;
        this.attachments = attachments;
        this.takenBack = takenBack;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What was told with that code. */
    @Needs(Action.SEE_OPEN)
    public Optional<Own> find(String code) {
        return held.find(PrivateCode.fingerprint(code)).map(this::own);
    }

    private Own own(Contribution told) {
        List<Use> came = uses.list(told.id());
        List<Answer> wrote = answers.list(told.id());
        // A question and help pointed to are words of a person as well.
        boolean answered =
                !came.isEmpty() || !wrote.isEmpty() || !told.toTeller().isEmpty();
        LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
        return new Own(
                told,
                links.find(told.partnership(), told.spiral()).orElseThrow(),
                came,
                wrote,
                promises.list(told.id()).stream().map(Promise::withoutName).toList(),
                quotes.listOf(told.id()),
                today,
                answered,
                !answered && today.isAfter(Awaited.due(told.toldAt())));
    }

    /**
     * Agrees with the edited text, or says what is not right about it.
     *
     * @param version the version that was read
     * @return false if it is no longer that version
     */
    @Needs(Action.CHANGE_TOLD)
    public boolean approve(String code, int version, boolean yes, String words) {
        Contribution told = told(code, yes ? "approved" : "edit not approved");
        if (told.version() != version || told.state() != State.OFFERED) {
            return false;
        }
        boolean done = held.set(
                told,
                yes
                        ? Map.of("state", State.APPROVED, "approved_at", clock.instant(), "from_teller", "")
                        : Map.of("state", State.LOOKED_AT, "from_teller", words));
        if (done && yes) {
            // They have agreed to words. Their voice, and photographs that were left out, are needed no more.
            attachments.deleteRecording(told.id());
            attachments.deleteLeftOut(told.id());
        }
        if (done) {
            gate.renew(told.id());
        }
        return done;
    }

    /** Lets a sentence drawn from it be used in those words, or not; either can be changed later. */
    @Needs(Action.CHANGE_TOLD)
    public boolean agreeToQuote(String code, UUID quote, boolean yes) {
        Contribution told = told(code, yes ? "quote agreed" : "quote not agreed");
        return quotes.set(told.id(), quote, yes ? Quoted.State.AGREED : Quoted.State.REFUSED);
    }

    /** Answers what they were asked; then somebody looks at it again. */
    @Needs(Action.CHANGE_TOLD)
    public boolean answer(String code, String words) {
        Contribution told = told(code, "answered");
        return told.state() == State.CONTACT && held.set(told, Map.of("state", State.HELD, "from_teller", words));
    }

    /** Chooses anew who may hear it; whoever may not any more, from this moment on does not. */
    @Needs(Action.CHANGE_TOLD)
    public void choose(String code, Set<Audience> audiences) {
        Contribution told = told(code, "audiences");
        if (!Audience.open(told.age()).containsAll(audiences)) {
            throw new IllegalArgumentException("somebody that young does not choose that alone");
        }
        held.agree(told, audiences, clock.instant());
        gate.renew(told.id());
    }

    /** Withdraws it: it is gone everywhere, and only counted. */
    @Needs(Action.CHANGE_TOLD)
    public void withdraw(String code) {
        Contribution told = told(code, "withdrawn");
        gate.close(told.id());
        held.withdraw(told, clock.instant());
        takenBack.add(told.id());
        jobs.forgetFiles(told.partnership(), COPY);
    }

    private Contribution told(String code, String why) {
        Contribution told = held.find(PrivateCode.fingerprint(code)).orElseThrow();
        Note.about("contribution", told.id(), why);
        Note.in(told.partnership());
        return told;
    }
}
