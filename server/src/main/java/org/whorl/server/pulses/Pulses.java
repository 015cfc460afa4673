package org.whorl.server.pulses;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.engine.voices.TrustPulse;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.people.Partner;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.spirals.Spirals;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/**
 * The door to how far partners trust each other. That somebody answered is kept, so that they answer once; what they answered
 * is kept apart, without their name.
 */
@Door
public class Pulses {

    private static final int CODE_LENGTH = 12;

    private final PulseStore store;
    private final Community community;
    private final Spirals spirals;
    private final Clock clock;

    Pulses(PulseStore store, Community community, Spirals spirals, Clock clock) {
        this.store = store;
        this.community = community;
        this.spirals = spirals;
        this.clock = clock;
    }

    /** The rounds of a spiral, the first first. */
    @Needs(Action.SEE_TRUST)
    public List<Pulse> list(UUID spiral) {
        return rounds(spiral);
    }

    /** Which partner the viewer is one of. */
    @Needs(Action.SEE_TRUST)
    public Optional<Partner> findMine() {
        return mine();
    }

    /** About whom the viewer has answered in a round, and what they wrote for themselves. */
    @Needs(Action.SEE_TRUST)
    public Map<UUID, String> listGiven(UUID pulse) {
        return Viewer.current()
                .member()
                .map(member -> store.listGiven(pulse, member))
                .orElse(Map.of());
    }

    /** How trust went over the rounds of a spiral that are over; of each pair, and of all others together. */
    @Needs(Action.SEE_TRUST)
    public List<Trend> listTrends(UUID spiral) {
        record Pair(Optional<String> from, String to) {}
        Map<Pair, List<Trend.Point>> points = new LinkedHashMap<>();
        rounds(spiral).stream().filter(each -> each.closedOn().isPresent()).forEach(round -> {
            for (TrustPulse told : TrustPulse.of(store.listAnswers(round.id()))) {
                points.computeIfAbsent(new Pair(Optional.ofNullable(told.from()), told.to()), _ -> new ArrayList<>())
                        .add(new Trend.Point(round.turn(), told.answers(), Optional.ofNullable(told.mean())));
            }
        });
        return points.entrySet().stream()
                .map(each -> new Trend(each.getKey().from(), each.getKey().to(), each.getValue()))
                .filter(Trend::isTold)
                .toList();
    }

    /** Begins a round in the turn that goes on; false if that turn has had one of its kind. */
    @Needs(Action.ASK_TRUST)
    public boolean open(UUID spiral, Pulse.Kind kind) {
        int turn = spirals.listTurns(spiral).getLast().number();
        UUID id = UUID.randomUUID();
        Note.about("pulse", id, "opened: " + kind.key());
        Optional<String> code =
                kind == Pulse.Kind.TRUST ? Optional.empty() : Optional.of(PrivateCode.forLink(CODE_LENGTH));
        Pulse pulse = new Pulse(id, spiral, turn, kind, LocalDate.now(clock), Optional.empty(), code);
        return store.open(here(), pulse, Viewer.current().member());
    }

    /** Ends a round; from then on it is shown as far as it may be. */
    @Needs(Action.ASK_TRUST)
    public boolean close(UUID id) {
        Note.about("pulse", id, "closed");
        return store.close(id, LocalDate.now(clock));
    }

    /**
     * Answers about another partner, once in a round.
     *
     * @param note what the viewer writes for themselves; nobody else reads it
     * @return false if they have answered, if the round is over, or if it is no other partner
     */
    @Needs(Action.SAY_TRUST)
    public boolean answer(UUID pulse, UUID about, int trust, String note) {
        Note.about("pulse", pulse, "answered");
        Optional<UUID> mine = mine().map(Partner::id);
        boolean other = others().stream().anyMatch(each -> each.id().equals(about));
        Optional<UUID> member = Viewer.current().member();
        if (mine.isEmpty() || !other || member.isEmpty() || trust < 1 || trust > 5) {
            return false;
        }
        if (!store.give(here(), pulse, member.get(), about, note)) {
            return false;
        }
        store.answer(here(), pulse, mine.get(), about, trust);
        return true;
    }

    /** The partners the viewer may be asked about: all but their own. */
    @Needs(Action.SEE_TRUST)
    public List<Partner> listOthers() {
        return others();
    }

    private List<Pulse> rounds(UUID spiral) {
        return store.list().stream()
                .filter(each -> each.spiral().equals(spiral) && each.kind() == Pulse.Kind.TRUST)
                .toList();
    }

    private List<Partner> others() {
        Optional<UUID> mine = mine().map(Partner::id);
        return community.listPartners().stream()
                .filter(each -> each.endedOn().isEmpty() && !mine.equals(Optional.of(each.id())))
                .toList();
    }

    private Optional<Partner> mine() {
        return Viewer.current().member().flatMap(community::findMember).flatMap(Member::partner);
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}
