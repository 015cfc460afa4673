package org.whorl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.files.ModelFolder;
import org.whorl.files.Read;

/** {@code whorl ledger} and {@code whorl optimise} on a council's team and the health board's beds. */
class MoneyCommandsTest {

    private static final String MODEL = """
            whorl: 1
            time: {start: 2026-04-01, days: 200, warm-up: 100}
            partners: {board: {name: Health board, kind: health}, council: {name: Council, kind: council}}
            arrivals: {people: {to: team, rate: {value: 2, low: 1.9, high: 2.1}}}
            services:
              team: {partner: council, capacity: 21, length-of-stay: {exponential: {mean: 10}}, waits-in: acute,
                     cost: {per-place-day: 100}, carers: 2}
              acute: {partner: board, capacity: unlimited, cost: {per-used-day: 346}}
            scenarios: {fewer: {name: {en: Two fewer, cy: Dau yn llai}, change: {services.team.capacity: {add: -2}}}}
            measures: {delayed: {count: waiting, in: acute}}
            agreements:
              contracts: {section: {service: team, from: board, block: 100000}}
              settings: {community: [team], acute: [acute]}
            """;

    private static final String LIMITS = """
              limits:
                aim: {delayed: 1}
                services: {team: {fewer: 2, more: 4, least: 18, staff: 0.5}}
                budgets: {board: 200000, council: 50000}
            """;

    @TempDir
    private Path scratch;

    @BeforeEach
    void model() throws IOException {
        Files.writeString(scratch.resolve("model.yaml"), MODEL + LIMITS);
    }

    private Said by(String command, String... more) {
        String[] all = new String[more.length + 2];
        all[0] = command;
        all[1] = scratch.toString();
        System.arraycopy(more, 0, all, 2, more.length);
        return Said.by(all);
    }

    @Test
    void theLedgerTellsWhoPaysMoreAndHowSure() {
        Said said = by("ledger", "--draws", "30");

        assertThat(said.status()).isZero();
        assertThat(said.out())
                .contains("by formulas", "They are never added", "section: board", "come to £0.00")
                .contains("Two fewer (fewer), compared with that", "chance to pay more, %", "Unpaid carers: -")
                .contains("Share of spending outside hospital", "the least that changes hands: not possible. Together")
                .containsPattern("Health board +[0-9,.]+ \\(");
        assertThat(by("ledger", "--draws", "30")).isEqualTo(said);
    }

    @Test
    void theLedgerAsOneDocumentOfTheSimulation() {
        Said said = by("ledger", "--replications", "20", "--json");

        assertThat(said.status()).isZero();
        assertThat(said.out())
                .startsWith("{\n")
                .endsWith("}\n")
                .contains("\"tier\": \"simulation\"", "\"sum\": 0", "\"outside\":", "\"kind\": \"monte-carlo\"")
                .contains("\"agreement\": \"section\"", "\"p-more-cash\"", "\"equal-share\": {\"possible\": false")
                .contains("\"shift-left\"", "\"not-placed\": []")
                .containsPattern("\"from\": \"board\",?\\s+\"to\": \"council\",?\\s+\"pounds\": 54794.52");
        assertThat(by("ledger", "--replications", "2", "--draws", "4").err()).contains("keep one");
    }

    /** Who waits is told apart by what people carry: nobody is taken first, so each group moves with its share. */
    @Test
    void theLedgerTellsWhoGainsByGroup() throws IOException {
        Files.writeString(
                scratch.resolve("model.yaml"),
                (MODEL + LIMITS).replace("high: 2.1}}}", "high: 2.1}, tags: {fifth: {1: 0.75, 5: 0.25}}}}"));
        Said said = by("ledger", "--draws", "30");
        assertThat(said.out())
                .contains("delayed, by fifth")
                .containsPattern("\n +1 +[0-9.]+ \\([0-9. to]+\\) +[0-9.]+");
        Said json = by("ledger", "--draws", "30", "--json");
        assertThat(json.out())
                .containsPattern("\"by-tag\": \\{\\s*\"fifth\": \\{\\s*\"measure\": \"delayed\",\\s*\"count\"")
                .containsPattern("\"measure\": \"delayed\",\\s*\"change\": \\{\\s*\"1\": \\{\\s*\"mean\"");
        assertThat(by("ledger", "--measure", "dilayed").err()).contains("no measure called dilayed");
    }

    @Test
    void plansAreFoundPlayedAndWrittenAsScenarios() throws IOException {
        Path folder = scratch.resolve("with-plans");
        Said said = by("optimise", "--draws", "30", "--replications", "20", "--out", folder.toString());

        assertThat(said.status()).isZero();
        assertThat(said.out())
                .contains("what £100,000 more or less would do", "fewer people for the money")
                .contains("The most that money buys", "What could be done less, if 1 more on", "together pay least")
                .contains("plan-1: team +", "simulated at the numbers' own values, 20 times")
                .contains("services.team.capacity: {add: ");
        assertThat(ModelFolder.read(folder))
                .isInstanceOfSatisfying(
                        Read.Good.class,
                        good -> assertThat(good.model().findScenario("plan-1")).isPresent());
        Said json = by("optimise", "--draws", "30", "--replications", "0", "--json");
        assertThat(json.out())
                .contains("\"frontier\": [", "\"let-go\": {", "\"cost-curves\": [", "\"by-tag\": {}")
                .contains("\"marginal\": {", "\"five-questions\": {", "\"plans\": [", "\"shadow-prices\": [")
                .containsPattern("\"services.team.capacity\": \\{\\s*\"add\": ")
                .doesNotContain("\"simulated\"");
    }

    @Test
    void withoutLimitsThereIsTheListOfServicesAlone() throws IOException {
        Files.writeString(scratch.resolve("model.yaml"), MODEL);
        Said said = by("optimise", "--draws", "20");
        assertThat(said.status()).isZero();
        assertThat(said.err()).contains("the model does not say what may change");
        assertThat(said.out()).contains("team").doesNotContain("plan-1");
        assertThat(by("optimise", "--measure", "delay").err()).contains("no measure called delay; it has delayed");
        assertThat(by("optimise", "--pounds", "0").status()).isEqualTo(Whorl.WRONG);
    }

    @Test
    void whereNothingWithinTheLimitsIsBetterTheAnswerIsNo() throws IOException {
        Files.writeString(
                scratch.resolve("model.yaml"),
                MODEL + LIMITS.replace("fewer: 2, more: 4", "more: 4").replaceAll("budgets:.*", "staff: {council: 0}"));
        Said said = by("optimise", "--draws", "20");
        assertThat(said.status()).isEqualTo(Whorl.NO);
        assertThat(said.out()).contains("Nothing within these limits is better than things as they are.");
    }
}
