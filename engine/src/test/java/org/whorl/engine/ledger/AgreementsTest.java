package org.whorl.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.load.Preview;
import org.whorl.engine.model.Contract;
import org.whorl.engine.model.Contract.Terms;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Grant;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Pool;
import org.whorl.engine.model.Timeline;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;

/** Contracts, pools and grants, worked by hand: a ward of the board's whose year costs 730,000 + 12 a day used. */
class AgreementsTest {

    private static final Contract BLOCK =
            new Contract("block", Name.of("block"), "ward", "council", new Terms.Block(Parameter.of(200_000)));

    private static Contract activity(Contract.Unit unit, double price) {
        return new Contract(
                "activity", Name.of("activity"), "ward", "council", new Terms.Activity(Parameter.of(price), unit));
    }

    private static Pool pool(double board, double council, SequencedMap<String, Parameter> puts) {
        SequencedMap<String, Parameter> shares = new LinkedHashMap<>();
        shares.put("board", Parameter.of(board));
        shares.put("council", Parameter.of(council));
        return new Pool("pool", Name.of("pool"), List.of("ward"), shares, puts);
    }

    private static Cases ward() {
        Cases cases = Cases.model().arrive("ward", 1);
        cases.service("ward")
                .places(20)
                .exponential(10)
                .cost(new Cost(Parameter.of(100), Parameter.of(12), null, null, null, null));
        return cases;
    }

    /** Cash of the board and the council when so many days are used and so many start. */
    private static double[] cash(Model model, double usedDays, double starts) {
        double[][] pounds = new Ledger(Timeline.of(model))
                .settle(new Ledger.Use(
                        new double[][] {{usedDays}},
                        new double[1][1],
                        new double[][] {{starts}},
                        new double[1][13],
                        30));
        return new double[] {pounds[0][0], pounds[1][0]};
    }

    @ParameterizedTest
    @CsvSource({"6000, 400", "3000, 200", "0, 0"})
    void aBlockIsPaidWhateverIsDone(double usedDays, double starts) {
        double[] cash = cash(ward().agreed(List.of(BLOCK), List.of(), List.of()).build(), usedDays, starts);
        assertThat(cash[1]).isCloseTo(200_000, within(1e-6));
        assertThat(cash[0]).isCloseTo(730_000 + 12 * usedDays - 200_000, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "6000, 400, START,    500, 200000", "3000, 200, START,    500, 100000",
        "6000, 400, USED_DAY,  25, 150000", "3000, 200, USED_DAY,  25,  75000"
    })
    void activityIsPaidByThePiece(double usedDays, double starts, Contract.Unit unit, double price, double paid) {
        double[] cash = cash(
                ward().agreed(List.of(activity(unit, price)), List.of(), List.of())
                        .build(),
                usedDays,
                starts);
        assertThat(cash[1]).isCloseTo(paid, within(1e-6));
        assertThat(cash[0] + cash[1]).isCloseTo(730_000 + 12 * usedDays, within(1e-6));
    }

    @Test
    void aPoolIsSharedByAgreementWhoeverOwnsTheService() {
        // 802,000 in all: 60 per cent is 481,200.
        double[] cash = cash(
                ward().agreed(List.of(), List.of(pool(0.6, 0.4, new LinkedHashMap<>())), List.of())
                        .build(),
                6000,
                0);
        assertThat(cash[0]).isCloseTo(481_200, within(1e-6));
        assertThat(cash[1]).isCloseTo(320_800, within(1e-6));
    }

    @Test
    void whatAPoolCostsBeyondWhatWasPutInIsShared() {
        // 700,000 put in; 802,000 spent: 102,000 too much, half each, beside 600,000 and 100,000.
        SequencedMap<String, Parameter> puts = new LinkedHashMap<>();
        puts.put("board", Parameter.of(600_000));
        puts.put("council", Parameter.of(100_000));
        double[] cash = cash(
                ward().agreed(List.of(), List.of(pool(0.5, 0.5, puts)), List.of())
                        .build(),
                6000,
                0);
        assertThat(cash[0]).isCloseTo(651_000, within(1e-6));
        assertThat(cash[1]).isCloseTo(151_000, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"100000, 100000", "802000, 802000", "900000, 802000"})
    void aGrantPaysFirstAndNoMoreThanIsSpent(double most, double paid) {
        Grant grant = new Grant("fund", Name.of("fund"), List.of("ward"), Parameter.of(most));
        double[] cash = cash(
                ward().agreed(List.of(), List.of(pool(0.6, 0.4, new LinkedHashMap<>())), List.of(grant))
                        .build(),
                6000,
                0);
        assertThat(cash[0]).isCloseTo(0.6 * (802_000 - paid), within(1e-6));
        assertThat(cash[1]).isCloseTo(0.4 * (802_000 - paid), within(1e-6));
    }

    @Test
    void twoGrantsForOneServiceDoNotPayItTwice() {
        Grant first = new Grant("first", Name.of("first"), List.of("ward"), Parameter.of(800_000));
        Grant second = new Grant("second", Name.of("second"), List.of("ward"), Parameter.of(800_000));
        double[] cash =
                cash(ward().agreed(List.of(), List.of(), List.of(first, second)).build(), 6000, 0);
        assertThat(cash[0]).isCloseTo(0, within(1e-6));
    }

    @Test
    void capacityIsNotPaidOver() {
        double[][] pounds = new Ledger(Timeline.of(
                        ward().agreed(List.of(BLOCK), List.of(), List.of()).build()))
                .settle(new Ledger.Use(
                        new double[][] {{6000}}, new double[1][1], new double[1][1], new double[1][13], 30));
        assertThat(pounds[0][2]).isCloseTo(6000 * 112, within(1e-6));
        assertThat(pounds[1][2]).isZero();
    }

    /** A change of the ward under a block and under a price: who gains from doing less is turned round. */
    @Test
    void bothTiersPutBothSidesOfAContractInTheirAnswers() {
        for (Contract contract : List.of(BLOCK, activity(Contract.Unit.START, 500))) {
            Model model = ward().agreed(List.of(contract), List.of(), List.of())
                    .scenario("fewer", Cases.times("arrivals.to-ward.rate", 0.5))
                    .build();
            for (Answer answer : List.of(
                    Preview.of(model, List.of("fewer")),
                    Simulation.run(
                            model,
                            new Plan(List.of("fewer"), 1, new Plan.Stop.Replications(40), 1),
                            Progress.SILENT))) {
                double less = answer.differences()
                        .get("fewer")
                        .get(Subject.partner("council"), Field.CASH)
                        .mean();
                assertThat(less).isCloseTo(contract.equals(BLOCK) ? 0 : -0.5 * 365 * 500, within(4_000.0));
                double payer = answer.base()
                        .figures()
                        .get(Subject.agreement(contract.id(), "council"), Field.CASH)
                        .mean();
                double paid = answer.base()
                        .figures()
                        .get(Subject.agreement(contract.id(), "board"), Field.CASH)
                        .mean();
                assertThat(payer).isPositive().isCloseTo(-paid, within(1e-6));
            }
        }
    }
}
