package org.whorl.server.spirals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to who has been asked what, so that nobody is asked the same twice. */
@Door
public class Asked {

    private final AskedStore store;
    private final Clock clock;

    Asked(AskedStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Everybody who was asked something in the last sixty days, the last first. */
    @Needs(Action.SEE_ASKED)
    public List<AskedBefore> list() {
        return store.list(LocalDate.now(clock).minusDays(SameQuestion.DAYS));
    }

    /**
     * Notes that somebody outside was asked something, or will be today. Of how they are reached only a fingerprint is kept,
     * and that for sixty days.
     *
     * @return what they were asked before, if that was the same: then it is not noted, and they are not to be asked
     */
    @Needs(Action.NOTE_ASKED)
    public Optional<AskedBefore> note(String contact, String what, String language, String route) {
        Viewer viewer = Viewer.current();
        UUID partnership = viewer.partnership().orElseThrow();
        LocalDate today = LocalDate.now(clock);
        LocalDate since = today.minusDays(SameQuestion.DAYS);
        store.forgetUntil(since);
        UUID id = UUID.randomUUID();
        byte[] fingerprint = Contact.fingerprint(partnership, contact);
        Optional<AskedBefore> before = store.list(fingerprint, since).stream()
                .filter(each -> SameQuestion.alike(each.what(), what))
                .findFirst();
        Note.about("asked-outside", id, before.isEmpty() ? route : "not asked: the same within sixty days");
        if (before.isEmpty()) {
            store.add(
                    partnership,
                    fingerprint,
                    new AskedBefore(id, "", what, language, "", today, route),
                    viewer.member());
        }
        return before;
    }
}
