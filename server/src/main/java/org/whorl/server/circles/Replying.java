package org.whorl.server.circles;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.whorl.server.trust.Viewer;

/** Takes what somebody says in a round, by whichever door they came. */
@Component
class Replying {

    private final CircleStore circles;
    private final ItemStore items;
    private final Seeing seeing;
    private final RoundLetters letters;
    private final Clock clock;

    Replying(CircleStore circles, ItemStore items, Seeing seeing, RoundLetters letters, Clock clock) {
        this.circles = circles;
        this.items = items;
        this.seeing = seeing;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Takes a reply. The item is held meanwhile, so that a round that ends at this moment ends before or after it.
     *
     * @throws IllegalArgumentException if it is an objection without its reason, or without what would resolve it
     */
    Taken reply(UUID id, UUID wanted, Seat seat, Reply reply) {
        if (reply.isHalf()) {
            throw new IllegalArgumentException("an objection says what would come to harm, and what would resolve it");
        }
        Item item = items.hold(id).orElseThrow();
        boolean visits = seat.visits().isPresent() && !seat.visits().equals(item.meeting());
        if (!seat.here()
                || !seat.replies()
                || seat.id().equals(item.owner())
                || visits
                || !seat.circle().equals(item.circle())
                || seeing.facilitator(item).equals(Optional.of(seat.id()))) {
            return Taken.NOT_HEARD;
        }
        Optional<Round> round = items.listRounds(id).stream()
                .filter(each -> each.id().equals(wanted) && !each.isOpen(clock.instant()))
                .findFirst();
        if (round.isEmpty() || !item.isGoing()) {
            return Taken.OVER;
        }
        boolean objects = round.get().kind() == Round.Kind.OBJECT;
        Reply taken =
                objects ? reply.under(item.ruleIn(circles.find(item.circle()).orElseThrow())) : reply.wordsOnly();
        items.put(Viewer.current().partnership().orElseThrow(), round.get().id(), taken.by(seat.id()), clock.instant());
        letters.replied(wanted, seat);
        return objects && taken.stance() != reply.stance() ? Taken.AS_CONCERN : Taken.YES;
    }
}
