package org.whorl.server.permissions;

import java.time.LocalDate;
import java.util.List;

/**
 * What was added and what was given up, in hours a year. Duties in law are not counted: they are nobody's to give up.
 *
 * @param added what was added and is kept
 * @param gone what was given up, or lapsed
 * @param kept what was here already
 * @param laws duties in law
 */
public record Ledger(List<Rule> added, List<Rule> gone, List<Rule> kept, List<Rule> laws) {

    /** Keeps copies. */
    public Ledger {
        added = List.copyOf(added);
        gone = List.copyOf(gone);
        kept = List.copyOf(kept);
        laws = List.copyOf(laws);
    }

    static Ledger of(List<Rule> all, LocalDate today) {
        List<Rule> ours = all.stream().filter(each -> !each.isDuty()).toList();
        return new Ledger(
                ours.stream()
                        .filter(each -> each.added() && each.state(today) == Rule.State.KEPT)
                        .toList(),
                ours.stream()
                        .filter(each -> each.state(today) != Rule.State.KEPT)
                        .toList(),
                ours.stream()
                        .filter(each -> !each.added() && each.state(today) == Rule.State.KEPT)
                        .toList(),
                all.stream().filter(Rule::isDuty).toList());
    }

    /** Hours a year that were added. */
    public Hours plus() {
        return sum(added);
    }

    /** Hours a year given back; a rule that was added here and is gone gives back no more than it took. */
    public Hours minus() {
        return sum(gone.stream().filter(each -> !each.added()).toList());
    }

    /** What that comes to: more hours a year than before, or fewer. */
    public Hours net() {
        return plus().less(minus());
    }

    /** Hours a year that all rules of our own take now. */
    public Hours now() {
        return plus().and(sum(kept));
    }

    private static Hours sum(List<Rule> rules) {
        return rules.stream().map(Rule::hours).reduce(Hours.NONE, Hours::and);
    }
}
