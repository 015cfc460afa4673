package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Series;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Model;

/** What came of playing a model, asked through the front door and in few words. */
final class Seen {

    private final Answer answer;

    private Seen(Answer answer) {
        this.answer = answer;
    }

    /** Plays a model once: for cases without chance. */
    static Seen once(Cases cases) {
        return playing(cases.build(), 1);
    }

    static Seen playing(Model model, int replications, String... scenarios) {
        Plan plan = new Plan(List.of(scenarios), 20260406, new Plan.Stop.Replications(replications), 2);
        return new Seen(Simulation.run(model, plan, Progress.SILENT));
    }

    Answer answer() {
        return answer;
    }

    Figures figures() {
        return answer.base().figures();
    }

    Estimate of(String service, Field field) {
        return figures().get(Subject.service(service), field);
    }

    double mean(String service, Field field) {
        return of(service, field).mean();
    }

    Estimate of(String scenario, String service, Field field) {
        return answer.scenarios().get(scenario).figures().get(Subject.service(service), field);
    }

    Estimate measure(String id, Field field) {
        return figures().get(Subject.measure(id), field);
    }

    /** The count at the end of each measured day, the mean over the replications. */
    double[] daily(String service, Field field) {
        return daily(answer.base().scenario(), service, field);
    }

    double[] daily(String scenario, String service, Field field) {
        return series(scenario, Subject.service(service), field).mean();
    }

    double[] daily(String measure) {
        return series(answer.base().scenario(), Subject.measure(measure), Field.MEAN)
                .mean();
    }

    Series series(String scenario, Subject subject, Field field) {
        return answer.scenarios().get(scenario).series().stream()
                .filter(s -> s.subject().equals(subject) && s.field() == field)
                .findFirst()
                .orElseThrow();
    }

    List<String> notes() {
        return answer.base().notes().stream().map(note -> note.code()).toList();
    }

    /**
     * A figure agrees with what theory says: theory lies within twice the interval (four standard errors, because a test
     * looks at many), and the interval is narrow enough to say anything.
     *
     * @param share how narrow: half the interval over the exact value
     */
    Seen agrees(String service, Field field, double exact, double share) {
        agrees(service + " " + field, of(service, field), exact, share);
        return this;
    }

    static void agrees(String what, Estimate seen, double exact, double share) {
        assertThat(seen.halfWidth()).as("half width of %s", what).isLessThanOrEqualTo(share * Math.abs(exact));
        assertThat(seen.mean()).as("%s %s", what, seen).isCloseTo(exact, within(2 * seen.halfWidth() + 1e-12));
    }

    /** The mean of a count over days. */
    static double meanOf(double[] daily, int from, int until) {
        return Arrays.stream(daily, from, until).average().orElseThrow();
    }
}
