package org.whorl.server.decisions;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.news.Telling;
import org.whorl.server.news.What;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to who sees to what: giving something to somebody, accepting it, handing it back with a reason. */
@Door
public class Charges {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final ChargeStore store;
    private final Telling telling;
    private final Clock clock;

    Charges(ChargeStore store, Telling telling, Clock clock) {
        this.store = store;
        this.telling = telling;
        this.clock = clock;
    }

    /** Who sees to each of these things. What its owner has handed back is nobody's until somebody else is named. */
    @Needs(Action.LOOK)
    public List<Charge> of(List<Charge.Thing> things) {
        Map<String, ChargeStore.Kept> kept = store.list();
        boolean names = Viewer.current().may(Action.SEE_PEOPLE);
        return things.stream()
                .map(thing -> charge(thing, Optional.ofNullable(kept.get(key(thing.kind(), thing.subject()))), names))
                .toList();
    }

    /** Has its owner handed it back, and nobody been named since? */
    @Needs(Action.LOOK)
    public boolean isHandedBack(String kind, String subject, Optional<UUID> owner) {
        return Optional.ofNullable(store.list().get(key(kind, subject)))
                .filter(kept -> kept.state() == Charge.State.HANDED_BACK)
                .filter(kept -> owner.equals(Optional.of(kept.member())))
                .isPresent();
    }

    private static Charge charge(Charge.Thing thing, Optional<ChargeStore.Kept> answered, boolean names) {
        // Where the thing names its owner itself, an answer of somebody else is out of date.
        Optional<ChargeStore.Kept> kept =
                answered.filter(each -> thing.isNamedHere() || thing.named().equals(Optional.of(each.member())));
        int version = answered.map(ChargeStore.Kept::version).orElse(0);
        if (kept.isEmpty()) {
            return new Charge(
                    thing, thing.named(), names ? thing.ownerName() : "", Charge.State.GIVEN, "", "", version);
        }
        ChargeStore.Kept one = kept.get();
        boolean back = one.state() == Charge.State.HANDED_BACK;
        return new Charge(
                thing,
                back ? Optional.empty() : Optional.of(one.member()),
                names ? one.name() : "",
                one.state(),
                one.why(),
                one.language(),
                version);
    }

    /** Gives something to somebody, and tells them; false if somebody else has given it since. */
    @Needs(Action.TAKE_CHARGE)
    public boolean give(Charge.Thing thing, UUID member, int seen) {
        Note.about("charge", key(thing.kind(), thing.subject()), "given");
        boolean given = store.give(here(), thing.kind(), thing.subject(), member, seen, today());
        if (given) {
            telling.tell(Optional.of(member), What.GIVEN, "/responsibilities");
        }
        return given;
    }

    /**
     * Accepts it, or hands it back; then whoever facilitates is told that somebody else is wanted.
     *
     * @param why the reason of whoever hands it back
     * @return false if it is no longer the viewer's
     */
    @Needs(Action.TAKE_CHARGE)
    public boolean answer(Charge charge, boolean accepts, String why, String language) {
        Note.about(
                "charge", key(charge.thing().kind(), charge.thing().subject()), accepts ? "accepted" : "handed back");
        Optional<UUID> me = Viewer.current().member();
        if (me.isEmpty() || !charge.owner().equals(me) || (!accepts && why.isBlank())) {
            return false;
        }
        boolean answered = store.answer(
                here(),
                charge.thing().kind(),
                charge.thing().subject(),
                me.get(),
                accepts ? Charge.State.ACCEPTED : Charge.State.HANDED_BACK,
                accepts ? "" : why,
                language,
                today());
        if (answered && !accepts) {
            telling.tellWhoMay(Action.NAME_SIGNATORIES, What.HANDED_BACK, "/responsibilities");
        }
        return answered;
    }

    private static String key(String kind, String subject) {
        return kind + " " + subject;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}
