package org.whorl.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.whorl.engine.allocation.Places;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Line;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.load.PreparedDraws;
import org.whorl.engine.model.Agreements;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Contract;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Limits;
import org.whorl.engine.model.Limits.Choice;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Money;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Service;

/** Two towns between which nobody moves, asked one by one and together. */
class PartsTest {

    private static Service team(String town, double stay) {
        Service team = OptimiserTest.service(
                "team-" + town,
                "council",
                Capacity.places(21),
                stay,
                new Cost(Parameter.of(100), null, null, null, null, null),
                false);
        return new Service(
                team.id(),
                team.name(),
                team.partner(),
                team.capacity(),
                team.lengthOfStay(),
                null,
                team.starts(),
                team.queue(),
                "ward-" + town,
                team.whileWaiting(),
                null,
                List.of(),
                new LinkedHashMap<>(),
                team.cost(),
                new LinkedHashMap<>(),
                null);
    }

    private static Service ward(String town) {
        Cost bed = new Cost(null, Parameter.of(346), null, null, null, null);
        return OptimiserTest.service("ward-" + town, "board", new Capacity.Unlimited(), 1, bed, false);
    }

    private static Model towns(Agreements agreements) {
        return new Model(
                Name.of("two towns"),
                new Horizon(LocalDate.of(2026, 4, 6), 200, 100),
                new Money("2025/26", Parameter.of(0)),
                List.of(
                        new Partner("board", Name.of("board"), "health"),
                        new Partner("council", Name.of("council"), "council")),
                List.of("home"),
                List.of(OptimiserTest.arrival("team-east", 2), OptimiserTest.arrival("team-west", 2.4)),
                List.of(team("east", 10), ward("east"), team("west", 8), ward("west")),
                List.of(),
                List.of(),
                List.of(new Measure(
                        "delayed",
                        Name.of("delayed"),
                        Measure.Count.WAITING,
                        List.of("ward-east", "ward-west"),
                        List.of(),
                        new LinkedHashMap<>(),
                        0,
                        null,
                        null)),
                List.of(),
                agreements);
    }

    private static Limits limits() {
        return new Limits(
                new LinkedHashMap<>(Map.of("delayed", 1.0)),
                List.of(new Choice("team-east", 2, 2, 0, 0), new Choice("team-west", 2, 2, 0, 0)),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                0.05,
                true);
    }

    @Test
    void whatTheTownsComeToAddsUpToTheWhole() {
        Model model = towns(new Agreements(List.of(), List.of(), List.of(), List.of(), limits()));
        assertThat(Parts.of(model))
                .extracting(part -> part.services().stream().map(Service::id).toList())
                .containsExactly(List.of("team-east", "ward-east"), List.of("team-west", "ward-west"));
        assertThat(Parts.of(model).getFirst().measures().getFirst().in()).containsExactly("ward-east");

        Responses byParts = new Responses(model, 40, 3, Progress.SILENT);
        PreparedDraws whole = new PreparedDraws(model, 40, 3, Progress.SILENT);
        List<Line> lines = new ArrayList<>(List.of(new Line(Subject.measure("delayed"), Field.MEAN)));
        model.partners().forEach(p -> lines.add(new Line(Subject.partner(p.id()), Field.CASH)));
        for (double east : new double[] {-1, 0, 2}) {
            Scenario change = new Scenario(
                    "both", Name.of("both"), List.of(Places.change("team-east", east), Places.change("team-west", 1)));
            Responses.Response found = byParts.ask(change);
            double[][] differences = whole.drawn(change, lines).differences();
            for (int d = 0; d < 40; d++) {
                assertThat(found.gain()[d]).isCloseTo(-differences[0][d], within(1e-9));
            }
            for (int p = 0; p < 2; p++) {
                double cash =
                        java.util.Arrays.stream(differences[1 + p]).average().orElseThrow();
                assertThat(found.net()[p]).isCloseTo(cash, within(1e-5));
            }
        }
    }

    @Test
    void anAgreementMayTieThemTogether() {
        Contract contract =
                new Contract("all", Name.of("all"), "team-east", "board", new Contract.Terms.Block(Parameter.of(1000)));
        Model model = towns(new Agreements(List.of(contract), List.of(), List.of(), List.of(), limits()));
        assertThat(Parts.of(model)).containsExactly(model);
    }
}
