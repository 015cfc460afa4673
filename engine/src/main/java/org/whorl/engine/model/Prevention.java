package org.whorl.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.whorl.engine.model.Timeline.Epoch;

/**
 * What a change of programmes does to arrivals as time goes on. A change begins to tell late and builds up, so time is cut
 * into steps; in each the arrivals are those of its mean, so that the number of people spared is right at the end of every
 * step.
 */
final class Prevention {

    /** Days in a step, short beside the months in which prevention builds up. */
    private static final int STEP = 28;

    private final Model model;
    private final int end;

    Prevention(Model model) {
        this.model = model;
        end = model.time().end();
    }

    /** The days on which epochs begin, with those added on which the effect of a changed programme moves a step. */
    Set<Integer> steps(List<Epoch> epochs) {
        TreeSet<Integer> days = new TreeSet<>();
        epochs.forEach(e -> days.add(e.from()));
        for (int k = 0; k < model.programmes().size(); k++) {
            for (Taken change : changes(epochs, k)) {
                int first = change.day()
                        + (int) Math.floor(model.programmes().get(k).lag().value());
                for (int day = first; day < end; day += STEP) {
                    days.add(day);
                }
            }
        }
        return days;
    }

    /** The epochs with the arrivals that are left by the programmes as they then are. */
    List<Epoch> followed(List<Epoch> epochs) {
        List<Epoch> followed = new ArrayList<>();
        for (int i = 0; i < epochs.size(); i++) {
            Epoch epoch = epochs.get(i);
            int until = i + 1 < epochs.size() ? epochs.get(i + 1).from() : end;
            Model left = epoch.model();
            for (int k = 0; k < model.programmes().size(); k++) {
                left = left(left, k, epoch.from(), until, changes(epochs, k));
            }
            followed.add(new Epoch(epoch.from(), left));
        }
        return followed;
    }

    private Model left(Model changed, int k, int from, int until, List<Taken> changes) {
        Programme was = model.programmes().get(k);
        Programme is = changed.programmes().get(k);
        double taken = was.taken();
        for (Taken change : changes) {
            if (change.day() < until) {
                taken += change.more() * is.tells(from - change.day(), until - change.day());
            }
        }
        double telling = taken;
        return changed.withArrivals(changed.arrivals().stream()
                .map(arrival -> {
                    Programme.Effect before = was.effects().get(arrival.id());
                    Programme.Effect now = is.effects().get(arrival.id());
                    if (before == null || now == null) {
                        return arrival;
                    }
                    double factor = (1 - now.most() * telling) / (1 - before.most() * was.taken());
                    return factor == 1 ? arrival : arrival.times(Math.max(0, factor));
                })
                .toList());
    }

    /** A day on which more, or fewer, of those a programme is for take part from then on. */
    private record Taken(int day, double more) {}

    private List<Taken> changes(List<Epoch> epochs, int k) {
        List<Taken> changes = new ArrayList<>();
        double before = model.programmes().get(k).taken();
        for (Epoch epoch : epochs) {
            double now = epoch.model().programmes().get(k).taken();
            if (now != before) {
                changes.add(new Taken(epoch.from(), now - before));
                before = now;
            }
        }
        return changes;
    }
}
