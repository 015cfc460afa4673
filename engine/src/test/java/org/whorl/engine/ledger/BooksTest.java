package org.whorl.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.load.Preview;
import org.whorl.engine.model.Contract;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Grant;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Pool;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;

/** The books balance to the penny, whatever is agreed. */
class BooksTest {

    private static Model model(double unit, double block, double put, double grant, double share, int places) {
        SequencedMap<String, Parameter> shares = new LinkedHashMap<>();
        shares.put("board", Parameter.of(share));
        shares.put("council", Parameter.of(1 - share));
        SequencedMap<String, Parameter> puts = new LinkedHashMap<>();
        puts.put("council", Parameter.of(put));
        Cases cases = Cases.model().days(0, 60).arrive("ward", 1.7).arrive("care", 0.9);
        cases.service("ward")
                .places(places)
                .exponential(7)
                .cost(new Cost(Parameter.of(unit), Parameter.of(unit / 3), null, null, null, null))
                .to("care", 0.5)
                .to("home", 0.5);
        cases.service("care")
                .partner("council")
                .places(20)
                .exponential(12)
                .carers(1.5)
                .cost(new Cost(
                        Parameter.of(unit / 7),
                        null,
                        Parameter.of(unit),
                        null,
                        Parameter.of(block),
                        new Cost.Step(Parameter.of(5), Parameter.of(block / 11), Parameter.of(1))));
        return cases.agreed(
                        List.of(
                                new Contract(
                                        "block",
                                        Name.of("block"),
                                        "care",
                                        "board",
                                        new Contract.Terms.Block(Parameter.of(block))),
                                new Contract(
                                        "starts",
                                        Name.of("starts"),
                                        "ward",
                                        "council",
                                        new Contract.Terms.Activity(Parameter.of(unit / 13), Contract.Unit.START))),
                        List.of(new Pool("pool", Name.of("pool"), List.of("care"), shares, puts)),
                        List.of(new Grant("fund", Name.of("fund"), List.of("ward", "care"), Parameter.of(grant))))
                .scenario("more", Cases.add("services.care.capacity", 3, null, null))
                .build();
    }

    @Property(seed = "20261122", tries = 60)
    void allAccountsTogetherComeToNothing(
            @ForAll @DoubleRange(min = 1, max = 500) double unit,
            @ForAll @DoubleRange(min = 0, max = 1e6) double block,
            @ForAll @DoubleRange(min = 0, max = 1e6) double put,
            @ForAll @DoubleRange(min = 0, max = 1e6) double grant,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @IntRange(min = 5, max = 20) int places) {
        Model model = model(unit, block, put, grant, share, places);
        for (Answer answer : List.of(
                Preview.of(model, List.of("more")),
                Simulation.run(
                        model, new Plan(List.of("more"), 7, new Plan.Stop.Replications(3), 1), Progress.SILENT))) {
            for (var outcome : answer.scenarios().values()) {
                Books books = Books.of(
                        model,
                        outcome.figures(),
                        Field.CASH,
                        List.of(
                                new Payment("board", "council", 12.34, "thanks"),
                                new Payment("council", "", 5, "skip")));
                assertThat(Pence.sum(books.balances().values())).isEqualTo(Pence.ZERO);
                assertThat(books.balance(Books.POOL + "pool")).isEqualTo(Pence.ZERO);
                // What partners read is what the books say, but for a halfpenny a line.
                for (Partner partner : model.partners()) {
                    double cash = outcome.figures()
                            .get(Subject.partner(partner.id()), Field.CASH)
                            .mean();
                    double paid = partner.id().equals("board") ? 12.34 : 5 - 12.34;
                    assertThat(-books.balance(partner.id()).pounds())
                            .isCloseTo(
                                    cash + paid, within(0.005 * books.entries().size() + 1e-6 * Math.abs(cash)));
                }
            }
        }
    }

    @Example
    void aStatementTellsWhoLosesAndWhatWouldEvenItOut() {
        Model model = model(100, 50_000, 20_000, 10_000, 0.3, 12);
        Answer answer =
                Simulation.run(model, new Plan(List.of("more"), 7, new Plan.Stop.Replications(40), 1), Progress.SILENT);
        Statement statement = Statement.of(answer, "more", List.of());
        double sum = statement.rows().stream()
                .filter(row -> !row.partner().isEmpty())
                .mapToDouble(row -> row.cash().mean())
                .sum();
        assertThat(statement.row("").cash().mean()).isCloseTo(sum, within(1e-6));
        assertThat(statement.row("council").worse()).isPresent();
        // Three places more for 60 days cost money and save none here, so together the partners lose and nobody pays.
        assertThat(sum).isPositive();
        assertThat(statement.smallest()).isInstanceOf(Compensation.Impossible.class);
        assertThat(statement.carers()).containsOnlyKeys("care");
        assertThat(statement.carers().get("care").mean()).isPositive();
    }
}
