package org.whorl.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.whorl.server.design.Screen;

/**
 * What follows when somebody has shown who they are: a code, where one is asked for; the setting up of one, where their
 * roles want it; and then the page they were on their way to.
 */
@Component
class Arrival {

    private final Accounts accounts;
    private final Entry entry;
    private final Clock clock;

    Arrival(Accounts accounts, Entry entry, Clock clock) {
        this.accounts = accounts;
        this.entry = entry;
        this.clock = clock;
    }

    /** They have shown it just now. */
    ResponseEntity<String> of(
            Screen s,
            Standing standing,
            Way way,
            String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return of(s, standing, way, clock.instant(), next, request, response);
    }

    /** They have shown it at some time, to somebody we believe. */
    ResponseEntity<String> of(
            Screen s,
            Standing standing,
            Way way,
            Instant shown,
            String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!way.isStrong() && standing.hasSecondStep()) {
            Parked.put(
                    request.getSession(),
                    new Parked.HalfIn(standing.account(), way, shown, Next.local(next), clock.instant()));
            return s.leaveFor("/sign-in/code");
        }
        entry.letIn(standing, way, shown, request, response);
        return s.leaveFor(
                !way.isStrong() && accounts.wantsSecondStep(standing.account())
                        ? Next.carry("/account/second-step", next)
                        : Next.local(next));
    }

    /** Whose code is still to come. */
    Optional<Parked.HalfIn> halfIn(HttpServletRequest request) {
        return Parked.find(request.getSession(), Parked.HalfIn.class, clock.instant());
    }

    /** The code was right. */
    ResponseEntity<String> wholly(
            Screen s, Parked.HalfIn half, Standing standing, HttpServletRequest request, HttpServletResponse response) {
        Parked.take(request.getSession(), Parked.HalfIn.class, clock.instant());
        return of(s, standing, half.way().withCode(), half.shown(), half.next(), request, response);
    }
}
