package org.whorl.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.model.Duration.Family;

/** What only code can get wrong; what a file can is in the models under {@code files/src/test/resources}. */
class CheckTest {
    private static final Duration STAY = Duration.of(Family.EXPONENTIAL, 10);
    private static final Service TEAM = Service.of("team", "council", Capacity.places(46), STAY);

    private static Model model(Service... services) {
        return model(List.of(Arrival.of("people", "team", 4)), List.of(), services);
    }

    private static Model model(List<Arrival> arrivals, List<Scenario> scenarios, Service... services) {
        return new Model(
                Name.of("test"),
                new Horizon(LocalDate.of(2026, 4, 1), 365, 0),
                new Money("2026/27", Parameter.of(0)),
                List.of(new Partner("council", Name.of("Council"), "")),
                List.of("home"),
                arrivals,
                List.of(services),
                List.of(),
                scenarios,
                List.of(),
                List.of());
    }

    private static List<String> said(Model model) {
        return Check.of(model).stream().map(Problem::toString).toList();
    }

    @Test
    void aPlainModelHoldsTogether() {
        assertThat(Check.of(model(TEAM))).isEmpty();
        assertThat(Check.warnings(model(TEAM))).isEmpty();
    }

    @Test
    void everyNumberMustBeFiniteAndNotBelowZero() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1}) {
            Model model = model(TEAM);
            for (String path : model.parameters().keySet()) {
                Model spoilt = model.map(
                        (where, _, p) -> where.equals(path) ? new Parameter(bad, p.spread(), p.provenance(), null) : p);

                assertThat(Check.of(spoilt))
                        .as("%s = %s", path, bad)
                        .anyMatch(p -> p.path().equals(path));
            }
        }
    }

    @Test
    void daysAreNeverSteadierThanChance() {
        Arrival plain = Arrival.of("people", "team", 4);
        Arrival steady = new Arrival(
                plain.id(),
                plain.name(),
                plain.to(),
                plain.rate(),
                plain.weekday(),
                plain.month(),
                Parameter.of(0.8),
                plain.tags());

        assertThat(said(model(List.of(steady), List.of(), TEAM)))
                .containsExactly("arrivals.people.dispersion: 0.8 is below 1, steadier than chance; "
                        + "write 1, or more where days vary more than chance makes them");
    }

    @Test
    void twoThingsCannotHaveOneName() {
        assertThat(said(model(TEAM, TEAM)))
                .containsExactly("services.team: there are two called team; give each its own name");
    }

    @Test
    void namesMustBeFitForPaths() {
        Service odd = Service.of("a.b", "council", Capacity.places(1), STAY);

        assertThat(said(model(TEAM, odd)))
                .containsExactly("services.a.b: \"a.b\" cannot be a name in paths; use letters, digits, - and _ only");
    }

    @Test
    void aLoopWithAWayOutIsNoTrap() {
        Service there = routed("team", "other", 0.9, "home", 0.1);
        Service back = routed("other", "team", 1, "home", 0);

        assertThat(said(model(there, back))).isEmpty();
        assertThat(said(model(routed("team", "other", 1, "home", 0), back)))
                .containsExactly("services.team.routes: nobody who comes here can ever leave: team, other, team; "
                        + "give one of them a route to an exit such as home");
    }

    private static Service routed(String id, String one, double share, String two, double rest) {
        Service plain = Service.of(id, "council", Capacity.places(46), STAY);
        return new Service(
                id,
                plain.name(),
                plain.partner(),
                plain.capacity(),
                STAY,
                null,
                plain.starts(),
                plain.queue(),
                null,
                plain.whileWaiting(),
                null,
                List.of(new Route(one, Parameter.of(share)), new Route(two, Parameter.of(rest))),
                new LinkedHashMap<>(),
                Cost.NONE,
                plain.funding(),
                null);
    }

    @Test
    void aMillionPlacesAreFineAndNoneAreTold() {
        Model million = model(Service.of("team", "council", Capacity.places(1_000_000), STAY));
        Model none = model(Service.of("team", "council", Capacity.places(0), STAY));

        assertThat(Check.of(million)).isEmpty();
        assertThat(Check.warnings(million)).isEmpty();
        assertThat(Check.of(none)).isEmpty();
        assertThat(Check.warnings(none))
                .extracting(Problem::wrong)
                .containsExactly("there is never a place, so that everyone who needs team waits for ever");
    }

    @Test
    void aScenarioThatComesTooLateIsTold() {
        Scenario late = new Scenario(
                "late",
                Name.of("late"),
                List.of(new Scenario.Change(
                        "services.team.capacity",
                        Scenario.Operation.ADD,
                        Parameter.of(5),
                        List.of(),
                        LocalDate.of(2027, 4, 1),
                        null)));
        Model model = model(List.of(Arrival.of("people", "team", 4)), List.of(late), TEAM);

        assertThat(Check.of(model)).isEmpty();
        assertThat(Check.warnings(model))
                .extracting(Problem::toString)
                .containsExactly("scenarios.late.change[0]: it begins on 2027-04-01, after the last day; "
                        + "the scenario will look as if it changed nothing");
    }

    @Test
    void fewerPlacesThanAgreedAreToldAndMayBeTried() {
        Cases cases = Cases.model().arrive("d2a", 4);
        cases.service("d2a").places(46).exponential(10);
        Limits agreed = new Limits(
                new LinkedHashMap<>(),
                List.of(new Limits.Choice("d2a", 4, 10, 50, 0)),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                Limits.USUAL_OVERLOAD,
                true);
        Model model = cases.limits(agreed).build();

        assertThat(Check.of(model)).isEmpty();
        assertThat(Check.warnings(model))
                .extracting(Problem::path, Problem::wrong)
                .containsExactly(tuple("agreements.limits.services.d2a.least", "there are 46 today, fewer than 50"));
    }

    @Test
    void problemsComeInTheOrderOfTheModelAndAlwaysTheSame() {
        Model model = model(
                List.of(Arrival.of("b", "nowhere", -1), Arrival.of("a", "team", 1)),
                List.of(new Scenario("base", Name.of("base"), List.of())),
                Service.of("team", "nobody", Capacity.places(-1), STAY));

        assertThat(Check.of(model))
                .extracting(Problem::path)
                .containsExactly(
                        "arrivals.b.rate",
                        "arrivals.b.to",
                        "services.team.capacity",
                        "services.team.partner",
                        "scenarios.base");
        assertThat(Check.of(model)).isEqualTo(Check.of(model));
    }
}
