package org.whorl.server.shifts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Five questions a panel asks about money, answered by the model, in words.
 *
 * @param pounds the sum that is moved
 * @param counted what should fall
 * @param resources who has what to spend
 * @param spending what it is spent on, the dearest first
 * @param more where more would do most good, best first
 * @param less where less would do least harm, best first
 * @param shifts from the one to the other
 * @param untold services whose price nobody has told
 */
public record Panel(
        String pounds,
        String counted,
        List<Sum> resources,
        List<Sum> spending,
        List<Candidate> more,
        List<Candidate> less,
        List<Candidate> shifts,
        List<String> untold) {

    /** Keeps copies. */
    public Panel {
        resources = List.copyOf(resources);
        spending = List.copyOf(spending);
        more = List.copyOf(more);
        less = List.copyOf(less);
        shifts = List.copyOf(shifts);
        untold = List.copyOf(untold);
    }

    /**
     * Money, and whose it is.
     *
     * @param name of a partner or a service
     * @param money pounds in the measured time
     */
    public record Sum(String name, String money) {}

    /**
     * One line of a list.
     *
     * @param from the service from which money is taken; empty for none
     * @param to the service to which it goes; empty for none
     * @param places how many places, or visits a day, that money is
     * @param people how many people more or fewer are counted, with the interval
     * @param direction below 0 where fewer are counted, above 0 where more, 0 where that cannot be told
     * @param moves what a Shift that does this moves, as fields of its form
     */
    public record Candidate(
            String from, String to, String places, String people, int direction, Map<String, String> moves) {
        /** Keeps a copy, in order. */
        public Candidate {
            moves = new LinkedHashMap<>(moves);
        }

        /** The end of an address at which a Shift is begun with this. */
        public String address() {
            return moves.entrySet().stream()
                    .map(field -> field.getKey() + "=" + field.getValue())
                    .collect(Collectors.joining("&"));
        }
    }
}
