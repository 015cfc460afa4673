package org.whorl.server.voices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whorl.engine.voices.Growth;
import org.whorl.server.spirals.TakenPart;
import org.whorl.server.trust.Disclosure;
import org.whorl.server.trust.Disclosure.Shown;

/**
 * How a spiral grew in one turn, as far as it may be told.
 *
 * @param turn its number
 * @param newly those who took part for the first time
 * @param soFar all who have taken part
 * @param growth all so far, over all at the end of the turn before; empty where either is not told
 * @param again the share of the turn before who came again; empty where either part of it is not told
 * @param days how long it has lasted
 * @param tooFast whether to check that relationships keep pace
 */
public record Grown(
        int turn, Shown newly, Shown soFar, OptionalDouble growth, OptionalDouble again, long days, boolean tooFast) {

    static List<Grown> of(List<TakenPart> turns, LocalDate today) {
        List<Growth> growths = Growth.of(turns.stream()
                .map(turn -> new Growth.Turn(who(turn), turn.days(today), 0))
                .toList());
        List<Disclosure.InARow> shown = Disclosure.VOICES.showRunning(
                growths.stream().map(Growth::joined).toList());
        List<Grown> grown = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            Shown before = i == 0 ? new Shown.Hidden() : shown.get(i - 1).soFar();
            OptionalInt was = Counted.number(before);
            OptionalInt now = Counted.number(shown.get(i).soFar());
            boolean told = was.isPresent() && now.isPresent() && was.getAsInt() > 0;
            Growth growth = growths.get(i);
            grown.add(new Grown(
                    turns.get(i).number(),
                    shown.get(i).newly(),
                    shown.get(i).soFar(),
                    told ? OptionalDouble.of(growth.growth()) : OptionalDouble.empty(),
                    i == 0 ? OptionalDouble.empty() : again(turns.get(i - 1), turns.get(i), growth),
                    turns.get(i).days(today),
                    told && growth.tooFast()));
        }
        return List.copyOf(grown);
    }

    /** Neither who came again nor who did not may be few. */
    private static OptionalDouble again(TakenPart before, TakenPart now, Growth growth) {
        Set<String> came = new HashSet<>(who(before));
        int all = came.size();
        came.retainAll(who(now));
        boolean told = Disclosure.VOICES.show(came.size()) instanceof Shown.Count
                && Disclosure.VOICES.show(all - came.size()) instanceof Shown.Count
                && all > 0;
        return told ? OptionalDouble.of(growth.retention()) : OptionalDouble.empty();
    }

    private static Set<String> who(TakenPart turn) {
        return Stream.concat(turn.members().stream().map(Object::toString), turn.others().stream())
                .collect(Collectors.toSet());
    }
}
