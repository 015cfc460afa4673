package org.whorl.server.shifts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Service;
import org.whorl.server.design.Screen;

/**
 * What a shift asks of one partner, in words.
 *
 * @param gives the places its services give
 * @param gets the places they get
 * @param pays what it pays or is paid, and what closing costs it
 * @param steps what can close of services whose fixed cost comes in steps
 * @param quarters the quarters of the model's time
 * @param places for each service that changes, its name, then by how many places it differs at the end of each quarter
 */
public record Terms(
        List<String> gives,
        List<String> gets,
        List<String> pays,
        List<String> steps,
        List<String> quarters,
        List<List<String>> places) {

    /** Keeps copies. */
    public Terms {
        gives = List.copyOf(gives);
        gets = List.copyOf(gets);
        pays = List.copyOf(pays);
        steps = List.copyOf(steps);
        quarters = List.copyOf(quarters);
        places = List.copyOf(places);
    }

    static Terms of(Partner partner, Effect effect, ShiftWords words, Screen s) {
        Model model = effect.shown().ready().model();
        Shift shift = effect.shift();
        List<Service> own = model.services().stream()
                .filter(service -> service.partner().equals(partner.id()))
                .toList();
        List<Move> moves = shift.moves().stream()
                .filter(move -> own.stream().anyMatch(service -> service.id().equals(move.service())))
                .toList();
        List<LocalDate> ends = quarters(model);
        List<List<String>> places = new ArrayList<>();
        for (Service service : own) {
            List<Move> here = moves.stream()
                    .filter(move -> move.service().equals(service.id()))
                    .toList();
            if (!here.isEmpty()) {
                List<String> row = new ArrayList<>();
                row.add(service.name().in(s.language().code()));
                for (LocalDate end : ends) {
                    int more =
                            here.stream().mapToInt(move -> move.placesOn(end)).sum();
                    row.add((more > 0 ? "+" : "") + s.language().words().number(more));
                }
                places.add(List.copyOf(row));
            }
        }
        return new Terms(
                moves.stream().filter(m -> m.places() < 0).map(words::move).toList(),
                moves.stream().filter(m -> m.places() > 0).map(words::move).toList(),
                shift.payments().stream()
                        .filter(p -> p.from().equals(partner.id()) || p.to().equals(partner.id()))
                        .map(words::payment)
                        .toList(),
                moves.stream().map(words::steps).filter(said -> !said.isEmpty()).toList(),
                ends.stream().map(end -> s.say("shift.quarter", s.date(end))).toList(),
                places);
    }

    /** The last days of the quarters of the calendar in a model's time, and its own last day. */
    private static List<LocalDate> quarters(Model model) {
        LocalDate first = model.time().start();
        LocalDate last = first.plusDays(Math.max(0, model.time().days() - 1));
        List<LocalDate> ends = new ArrayList<>();
        LocalDate end = first.withDayOfMonth(1)
                .plusMonths(3 - (first.getMonthValue() - 1) % 3)
                .minusDays(1);
        while (end.isBefore(last)) {
            ends.add(end);
            end = end.plusDays(1).plusMonths(3).minusDays(1);
        }
        ends.add(last);
        return ends;
    }
}
