package org.whorl.server.gatherings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who works with whom: neighbours by their numbers. Nobody is left alone while there are two. */
final class Teams {

    private Teams() {}

    /** The team of each number; the same numbers always give the same teams, and two pairs stay together in a four. */
    static Map<Integer, Integer> of(List<Integer> numbers, Step.Doing doing) {
        List<Integer> sorted = numbers.stream().sorted().toList();
        int pairs = Math.max(1, sorted.size() / 2);
        int fours = Math.max(1, (pairs + 1) / 2);
        Map<Integer, Integer> teams = new TreeMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            int pair = Math.min(i / 2, pairs - 1);
            teams.put(sorted.get(i), doing == Step.Doing.FOUR ? Math.min(pair / 2, fours - 1) : pair);
        }
        return teams;
    }
}
