package org.whorl.server.gatherings;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.whorl.server.trust.Disclosure;

/**
 * Decides what a screen may show: an idea only when its round is open, or to those who work on it together; dots and words
 * only when at least five people gave some, and no more can be given.
 */
@Component
class Looking {

    static final int DOTS = 3;

    private final RoomStore store;

    Looking(RoomStore store) {
        this.store = store;
    }

    /** What the wall and whoever leads see. */
    Sight look(Gathering gathering, Instant now) {
        return look(gathering, now, Optional.empty());
    }

    /** What that phone sees. */
    Sight look(Gathering gathering, Instant now, Optional<Integer> number) {
        List<Seat> seats = store.listSeats(gathering.id());
        List<Idea> ideas = store.listIdeas(gathering.id());
        Optional<Seat> seat = number.flatMap(
                wanted -> seats.stream().filter(each -> each.number() == wanted).findFirst());
        Map<Integer, Map<UUID, Integer>> dots = store.listDots(gathering.id());
        Set<Integer> finished = finished(gathering);
        boolean told = isTold(gathering, dots);
        Shelf shelf = new Shelf(names(seats), dots, told, seat.map(Seat::number).orElse(0));
        List<Card> cards = seen(gathering, seats, ideas, seat).stream()
                .map(shelf::card)
                .sorted(told ? Comparator.comparingInt(Card::dots).reversed() : Comparator.comparingInt(_ -> 0))
                .toList();
        return new Sight(
                gathering,
                gathering.secondsLeft(now),
                now.toEpochMilli(),
                Disclosure.TAKING_PART.show(seats.size()),
                Disclosure.TAKING_PART.show(finished.size()),
                cards,
                words(gathering),
                told,
                seat.map(each -> own(gathering, each, seats, ideas, shelf, finished)));
    }

    /** Who has finished the step that goes on. */
    Set<Integer> finished(Gathering gathering) {
        boolean feels =
                gathering.step().filter(each -> each.doing() == Step.Doing.FEEL).isPresent();
        return feels
                ? store.listFeelings(gathering.id(), gathering.at()).keySet()
                : store.listDone(gathering.id(), gathering.at());
    }

    /** May the dots be told? Not before marking is over, nor of fewer than five people. */
    static boolean isTold(Gathering gathering, Map<Integer, Map<UUID, Integer>> dots) {
        int marking = marking(gathering.recipe());
        return gathering.isOpen(marking) && enough(dots.size());
    }

    /** The words of a step, each once, in no order that says whose they are; none of fewer than five people. */
    List<String> words(Gathering gathering, int step) {
        Map<Integer, String> said = store.listFeelings(gathering.id(), step);
        return gathering.isOpen(step) && enough(said.size())
                ? said.values().stream()
                        .map(each -> each.toLowerCase(Locale.ROOT))
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
    }

    /** What stands: not put away, and not taken up into another. */
    static List<Idea> standing(List<Idea> ideas) {
        Set<UUID> taken = ideas.stream()
                .filter(each -> !each.hidden())
                .flatMap(each -> each.sources().stream())
                .collect(Collectors.toSet());
        return ideas.stream()
                .filter(each -> !each.hidden() && !taken.contains(each.id()))
                .toList();
    }

    /** What stands and was written in a step that raises ideas. */
    static List<Idea> raised(Gathering gathering, List<Idea> ideas) {
        return standing(ideas).stream()
                .filter(each -> gathering.recipe().steps().get(each.step()).raises())
                .toList();
    }

    private static int marking(Recipe recipe) {
        return recipe.steps().size() - 2;
    }

    private static boolean enough(int some) {
        return Disclosure.IN_A_ROOM.show(some) instanceof Disclosure.Shown.Count(int value) && value > 0;
    }

    private List<String> words(Gathering gathering) {
        return gathering.step().filter(each -> each.doing() == Step.Doing.FEEL).isPresent()
                ? words(gathering, gathering.at())
                : List.of();
    }

    private static List<Idea> seen(Gathering gathering, List<Seat> seats, List<Idea> ideas, Optional<Seat> seat) {
        if (gathering.state() == Gathering.State.ENDED) {
            return raised(gathering, ideas);
        }
        int at = gathering.at();
        return switch (gathering.step().map(Step::doing).orElse(Step.Doing.FEEL)) {
            case FEEL -> gathering.isLast() ? raised(gathering, ideas) : List.of();
            case WRITE ->
                standing(ideas).stream()
                        .filter(each -> each.step() == at && gathering.isOpen(at))
                        .toList();
            case PAIR, FOUR -> ofTeam(seats, raised(gathering, ideas), seat);
            case SHARE -> shared(gathering, ideas);
            case MARK -> raised(gathering, ideas);
        };
    }

    /** What those wrote who now work together; on the wall nothing. */
    private static List<Idea> ofTeam(List<Seat> seats, List<Idea> ideas, Optional<Seat> seat) {
        Set<Integer> team = seat.map(mine -> seats.stream()
                        .filter(each -> each.team() == mine.team())
                        .map(Seat::number)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
        return ideas.stream().filter(each -> team.contains(each.seat())).toList();
    }

    /** While people talk: what they have raised so far, or else what they wrote last. */
    private static List<Idea> shared(Gathering gathering, List<Idea> ideas) {
        List<Idea> raised = raised(gathering, ideas);
        int last = gathering.written().orElse(-1);
        return raised.isEmpty()
                ? standing(ideas).stream().filter(each -> each.step() == last).toList()
                : raised;
    }

    private Sight.Own own(
            Gathering gathering, Seat seat, List<Seat> seats, List<Idea> ideas, Shelf shelf, Set<Integer> finished) {
        boolean together =
                gathering.step().filter(each -> each.doing().isTogether()).isPresent();
        List<String> team = together
                ? seats.stream()
                        .filter(each -> each.team() == seat.team() && each.number() != seat.number())
                        .map(each -> (each.number() + " " + each.name()).strip())
                        .toList()
                : List.of();
        List<Card> mine = ideas.stream()
                .filter(each -> each.seat() == seat.number() && each.step() == gathering.at() && !each.hidden())
                .map(shelf::card)
                .toList();
        int given = shelf.dots().getOrDefault(seat.number(), Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return new Sight.Own(
                seat.number(),
                seat.name(),
                team,
                mine,
                finished.contains(seat.number()),
                store.listFeelings(gathering.id(), gathering.at()).getOrDefault(seat.number(), ""),
                DOTS - given);
    }

    private static Map<Integer, String> names(List<Seat> seats) {
        Map<Integer, String> names = new HashMap<>();
        seats.forEach(each -> names.put(each.number(), each.name()));
        return names;
    }

    /**
     * What is needed to show ideas.
     *
     * @param names what people want to be called
     * @param dots of each phone on each idea
     * @param told may they be told?
     * @param mine which phone looks; 0 for none
     */
    record Shelf(Map<Integer, String> names, Map<Integer, Map<UUID, Integer>> dots, boolean told, int mine) {

        Card card(Idea idea) {
            int all = dots.values().stream()
                    .mapToInt(each -> each.getOrDefault(idea.id(), 0))
                    .sum();
            int own = dots.getOrDefault(mine, Map.of()).getOrDefault(idea.id(), 0);
            boolean merged = !idea.sources().isEmpty();
            String by = merged ? "" : names.getOrDefault(idea.seat(), "");
            return new Card(
                    idea.id(),
                    idea.words(),
                    idea.language(),
                    by,
                    idea.season(),
                    merged,
                    told ? all : 0,
                    own,
                    idea.hidden());
        }
    }
}
