package org.whorl.server.patterns;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.whorl.draw.Reading;
import org.whorl.draw.Unit;
import org.whorl.draw.Words;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.voices.Triads;
import org.whorl.server.trust.Disclosure;

/**
 * How a plan stands between two things: what a group agreed on aloud, and what members marked each by themselves.
 *
 * @param balance which two
 * @param together what a group agreed on last
 * @param marks how many marked it by themselves
 * @param middle how much of the first there is in the middle of their marks; nothing while they are fewer than ten
 */
public record BalanceSeen(
        Balance balance, Optional<Agreed> together, Disclosure.Shown marks, Optional<Estimate> middle) {

    private static final double MUCH = 0.65;

    /**
     * What a group agreed on.
     *
     * @param share of the first, from 0 to 1
     * @param on which day
     */
    public record Agreed(double share, LocalDate on) {}

    static BalanceSeen of(Balance balance, List<BalanceMark> all) {
        List<BalanceMark> of =
                all.stream().filter(mark -> mark.balance() == balance).toList();
        List<BalanceMark> alone = of.stream().filter(mark -> !mark.together()).toList();
        Disclosure.Shown marks = Disclosure.VOICES.show(alone.size());
        boolean enough = !alone.isEmpty() && marks instanceof Disclosure.Shown.Count;
        return new BalanceSeen(
                balance,
                of.stream()
                        .filter(BalanceMark::together)
                        .max(Comparator.comparing(BalanceMark::on))
                        .map(mark -> new Agreed(mark.share(), mark.on())),
                marks,
                enough
                        ? Optional.of(Triads.of(
                                        alone.stream()
                                                .map(mark -> new double[] {mark.share(), 1 - mark.share()})
                                                .toList(),
                                        TriadSeen.SEED)
                                .centre()
                                .getFirst())
                        : Optional.empty());
    }

    /**
     * To which side it leans, for asking what the other could do: {@code first} or {@code second}; {@code even} where it does
     * not, or nobody can tell; blank where nothing is marked that may be told.
     */
    public String leans() {
        double low =
                together.map(Agreed::share).or(() -> middle.map(Estimate::low)).orElse(Double.NaN);
        double high =
                together.map(Agreed::share).or(() -> middle.map(Estimate::high)).orElse(Double.NaN);
        return Double.isNaN(low) ? "" : low >= MUCH ? "first" : high <= 1 - MUCH ? "second" : "even";
    }

    /** How much of the first a group agreed on; blank where none has. */
    public String agreed(Words words) {
        return together.map(each -> words.share(each.share())).orElse("");
    }

    /** How much of the second. */
    public String agreedOther(Words words) {
        return together.map(each -> words.share(1 - each.share())).orElse("");
    }

    /** How much of the first there is in the middle of all marks; blank while that is not told. */
    public String middle(Words words) {
        return middle.map(each -> words.value(Unit.SHARE, Reading.of(each.mean(), each.low(), each.high())))
                .orElse("");
    }
}
