package org.whorl.server.voices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.IntStream;
import org.whorl.engine.voices.Ties;
import org.whorl.server.people.Member;
import org.whorl.server.spirals.TakenPart;

/**
 * Who is tied to whom by what they did together, and on how few the bridges rest. What is said of one person is said to that
 * person alone.
 *
 * @param enough whether so many are tied that anything may be said of all
 * @param onThree the share of bridging that rests on three people
 * @param outward ties between organisations less ties within them, over all
 * @param mine the viewer's own, if they are tied
 */
public record Bridges(boolean enough, OptionalDouble onThree, OptionalDouble outward, Optional<Mine> mine) {

    /** So many must be tied that three, or a tenth, do not stand for somebody everybody knows. */
    static final int ENOUGH = 30;

    /** More than so many are not worked out while somebody waits for a page. */
    static final int MOST = 400;

    /**
     * Where the viewer stands.
     *
     * @param constraint Burt's constraint: low for whoever ties people together who are not tied otherwise
     * @param holds whether some would have no tie to the others without them
     */
    public record Mine(double constraint, boolean holds) {}

    static Bridges of(
            List<Member> members, List<TakenPart> turns, List<TakenPart.Exchange> exchanges, Optional<UUID> viewer) {
        Map<UUID, Integer> number = new HashMap<>();
        List<Member> who = new ArrayList<>();
        for (Member member : members) {
            if (turns.stream().anyMatch(turn -> turn.members().contains(member.id()))
                    || exchanges.stream()
                            .anyMatch(each -> each.asker().equals(member.id())
                                    || each.answerer().equals(member.id()))) {
                number.put(member.id(), who.size());
                who.add(member);
            }
        }
        if (who.isEmpty() || who.size() > MOST) {
            return new Bridges(false, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
        }
        boolean[][] tookPart = new boolean[who.size()][turns.size() + exchanges.size()];
        for (int a = 0; a < turns.size(); a++) {
            for (UUID member : turns.get(a).members()) {
                mark(tookPart, number, member, a);
            }
        }
        for (int a = 0; a < exchanges.size(); a++) {
            mark(tookPart, number, exchanges.get(a).asker(), turns.size() + a);
            mark(tookPart, number, exchanges.get(a).answerer(), turns.size() + a);
        }
        Ties ties = Ties.ofActivities(tookPart);
        long tied = Arrays.stream(ties.weights())
                .filter(row -> Arrays.stream(row).anyMatch(weight -> weight > 0))
                .count();
        boolean enough = tied >= ENOUGH;
        Optional<Mine> mine = viewer.filter(number::containsKey)
                .map(number::get)
                .flatMap(me -> {
                    double constraint = ties.constraint()[me];
                    return Double.isNaN(constraint)
                            ? Optional.empty()
                            : Optional.of(new Mine(constraint, ties.articulation()[me]));
                });
        return new Bridges(
                enough,
                enough ? known(ties.onThree()) : OptionalDouble.empty(),
                enough ? outward(ties, who) : OptionalDouble.empty(),
                mine);
    }

    /** Of those alone who come from an organisation: nobody is taken for one of their own. */
    private static OptionalDouble outward(Ties ties, List<Member> who) {
        int[] from = IntStream.range(0, who.size())
                .filter(i -> who.get(i).partner().isPresent())
                .toArray();
        if (from.length < ENOUGH) {
            return OptionalDouble.empty();
        }
        double[][] weights = new double[from.length][from.length];
        for (int i = 0; i < from.length; i++) {
            for (int j = 0; j < from.length; j++) {
                weights[i][j] = ties.weights()[from[i]][from[j]];
            }
        }
        return known(new Ties(weights)
                .outward(Arrays.stream(from)
                        .mapToObj(i -> who.get(i).partner().orElseThrow().id().toString())
                        .toList()));
    }

    private static OptionalDouble known(double number) {
        return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    private static void mark(boolean[][] tookPart, Map<UUID, Integer> number, UUID member, int activity) {
        if (number.containsKey(member)) {
            tookPart[number.get(member)][activity] = true;
        }
    }
}
