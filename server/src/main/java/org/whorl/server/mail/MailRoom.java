package org.whorl.server.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;

/** The door to how letters fare, for whoever keeps the house: numbers and reasons, no address and nothing of what is said. */
@Door
public class MailRoom {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final int MOST = 50;

    private final LetterStore store;
    private final MailSettings settings;
    private final Clock clock;

    MailRoom(LetterStore store, MailSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How letters fare.
     *
     * @param server to which server they are given; blank for none
     * @param from from which address they come
     * @param answers in which mailbox answers are looked for; blank for none
     * @param waiting how many wait that should have gone
     * @param sent how many went out in the last thirty days
     * @param trouble why the one that waits longest was not sent yet; blank if nothing is known
     * @param lost those that did not arrive, the newest first
     */
    public record Room(
            String server, String from, String answers, int waiting, int sent, String trouble, List<Lost> lost) {

        /** Keeps a copy. */
        public Room {
            lost = List.copyOf(lost);
        }
    }

    /**
     * A letter that did not arrive.
     *
     * @param when it was given up
     * @param sort {@code ask}, {@code news} or {@code service}
     * @param note why
     */
    public record Lost(Instant when, String sort, String note) {}

    /** How they fare now. */
    @Needs(Action.KEEP_HOUSE)
    public Room look() {
        Instant now = clock.instant();
        return new Room(
                settings.host(),
                settings.from(),
                settings.reads() ? settings.in().address() : "",
                store.countWaiting(now),
                store.countSent(now.minus(LATELY)),
                store.findTrouble(),
                store.listLost(MOST).stream()
                        .map(each -> new Lost(each.when(), each.sort().key(), each.note()))
                        .toList());
    }
}
