package org.whorl.server.models;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.whorl.draw.Words;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.load.Prepared;
import org.whorl.engine.model.Check;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Problem;
import org.whorl.engine.model.Scenario;
import org.whorl.files.Read;
import org.whorl.files.report.Excerpt;

/** Answers about a version that is ready, by formulas, for whoever may see it. */
@Component
public class Pictures {

    private final Sureness sureness;

    Pictures(Sureness sureness) {
        this.sureness = sureness;
    }

    /**
     * The model as it stands and, where it holds together, a change of it.
     *
     * @param sure also with how far not knowing the numbers could move it, which takes about a second
     */
    public Shown show(Ready ready, Optional<Scenario> change, boolean sure, Words words) {
        return show(ready, Tried.nothing(), change, sure, words, () -> false);
    }

    /**
     * The model as it stands and changes of it that hold together, such as a little more money here and there.
     *
     * @param sure with how far not knowing the numbers could move each, which takes about a second for every two
     */
    public Answer answer(Ready ready, List<Scenario> changes, boolean sure) {
        return sure
                ? sureness.of(ready, changes, () -> false)
                : ready.prepared().answer(changes);
    }

    /**
     * The same version counting more beside, such as a measure for each group of people. How sure its answers are is
     * remembered apart from those of the version itself.
     *
     * @param counting the version's model with more measures
     * @param what names what else it counts
     */
    public Ready counting(Ready ready, Model counting, String what) {
        UUID apart = UUID.nameUUIDFromBytes((ready.kept() + "/" + what).getBytes(StandardCharsets.UTF_8));
        return new Ready(
                apart, ready.version(), new Read.Good(counting, ready.read().places()), Prepared.of(counting));
    }

    /**
     * The same for what somebody tries.
     *
     * @param overtaken whether they have asked something else since
     * @throws java.util.concurrent.CancellationException if they have, and it was worth stopping for
     */
    Shown show(
            Ready ready, Tried tried, Optional<Scenario> change, boolean sure, Words words, BooleanSupplier overtaken) {
        List<Problem> problems = change.map(c -> Check.of(ready.model(), c)).orElse(List.of());
        List<Scenario> changes = problems.isEmpty() ? change.stream().toList() : List.of();
        Answer answer = ready.prepared().answer(changes);
        @Nullable Answer unsure = sure ? sureness.of(ready, changes, overtaken) : null;
        String scenario = changes.isEmpty() ? Scenario.BASE : changes.getFirst().id();
        return new Shown(
                ready,
                tried,
                answer,
                Optional.ofNullable(unsure),
                new Excerpt(answer, unsure, words),
                scenario,
                problems);
    }
}
