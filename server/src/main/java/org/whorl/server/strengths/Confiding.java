package org.whorl.server.strengths;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.news.Telling;
import org.whorl.server.news.What;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.platform.WorkingDays;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/**
 * The door to asking for help in private. Whoever asks is nobody in particular here, with a code of their own, so that
 * neither the record nor anybody but the one they chose knows that they asked.
 */
@Door
public class Confiding {

    private static final String HEARD = "/help/heard";
    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final ConfidedStore store;
    private final Telling telling;
    private final Clock clock;

    Confiding(ConfidedStore store, Telling telling, Clock clock) {
        this.store = store;
        this.telling = telling;
        this.clock = clock;
    }

    /** Somebody who asks in that partnership: nobody in particular, also when they have signed in. */
    static Viewer asker(UUID partnership) {
        return new Viewer(
                Optional.empty(), Optional.empty(), Optional.of(partnership), EnumSet.of(Role.ANYBODY, Role.GUEST));
    }

    /** Whom one may come to. Whoever has no account sees those who agreed to that. */
    @Needs(Action.LOOK)
    public List<Trusted> listTrusted() {
        boolean inside = Viewer.current().may(Action.SEE_PEOPLE);
        return store.listTrusted().stream()
                .filter(each -> inside || each.namedOutside())
                .toList();
    }

    /** What the viewer has said about themselves, if one may come to them. */
    @Needs(Action.HEAR_CONFIDED)
    public Optional<Trusted> findMe() {
        Optional<UUID> me = Viewer.current().member();
        return store.listTrusted().stream()
                .filter(each -> me.equals(Optional.of(each.member())))
                .findFirst();
    }

    /** Says that one may come to them. */
    @Needs(Action.BE_TRUSTED)
    public void beTrusted(String sentence, String language, boolean namedOutside) {
        Note.about("trusted", me(), "");
        store.put(
                Viewer.current().partnership().orElseThrow(),
                new Trusted(me(), "", sentence, language, namedOutside),
                today());
    }

    /** Says that one may not any more. What they were asked before stays with them. */
    @Needs(Action.BE_TRUSTED)
    public void stopBeingTrusted() {
        Note.about("trusted", me(), "no longer");
        store.removeTrusted(me());
    }

    /**
     * Asks one person for help, in private. Sent again with the same code it is one letter.
     *
     * @param whom the one who was chosen; of several, the one with whom least waits reads it
     * @throws IllegalArgumentException if it says nothing, or if one may not come to them
     */
    @Needs(Action.CONFIDE)
    public void confide(String code, List<UUID> whom, Confided.Letter letter) {
        UUID id = UUID.randomUUID();
        Note.about("confided", id, "");
        if (letter.words().isBlank() && letter.contact().isBlank()) {
            throw new IllegalArgumentException("it says neither what nor how to reach anybody");
        }
        byte[] fingerprint = PrivateCode.fingerprint(code);
        if (store.find(fingerprint).isPresent()) {
            return;
        }
        UUID trusted = whom.stream()
                .filter(this::isTrusted)
                .min(Comparator.comparingLong(this::waiting))
                .orElseThrow(() -> new IllegalArgumentException("nobody has said that one may come to them"));
        UUID partnership = Viewer.current().partnership().orElseThrow();
        store.add(partnership, id, fingerprint, trusted, letter, clock.instant(), WorkingDays.next(today()));
        telling.tell(Optional.of(trusted), What.CONFIDED, HEARD);
    }

    /** What was asked with that code. */
    @Needs(Action.SEE_OPEN)
    public Optional<Confided> find(String code) {
        return store.find(PrivateCode.fingerprint(code));
    }

    /** Asks somebody else instead; from this moment on the one before does not see it. */
    @Needs(Action.CONFIDE)
    public boolean move(String code, UUID trusted) {
        Confided confided = found(code, "moved");
        if (!isTrusted(trusted)) {
            throw new IllegalArgumentException("nobody has said that one may come to them");
        }
        boolean done = store.set(
                PrivateCode.fingerprint(code),
                confided,
                Map.of("trusted", trusted, "answer_by", WorkingDays.next(today())));
        if (done) {
            telling.tell(Optional.of(trusted), What.CONFIDED, HEARD);
        }
        return done;
    }

    /** Agrees that it becomes an ask in the words that were read, or does not. */
    @Needs(Action.CONFIDE)
    public boolean agree(String code, int version, boolean yes) {
        Confided confided = found(code, yes ? "agreed that it becomes an ask" : "did not agree that it becomes an ask");
        boolean done = confided.version() == version
                && confided.ask() == Confided.AskState.OFFERED
                && store.set(PrivateCode.fingerprint(code), confided, Map.of("ask_state", yes ? "agreed" : "refused"));
        if (done) {
            telling.tell(Optional.of(confided.trusted()), What.CONFIDED, HEARD);
        }
        return done;
    }

    /** Takes it back; nothing of it is kept. */
    @Needs(Action.CONFIDE)
    public void withdraw(String code) {
        found(code, "withdrawn");
        store.remove(PrivateCode.fingerprint(code));
    }

    /** What the viewer was asked for, what waits longest first; nobody else's. */
    @Needs(Action.HEAR_CONFIDED)
    public List<Confided> listMine() {
        return Viewer.current().member().map(store::list).orElse(List.of());
    }

    /** Answers it as it was read. */
    @Needs(Action.BE_TRUSTED)
    public boolean answer(UUID id, int version, String words) {
        return change(id, version, "answered", Map.of("answer", words, "answered_at", clock.instant()));
    }

    /** Writes the ask it could become; the asker agrees to these words or not. */
    @Needs(Action.BE_TRUSTED)
    public boolean offerAsk(UUID id, int version, String words) {
        return change(id, version, "ask offered", Map.of("ask_words", words, "ask_state", "offered"));
    }

    /** Takes the words that the asker agreed to, to ask with them, once. */
    @Needs(Action.BE_TRUSTED)
    public Optional<String> takeAsk(UUID id, int version) {
        Optional<Confided> agreed = mine(id).filter(each -> each.ask() == Confided.AskState.AGREED);
        boolean done = change(id, agreed.isPresent() ? version : 0, "made an ask", Map.of("ask_state", "asked"));
        return done ? agreed.map(Confided::askWords) : Optional.empty();
    }

    private boolean change(UUID id, int version, String why, Map<String, ?> values) {
        Note.about("confided", id, why);
        return mine(id).filter(each -> each.version() == version)
                .map(each -> store.set(me(), each, values))
                .orElse(false);
    }

    private Optional<Confided> mine(UUID id) {
        return store.list(me()).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private Confided found(String code, String why) {
        Confided confided = store.find(PrivateCode.fingerprint(code)).orElseThrow();
        Note.about("confided", confided.id(), why);
        Note.in(confided.partnership());
        return confided;
    }

    private boolean isTrusted(UUID member) {
        return store.listTrusted().stream().anyMatch(each -> each.member().equals(member));
    }

    private long waiting(UUID trusted) {
        return store.list(trusted).stream()
                .filter(each -> each.answeredAt().isEmpty())
                .count();
    }

    private static UUID me() {
        return Viewer.current().member().orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }
}
