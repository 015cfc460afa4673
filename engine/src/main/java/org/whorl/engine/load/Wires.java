package org.whorl.engine.load;

import java.util.ArrayList;
import java.util.List;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Queue;
import org.whorl.engine.model.Route;
import org.whorl.engine.model.Service;

/**
 * What no scenario changes: who is connected with whom. A <em>wire</em> leads to a service from one place where people wait
 * for it: from outside, or from the service whose stay is over. Services are numbered in the order of the model.
 */
final class Wires {

    static final int NONE = -1;

    /** The beginning of a wire from outside. */
    static final int OUTSIDE = -1;

    final int services;

    /** The service in which people from outside wait, or {@link #NONE}. */
    final int[] waitsIn;

    /** The services people wait for in each service. */
    final int[][] shelters;

    final boolean[] lostOnOverflow;

    /** For each wire where it begins and ends. */
    final int[] from;

    final int[] to;

    /** The wires that end and that begin at each service. */
    final int[][] into;

    final int[][] outOf;

    /** The wire from outside to each service. */
    final int[] outside;

    /** The wire people stand on after they leave the queue, or change pathway; {@link #NONE} for an exit. */
    final int[] leavesTo;

    final int[] movesTo;

    /** Services, each after those it sends people to or shelters people for, as far as circles allow. */
    final int[] downstreamFirst;

    Wires(Model model) {
        services = model.services().size();
        waitsIn = new int[services];
        lostOnOverflow = new boolean[services];
        List<int[]> wires = new ArrayList<>();
        outside = new int[services];
        for (int s = 0; s < services; s++) {
            Service service = model.services().get(s);
            waitsIn[s] = service.waitsIn() == null ? NONE : model.indexOf(service.waitsIn());
            lostOnOverflow[s] = service.queue().overflow() == Queue.Overflow.LOST;
            outside[s] = wires.size();
            wires.add(new int[] {OUTSIDE, s});
        }
        for (int s = 0; s < services; s++) {
            for (Route route : model.services().get(s).routes()) {
                int next = model.indexOf(route.to());
                if (next >= 0) {
                    find(wires, s, next);
                }
            }
        }
        List<Integer> leaves = new ArrayList<>();
        List<Integer> moves = new ArrayList<>();
        // The list grows while it is walked: somebody who changes to another queue keeps the place they wait in.
        for (int w = 0; w < wires.size(); w++) {
            Service service = model.services().get(wires.get(w)[1]);
            String leave = service.queue().leaveTo();
            int leaveTo = leave == null ? NONE : model.indexOf(leave);
            leaves.add(leaveTo < 0 ? NONE : find(wires, wires.get(w)[0], leaveTo));
            var change = service.whileWaiting().moves();
            moves.add(change == null ? NONE : find(wires, wires.get(w)[0], model.indexOf(change.to())));
        }
        from = wires.stream().mapToInt(w -> w[0]).toArray();
        to = wires.stream().mapToInt(w -> w[1]).toArray();
        leavesTo = leaves.stream().mapToInt(Integer::intValue).toArray();
        movesTo = moves.stream().mapToInt(Integer::intValue).toArray();
        into = ends(to);
        outOf = ends(from);
        shelters = ends(waitsIn);
        downstreamFirst = order();
    }

    private static int find(List<int[]> wires, int from, int to) {
        for (int w = 0; w < wires.size(); w++) {
            if (wires.get(w)[0] == from && wires.get(w)[1] == to) {
                return w;
            }
        }
        wires.add(new int[] {from, to});
        return wires.size() - 1;
    }

    private int[][] ends(int[] end) {
        int[][] found = new int[services][];
        for (int s = 0; s < services; s++) {
            int service = s;
            found[s] = java.util.stream.IntStream.range(0, end.length)
                    .filter(w -> end[w] == service)
                    .toArray();
        }
        return found;
    }

    int wires() {
        return from.length;
    }

    private int[] order() {
        int[] order = new int[services];
        boolean[] seen = new boolean[services];
        int placed = 0;
        for (int s = 0; s < services; s++) {
            placed = visit(s, seen, order, placed);
        }
        return order;
    }

    private int visit(int service, boolean[] seen, int[] order, int placed) {
        if (seen[service]) {
            return placed;
        }
        seen[service] = true;
        int next = placed;
        for (int w : outOf[service]) {
            next = visit(to[w], seen, order, next);
        }
        for (int s : shelters[service]) {
            next = visit(s, seen, order, next);
        }
        order[next] = service;
        return next + 1;
    }
}
