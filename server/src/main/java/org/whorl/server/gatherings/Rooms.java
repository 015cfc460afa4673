package org.whorl.server.gatherings;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door for phones: whoever has the code may join, and is nobody in particular. The record names no phone. */
@Door
public class Rooms {

    /** No room holds more, and no single address fills one. */
    static final int MOST = 500;

    private static final int MOST_IDEAS = 40;
    private static final Duration AFTERWARDS = Duration.ofDays(1);

    private final GatheringStore gatherings;
    private final RoomStore store;
    private final Looking looking;
    private final Clock clock;

    Rooms(GatheringStore gatherings, RoomStore store, Looking looking, Clock clock) {
        this.gatherings = gatherings;
        this.store = store;
        this.looking = looking;
        this.clock = clock;
    }

    /** Where a code leads, however somebody types it. */
    @Needs(Action.SEE_OPEN)
    Optional<Room> find(String code) {
        return gatherings.findRoom(plain(code), clock.instant().minus(AFTERWARDS));
    }

    /** What a phone sees just now. */
    @Needs(Action.SEE_OPEN)
    Sight look(UUID gathering, int seat) {
        return looking.look(gatherings.find(gathering).orElseThrow(), clock.instant(), Optional.of(seat));
    }

    /** Comes in; the number of the phone, or none if the gathering is over or full. */
    @Needs(Action.SPEAK_UP)
    Optional<Integer> join(UUID id, String name, Optional<UUID> perspective, String language) {
        Gathering gathering = held(id, "joined");
        List<Seat> seats = store.listSeats(id);
        if (gathering.state() == Gathering.State.ENDED || seats.size() >= MOST) {
            return Optional.empty();
        }
        // Whoever comes late works with those who were last.
        int team = seats.stream().mapToInt(Seat::team).max().orElse(-1);
        int number = seats.size() + 1;
        store.add(here(), id, new Seat(number, name, perspective, team), language);
        return Optional.of(number);
    }

    /**
     * Writes an idea, also one of a step that is over. Sent again it is one.
     *
     * @return false if the gathering is over, if that step has not come yet or takes none, or if there are enough
     */
    @Needs(Action.SPEAK_UP)
    boolean write(UUID id, Idea idea) {
        Gathering gathering = held(id, "wrote");
        List<Idea> all = store.listIdeas(id);
        boolean fits = gathering.step().isPresent()
                && idea.step() >= 0
                && idea.step() <= gathering.at()
                && gathering.recipe().steps().get(idea.step()).doing().captures();
        long before = all.stream().filter(each -> each.seat() == idea.seat()).count();
        boolean theirs = Set.copyOf(visible(gathering, idea.seat())).containsAll(idea.sources());
        if (!fits || !theirs || before >= MOST_IDEAS) {
            return false;
        }
        store.add(here(), id, idea);
        return true;
    }

    /** Has finished the step; when all have, its round is open. */
    @Needs(Action.SPEAK_UP)
    void finish(UUID id, int step, int seat) {
        Gathering gathering = held(id, "finished a step");
        if (gathering.step().isPresent() && gathering.at() == step) {
            store.putDone(here(), id, step, seat);
            openWhenAll(gathering);
        }
    }

    /**
     * Gives an idea dots, or takes them back.
     *
     * @return false if marking is over, or if there are not so many left
     */
    @Needs(Action.SPEAK_UP)
    boolean mark(UUID id, UUID idea, int seat, int dots) {
        Gathering gathering = held(id, "marked");
        boolean marks =
                gathering.step().filter(each -> each.doing() == Step.Doing.MARK).isPresent()
                        && !gathering.isOpen(gathering.at());
        boolean stands = Looking.raised(gathering, store.listIdeas(id)).stream()
                .anyMatch(each -> each.id().equals(idea));
        int others = store.listDots(id).getOrDefault(seat, Map.of()).entrySet().stream()
                .filter(each -> !each.getKey().equals(idea))
                .mapToInt(Map.Entry::getValue)
                .sum();
        if (!marks || !stands || dots < 0 || others + dots > Looking.DOTS) {
            return false;
        }
        store.putDots(here(), id, idea, seat, dots);
        return true;
    }

    /** Says in one word how somebody is, as long as nobody's word is shown. */
    @Needs(Action.SPEAK_UP)
    boolean feel(UUID id, int step, int seat, String word) {
        Gathering gathering = held(id, "said how they are");
        boolean asks =
                gathering.step().filter(each -> each.doing() == Step.Doing.FEEL).isPresent();
        if (!asks || gathering.at() != step || gathering.isOpen(step)) {
            return false;
        }
        store.putFeeling(here(), id, step, seat, word);
        openWhenAll(gathering);
        return true;
    }

    /** Asks for a break: everybody has five minutes. Who asked is not kept. */
    @Needs(Action.SPEAK_UP)
    void rest(UUID id) {
        gatherings.put(held(id, "asked for a break").afterBreak(clock.instant()));
    }

    /** A code as it is kept. */
    static String plain(String code) {
        return code.toLowerCase(Locale.ROOT)
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1')
                .replaceAll("[^0-9a-z]", "");
    }

    private Gathering held(UUID id, String what) {
        Note.about("gathering", id, what);
        return gatherings.hold(id).orElseThrow();
    }

    private List<UUID> visible(Gathering gathering, int seat) {
        return looking.look(gathering, clock.instant(), Optional.of(seat)).cards().stream()
                .map(Card::id)
                .collect(Collectors.toList());
    }

    private void openWhenAll(Gathering gathering) {
        int seats = store.listSeats(gathering.id()).size();
        if (seats > 1 && looking.finished(gathering).size() == seats) {
            gatherings.put(gathering.after(Gathering.Move.OPEN, clock.instant()));
        }
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}
