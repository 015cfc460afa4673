package org.whorl.server.stories;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.whorl.server.design.Share;
import org.whorl.server.trust.Disclosure;

/**
 * How many promises were kept.
 *
 * @param kept so many
 * @param due of those whose day has come, or of whom it is known
 * @param share the same with its interval, where there are enough to say how it would go on
 */
public record Kept(int kept, int due, Optional<Share> share) {

    /** How many of them were kept: whoever lets the day go by without a word has not. */
    static Kept of(List<Promise> promises, LocalDate today) {
        int kept = (int) promises.stream()
                .filter(each -> each.state() == Promise.State.KEPT)
                .count();
        int due = (int) promises.stream()
                .filter(each -> each.state() != Promise.State.OPEN || each.isOverdue(today))
                .count();
        return new Kept(
                kept, due, due < Disclosure.VOICES.least() ? Optional.empty() : Optional.of(new Share(kept, due)));
    }
}
