package org.whorl.server.circles;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/**
 * Takes what somebody says an item touches after it was raised. It is written down who said it and when; a round that goes on waits
 * from then on for whoever has to be heard.
 */
@Component
class Touching {

    private final CircleStore circles;
    private final ItemStore items;
    private final Seeing seeing;
    private final VersionStore versions;
    private final RoundLetters letters;
    private final Clock clock;

    Touching(
            CircleStore circles,
            ItemStore items,
            Seeing seeing,
            VersionStore versions,
            RoundLetters letters,
            Clock clock) {
        this.circles = circles;
        this.items = items;
        this.seeing = seeing;
        this.versions = versions;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Adds to what it touches; that only makes deciding stricter. The item must be held.
     *
     * @param by as whom; none for whoever looks after circles and is not in this one
     * @return false if that is nothing new, or if it is decided already
     */
    boolean add(Item item, Item.Touches said, Optional<Seat> by) {
        Item.Touches all = item.touches().and(said);
        if (!item.isGoing() || !item.decides() || all.equals(item.touches()) || !put(item, all, by)) {
            return false;
        }
        if (all.needsEverybody() && !item.touches().needsEverybody()) {
            waitForEverybody(items.find(item.id()).orElseThrow());
        }
        return true;
    }

    /** Puts down what it touches, be it more or less; it goes up to the level that can decide that. */
    boolean put(Item item, Item.Touches now, Optional<Seat> by) {
        boolean lowest = item.level() == item.touches().proposed();
        Level level = lowest || now.proposed().isAbove(item.level()) ? now.proposed() : item.level();
        Map<String, Object> values = new HashMap<>(now.byName());
        values.put("level", level.key());
        if (!(versions.change(Item.VERSIONED, item.id(), item.version(), values) instanceof Saved.Yes)) {
            return false;
        }
        Instant at = clock.instant();
        now.byName().forEach((what, touched) -> {
            if (!touched.equals(item.touches().byName().get(what))) {
                items.addTouched(here(), item.id(), what, !touched, by, at);
            }
        });
        return true;
    }

    /** A round that goes on by links waits for all who have to be heard, and a reminder says no more that silence is enough. */
    private void waitForEverybody(Item item) {
        Instant now = clock.instant();
        List<Round> rounds = items.listRounds(item.id());
        Optional<Round> going = rounds.isEmpty()
                ? Optional.empty()
                : Optional.of(rounds.getLast())
                        .filter(each -> each.kind() == Round.Kind.OBJECT && !each.isOpen(now))
                        .filter(each -> each.until().isPresent());
        if (going.isEmpty()) {
            return;
        }
        Round round = going.get();
        List<Seat> seats = circles.listSeats(item.circle());
        items.expect(
                here(),
                round.id(),
                Verdict.unheard(item, Verdict.about(rounds, round.proposal()), seats, seeing.facilitator(item)));
        Set<UUID> reminded = new HashSet<>(circles.listAskedIn(round.id()).keySet());
        reminded.removeAll(round.answered());
        letters.silenceBlocks(
                circles.find(item.circle()).orElseThrow(),
                item,
                items.listProposals(item.id()).stream()
                        .filter(each -> each.number() == round.proposal())
                        .findFirst(),
                round,
                seats.stream().filter(each -> reminded.contains(each.id())).toList(),
                now);
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}
