package org.whorl.server.shifts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Service;

/**
 * A part of a budget that is to go: so many per cent of the places of some services, from a day on.
 *
 * @param percent how many in a hundred, above 0 and up to 100
 * @param from the first day
 * @param parts what that is at each service
 */
public record Cut(double percent, LocalDate from, List<Part> parts) {

    /**
     * What a cut is at one service.
     *
     * @param service which
     * @param before its places, or visits a day, on the first day of the cut
     * @param gone the whole places that go; 0 where the cut is less than half a place
     */
    public record Part(Service service, double before, int gone) {}

    /** Keeps a copy. */
    public Cut {
        parts = List.copyOf(parts);
    }

    /** The whole places nearest to the cut at each service. */
    static Cut of(Model model, List<Service> services, double percent, LocalDate from) {
        Horizon time = model.time();
        int clock = time.warmUp() + (int) ChronoUnit.DAYS.between(time.start(), from);
        return new Cut(
                percent,
                from,
                services.stream()
                        .map(service -> {
                            double before = service.capacity().amount(time, clock);
                            return new Part(service, before, (int) Math.round(before * percent / 100));
                        })
                        .toList());
    }

    /** The services at which it is less than half a place. */
    public List<Part> tooSmall() {
        return parts.stream().filter(part -> part.gone() == 0).toList();
    }

    /** Does it reach this service? */
    boolean reaches(String service) {
        return parts.stream()
                .anyMatch(part -> part.gone() > 0 && part.service().id().equals(service));
    }

    /** What goes, as moves of a shift. */
    public List<Move> moves() {
        return parts.stream()
                .filter(part -> part.gone() > 0)
                .map(part -> new Move(part.service().id(), -part.gone(), from, 1))
                .toList();
    }
}
