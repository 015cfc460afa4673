package org.whorl.server.patterns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to how a group sees its plan: between facts and stories, services and community, and two more. */
@Door
public class Balances {

    private final BalanceStore store;
    private final Clock clock;

    Balances(BalanceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** How a plan, or a step, stands between each two. */
    @Needs(Action.LOOK)
    public List<BalanceSeen> list(UUID subject) {
        List<BalanceMark> marks = store.list(subject);
        return Arrays.stream(Balance.values())
                .map(balance -> BalanceSeen.of(balance, marks))
                .toList();
    }

    /** The viewer's own marks. */
    @Needs(Action.SEE_PEOPLE)
    public Map<Balance, Double> findMine(UUID subject) {
        Optional<UUID> member = Viewer.current().member();
        return store.list(subject).stream()
                .filter(mark -> !mark.together() && member.equals(Optional.of(mark.member())))
                .collect(Collectors.toMap(BalanceMark::balance, BalanceMark::share));
    }

    /**
     * Marks it.
     *
     * @param spiral whose plan
     * @param subject the step, or the spiral for the plan as a whole
     * @param shares how much of the first of two
     * @param together has the group agreed on it aloud?
     */
    @Needs(Action.BALANCE)
    public void mark(UUID spiral, UUID subject, Map<Balance, Double> shares, boolean together) {
        Viewer viewer = Viewer.current();
        Note.about("balance", subject, together ? "together" : "");
        if (together) {
            // Of what a group agreed on there is one, whoever noted it.
            shares.keySet().forEach(balance -> store.removeTogether(subject, balance));
        }
        shares.forEach((balance, share) -> store.put(
                viewer.partnership().orElseThrow(),
                spiral,
                subject,
                new BalanceMark(balance, viewer.member().orElseThrow(), together, share, LocalDate.now(clock))));
    }

    /** Takes back one's own marks; what a group agreed on stays. */
    @Needs(Action.BALANCE)
    public void takeBack(UUID subject) {
        Note.about("balance", subject, "taken back");
        store.remove(subject, Viewer.current().member().orElseThrow());
    }
}
