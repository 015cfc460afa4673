package org.whorl.server.stories;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;

/** The door for whoever has told something: their code opens it, and no account. */
@Door
public class OwnStories {

    private final HeldStore held;
    private final LinkStore links;
    private final UseStore uses;
    private final Gate gate;
    private final Clock clock;

    OwnStories(HeldStore held, LinkStore links, UseStore uses, Gate gate, Clock clock) {
        this.held = held;
        this.links = links;
        this.uses = uses;
        this.gate = gate;
        this.clock = clock;
    }

    /** What was told with that code. */
    @Needs(Action.SEE_OPEN)
    public Optional<Own> find(String code) {
        return held.find(PrivateCode.fingerprint(code))
                .map(told -> new Own(
                        told, links.find(told.partnership(), told.spiral()).orElseThrow(), uses.list(told.id())));
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
        if (done) {
            gate.renew(told.id());
        }
        return done;
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
    }

    private Contribution told(String code, String why) {
        Contribution told = held.find(PrivateCode.fingerprint(code)).orElseThrow();
        Note.about("contribution", told.id(), why);
        Note.in(told.partnership());
        return told;
    }
}
