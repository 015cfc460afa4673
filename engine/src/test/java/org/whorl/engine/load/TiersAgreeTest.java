package org.whorl.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Duration.Family;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;

/** The instant tier and the exact tier on a small copy of the main job: hospital, reablement, beds, home care. */
class TiersAgreeTest {

    private static Model place() {
        Cases cases = Cases.model().days(365, 365);
        cases.arrive(new Arrival(
                "ready",
                Name.of("ready"),
                "hospital",
                Parameter.of(4),
                new Profile(List.of(1.1, 1.1, 1.1, 1.1, 1.1, 0.8, 0.7), Provenance.UNSIGNED_GUESS),
                Profile.flat(12),
                Parameter.of(1.2),
                Arrival.noTags()));
        cases.arrive("home-care", 0.6);
        cases.service("hospital")
                .unlimited()
                .exponential(5)
                .to("reablement", 0.5)
                .to("beds", 0.2)
                .to("home-care", 0.3);
        cases.service("reablement")
                .places(45)
                .lognormal(18, 15)
                .starts(1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.2)
                .leaveAfter(Duration.of(Family.EXPONENTIAL, 90), null)
                .to("home-care", 0.3)
                .to("home", 0.7);
        cases.service("beds")
                .places(36)
                .lognormal(38, 25)
                .leaveAfter(Duration.of(Family.EXPONENTIAL, 90), null)
                .to("home-care", 0.2)
                .to("home", 0.8);
        cases.service("home-care")
                .places(300)
                .exponential(120)
                .starts(1.0, 1.0, 1.0, 1.0, 1.0, 0.3, 0.1)
                .leaveAfter(Duration.of(Family.EXPONENTIAL, 90), null);
        cases.open("hospital", 20, 0, 10)
                .open("reablement", 40, 4, 4)
                .open("beds", 30, 2, 2)
                .open("home-care", 300, 5, 0);
        cases.scenario("cut", Cases.times("services.home-care.capacity", 0.95));
        cases.measure(new Measure(
                "delayed",
                Name.of("delayed"),
                Measure.Count.WAITING,
                List.of("hospital"),
                List.of(),
                new java.util.LinkedHashMap<>(),
                0,
                null,
                null));
        return cases.build();
    }

    @Test
    void onCountsAndOnWhatACutDoes() {
        Model model = place();
        Answer instant = Preview.of(model, List.of("cut"));
        Answer exact =
                Simulation.run(model, new Plan(List.of("cut"), 3, new Plan.Stop.Replications(150), 2), Progress.SILENT);
        for (String service : List.of("hospital", "reablement", "beds", "home-care")) {
            near(instant, exact, Subject.service(service), Field.IN_PLACE, 0.04, 0.3);
            near(instant, exact, Subject.service(service), Field.BLOCKED, 0.15, 0.5);
        }
        near(instant, exact, Subject.service("home-care"), Field.WAITING, 0.15, 0.5);
        near(instant, exact, Subject.service("home-care"), Field.WAIT, 0.15, 0.2);
        near(instant, exact, Subject.measure("delayed"), Field.MEAN, 0.2, 0.5);
        Estimate cut = exact.differences().get("cut").get(Subject.measure("delayed"), Field.MEAN);
        double ours = instant.differences()
                .get("cut")
                .get(Subject.measure("delayed"), Field.MEAN)
                .mean();
        assertThat(ours).isCloseTo(cut.mean(), within(0.25 * cut.mean() + cut.halfWidth()));
    }

    /** A queue of seven on average is often shorter than its room and sometimes far longer. */
    @ParameterizedTest
    @ValueSource(ints = {2, 6, 20})
    void onHowManyFindRoomToWaitIn(int room) {
        Cases cases = Cases.model().days(365, 1825).arrive("s", 4);
        cases.service("acute").places(room);
        cases.service("s").places(43).exponential(10).waitsIn("acute");
        Model model = cases.build();
        Answer instant = Preview.of(model, List.of());
        Answer exact =
                Simulation.run(model, new Plan(List.of(), 3, new Plan.Stop.Replications(60), 2), Progress.SILENT);
        near(instant, exact, Subject.service("acute"), Field.IN_PLACE, 0.06, 0);
        near(instant, exact, Subject.service("s"), Field.OUTSIDE, 0.06, 0);
    }

    private static void near(Answer instant, Answer exact, Subject subject, Field field, double share, double atLeast) {
        Estimate simulated = exact.base().figures().get(subject, field);
        assertThat(instant.base().figures().get(subject, field).mean())
                .as("%s %s", subject, field)
                .isCloseTo(
                        simulated.mean(), within(Math.max(atLeast, share * simulated.mean()) + simulated.halfWidth()));
    }
}
