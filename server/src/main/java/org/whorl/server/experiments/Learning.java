package org.whorl.server.experiments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whorl.server.pulses.Confidence;
import org.whorl.server.pulses.Confidences;
import org.whorl.server.spirals.Asks;
import org.whorl.server.spirals.Commitment;
import org.whorl.server.spirals.Commitments;
import org.whorl.server.spirals.Spiral;
import org.whorl.server.stories.Feelings;
import org.whorl.server.stories.Felt;
import org.whorl.server.stories.Rating;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Viewer;

/** The door to how the loop of learning goes. */
@Door
public class Learning {

    private final LoopStore store;
    private final ExperimentStore experiments;
    private final Feelings feelings;
    private final Asks asks;
    private final Commitments commitments;
    private final Confidences confidences;
    private final List<Learnt> learnt;

    Learning(
            LoopStore store,
            ExperimentStore experiments,
            Feelings feelings,
            Asks asks,
            Commitments commitments,
            Confidences confidences,
            List<Learnt> learnt) {
        this.store = store;
        this.experiments = experiments;
        this.feelings = feelings;
        this.asks = asks;
        this.commitments = commitments;
        this.confidences = confidences;
        this.learnt = List.copyOf(learnt);
    }

    /** What can be told of it, in the order of the page; what cannot is said to be so. */
    @Needs(Action.LOOK)
    public List<Loop> list(Optional<Spiral> spiral) {
        List<Loop> all = new ArrayList<>();
        all.add(days("to-decision", store.listDaysToDecision()));
        int decisions = store.countDecisions();
        all.add(part("with-evidence", store.countDecisionsWithEvidence(), decisions));
        all.add(part("changed", store.countChanged(), store.countReviewed()));
        List<Experiment> tried = experiments.list().stream()
                .filter(each -> each.startedOn().isPresent())
                .filter(each -> spiral.isEmpty() || each.spiral().equals(spiral.map(Spiral::id)))
                .toList();
        List<Experiment> ended = tried.stream()
                .filter(each -> each.state() == Experiment.State.ENDED)
                .toList();
        all.add(days("to-begin", store.listDaysToBegin()));
        all.add(days("to-answer", store.listDaysToAnswer()));
        all.add(part("in-time", (int) ended.stream().filter(Learning::isInTime).count(), ended.size()));
        all.add(hits(ended));
        all.add(
                learnt.isEmpty()
                        ? new Loop.Untold("parameters")
                        : part(
                                "parameters",
                                learnt.stream()
                                        .mapToInt(each -> each.count().changed())
                                        .sum(),
                                learnt.stream()
                                        .mapToInt(each -> each.count().of())
                                        .sum()));
        all.add(spiral.filter(_ -> Viewer.current().may(Action.SEE_PEOPLE))
                .flatMap(each -> asks.findMinutesEach(each.id()))
                .<Loop>map(minutes -> new Loop.Minutes("minutes", minutes))
                .orElse(new Loop.Untold("minutes")));
        Commitment.Tally kept = commitments.tally(spiral.map(Spiral::id));
        all.add(kept.isEmpty() ? new Loop.Untold("commitments") : new Loop.Kept("commitments", kept));
        List<Confidence> sure =
                spiral.map(each -> confidences.listTold(each.id())).orElse(List.of());
        for (Confidence.Question question : Confidence.Question.values()) {
            String key = "sure-" + question.key();
            all.add(sure.stream()
                    .filter(each -> each.group().isEmpty() && each.question() == question)
                    .findFirst()
                    .<Loop>map(each -> new Loop.Sure(key, each.turns().getLast()))
                    .orElse(new Loop.Untold(key)));
        }
        all.add(felt("heard-telling", Felt.After.TELLING));
        all.add(felt("heard-session", Felt.After.SESSION));
        return List.copyOf(all);
    }

    /** Who leaves out what came, or foretells when it has begun, neither hits nor misses; how many did is told beside. */
    private static Loop hits(List<Experiment> ended) {
        List<Experiment> foretold = ended.stream()
                .filter(each -> !each.isEarly()
                        && each.prediction()
                                .filter(expected -> expected.low().isPresent())
                                .isPresent())
                .toList();
        int late = (int) foretold.stream().filter(Experiment::isForetoldLate).count();
        List<Experiment> judged = foretold.stream()
                .filter(each -> !each.isForetoldLate() && each.came().isPresent())
                .toList();
        return foretold.isEmpty()
                ? new Loop.Untold("hit")
                : new Loop.Hits(
                        "hit",
                        (int) judged.stream().filter(Learning::isHit).count(),
                        judged.size(),
                        foretold.size() - late - judged.size(),
                        late);
    }

    private Loop felt(String key, Felt.After after) {
        return feelings.list(after).stream()
                .filter(each -> each.question().equals("heard"))
                .flatMap(each -> each.mean().map(Rating.Mean::shown).stream())
                .findFirst()
                .<Loop>map(mean -> new Loop.Mean(key, mean.value(), mean.low(), mean.high()))
                .orElse(new Loop.Untold(key));
    }

    private static Loop days(String key, List<Integer> days) {
        return days.isEmpty() ? new Loop.Untold(key) : new Loop.Days(key, days);
    }

    private static Loop part(String key, int some, int of) {
        return of == 0 ? new Loop.Untold(key) : new Loop.Part(key, some, of);
    }

    private static boolean isInTime(Experiment experiment) {
        LocalDate ended = experiment.endedOn().orElse(LocalDate.MAX);
        return experiment.answerFirst().filter(day -> !ended.isAfter(day)).isPresent();
    }

    private static boolean isHit(Experiment experiment) {
        double came = experiment.came().orElseThrow();
        return experiment
                .prediction()
                .filter(expected -> expected.low().filter(low -> low <= came).isPresent()
                        && expected.high().filter(high -> high >= came).isPresent())
                .isPresent();
    }
}
