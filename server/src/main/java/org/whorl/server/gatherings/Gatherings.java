package org.whorl.server.gatherings;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.whorl.server.people.Community;
import org.whorl.server.people.Perspective;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Disclosure;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to gatherings, for those in the partnership. */
@Door
public class Gatherings {

    private static final int CODE_LENGTH = 8;

    private final GatheringStore store;
    private final RoomStore room;
    private final Looking looking;
    private final Community community;
    private final Clock clock;

    Gatherings(GatheringStore store, RoomStore room, Looking looking, Community community, Clock clock) {
        this.store = store;
        this.room = room;
        this.looking = looking;
        this.community = community;
        this.clock = clock;
    }

    /** All of them, the newest first. */
    @Needs(Action.SEE_GATHERINGS)
    public List<Gathering> list() {
        return store.list();
    }

    /** One of them. */
    @Needs(Action.SEE_GATHERINGS)
    public Optional<Gathering> find(UUID id) {
        return store.find(id);
    }

    /** What came of one. */
    @Needs(Action.SEE_GATHERINGS)
    public Optional<Outcome> findOutcome(UUID id) {
        return store.find(id).map(this::outcome);
    }

    /** Opens one; people may join at once. */
    @Needs(Action.GATHER)
    public UUID open(String question, String group, String language, Recipe recipe) {
        UUID id = UUID.randomUUID();
        String code = PrivateCode.forLink(CODE_LENGTH);
        Note.about("gathering", id, "opened");
        Gathering gathering = new Gathering(
                id,
                code,
                question,
                group,
                language,
                recipe,
                -1,
                Gathering.State.LOBBY,
                Optional.empty(),
                0,
                -1,
                clock.instant(),
                Optional.empty());
        store.add(
                Viewer.current().partnership().orElseThrow(),
                gathering,
                Viewer.current().member());
        return id;
    }

    /** What the wall shows, and whoever leads. */
    @Needs(Action.SEE_GATHERINGS)
    public Sight look(UUID id) {
        return looking.look(store.find(id).orElseThrow(), clock.instant());
    }

    /**
     * Moves it on.
     *
     * @param seen the step on the page where the button was pressed: pressed twice, it moves once
     * @return false if it had moved on before
     */
    @Needs(Action.GATHER)
    public boolean move(UUID id, int seen, Gathering.Move move) {
        Note.about("gathering", id, move.key());
        Gathering before = store.hold(id).orElseThrow();
        if (before.at() != seen) {
            return false;
        }
        Gathering after = before.after(move, clock.instant());
        store.put(after);
        after.step()
                .filter(step -> after.at() != before.at() && step.doing().isTogether())
                .ifPresent(step -> room.putTeams(
                        id,
                        Teams.of(room.listSeats(id).stream().map(Seat::number).toList(), step.doing())));
        return true;
    }

    /** Puts an idea away, or brings it back; false if there is no such idea. */
    @Needs(Action.GATHER)
    public boolean hide(UUID id, UUID idea, boolean hidden) {
        Note.about("gathering", id, hidden ? "put an idea away" : "brought an idea back");
        return room.hide(id, idea, hidden);
    }

    private Outcome outcome(Gathering gathering) {
        List<Seat> seats = room.listSeats(gathering.id());
        List<Idea> ideas = room.listIdeas(gathering.id());
        java.util.Map<Integer, java.util.Map<UUID, Integer>> dots = room.listDots(gathering.id());
        boolean told = Looking.isTold(gathering, dots);
        boolean over = gathering.state() == Gathering.State.ENDED;
        boolean few = Disclosure.VOICES.show(seats.size()) instanceof Disclosure.Shown.Hidden;
        List<Outcome.Part> parts = new ArrayList<>();
        Looking.Shelf shelf = new Looking.Shelf(java.util.Map.of(), dots, told, 0);
        for (int step = 0; over && step < gathering.recipe().steps().size(); step++) {
            int at = step;
            List<Card> cards = ideas.stream()
                    .filter(each -> each.step() == at && !each.hidden())
                    .map(shelf::card)
                    .toList();
            if (!cards.isEmpty()) {
                parts.add(new Outcome.Part(gathering.recipe().steps().get(step), cards));
            }
        }
        List<Card> top = over
                ? Looking.raised(gathering, ideas).stream()
                        .map(shelf::card)
                        .sorted(Comparator.comparingInt(Card::dots).reversed())
                        .toList()
                : List.of();
        int last = gathering.recipe().steps().size() - 1;
        return new Outcome(
                gathering,
                Disclosure.ofTakingPart(Viewer.current()).show(seats.size()),
                told,
                few,
                top,
                parts,
                few ? List.of() : rows(seats, ideas),
                looking.words(gathering, 0),
                looking.words(gathering, last));
    }

    /** Which points of view were there; how many brought each only where no fewer than ten did. */
    private List<Outcome.Row> rows(List<Seat> seats, List<Idea> ideas) {
        List<Optional<Perspective>> wanted = new ArrayList<>(
                community.listPerspectives().stream().map(Optional::of).toList());
        wanted.add(Optional.empty());
        List<Set<Integer>> who = wanted.stream()
                .map(each -> {
                    Set<Integer> numbers = new HashSet<>();
                    seats.stream()
                            .filter(seat -> seat.perspective().equals(each.map(Perspective::id)))
                            .forEach(seat -> numbers.add(seat.number()));
                    return numbers;
                })
                .toList();
        List<Disclosure.Shown> voices =
                Disclosure.VOICES.showParts(who.stream().map(Set::size).toList());
        return IntStream.range(0, wanted.size())
                .mapToObj(i -> new Outcome.Row(
                        wanted.get(i), !who.get(i).isEmpty(), voices.get(i), ideasOf(who.get(i), voices.get(i), ideas)))
                .toList();
    }

    /** Whoever is too few to be counted has their ideas not counted either. */
    private static Disclosure.Shown ideasOf(Set<Integer> who, Disclosure.Shown voices, List<Idea> ideas) {
        return switch (voices) {
            case Disclosure.Shown.Hidden hidden -> hidden;
            case Disclosure.Shown.Count _ ->
                new Disclosure.Shown.Count((int) ideas.stream()
                        .filter(each -> !each.hidden() && who.contains(each.seat()))
                        .count());
        };
    }
}
