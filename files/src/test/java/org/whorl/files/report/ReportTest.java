package org.whorl.files.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.whorl.draw.Words;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.simulation.Levels;
import org.whorl.engine.simulation.Plan;
import org.whorl.files.OutputFolder;

/** A small model with one of everything, simulated and reported. */
class ReportTest {

    private static Answer answer;
    private static Map<String, String> pages;

    @BeforeAll
    static void run() {
        answer = Reports.played(Reports.small(), 12);
        pages = Reports.of(answer).pages();
    }

    private static String page(Words words) {
        return pages.get(Report.file(words));
    }

    @Test
    void thereIsAPageInEachLanguageAndEachLeadsToTheOther() {
        assertThat(pages.keySet()).containsExactly("report.html", "adroddiad.html");
        for (Words words : Words.values()) {
            Document tree = Reports.tree(page(words));
            assertThat(tree.getDocumentElement().getAttribute("lang")).isEqualTo(words.code());
            Words other = words == Words.EN ? Words.CY : Words.EN;
            Element link = Reports.all(tree, "a").stream()
                    .filter(a -> a.getAttribute("href").equals(Report.file(other)))
                    .findFirst()
                    .orElseThrow();
            assertThat(link.getAttribute("hreflang")).isEqualTo(other.code());
            assertThat(link.getAttribute("lang")).isEqualTo(other.code());
        }
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void asksNothingOfTheNetworkAndRunsNoScript(Words words) {
        String page = page(words);
        assertThat(page).doesNotContain("<script", "src=", "@import", "url(", "javascript:");
        for (Element link : Reports.all(Reports.tree(page), "a")) {
            assertThat(link.getAttribute("href")).matches("#[A-Za-z0-9_-]+|report\\.html|adroddiad\\.html");
        }
        assertThat(Reports.all(Reports.tree(page), "link")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void everyPlaceIsNamedOnceAndEveryLinkLeadsSomewhere(Words words) {
        Document tree = Reports.tree(page(words));
        Set<String> ids = new HashSet<>();
        for (Element element : Reports.all(tree, "*")) {
            String id = element.getAttribute("id");
            assertThat(id.isEmpty() || ids.add(id)).as(id).isTrue();
        }
        for (Element element : Reports.all(tree, "*")) {
            for (String attribute : List.of("aria-labelledby", "aria-describedby")) {
                for (String id : element.getAttribute(attribute).split(" ")) {
                    assertThat(id.isEmpty() || ids.contains(id)).as(id).isTrue();
                }
            }
            if (element.getAttribute("href").startsWith("#")) {
                assertThat(ids).contains(element.getAttribute("href").substring(1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void headingsSkipNoLevelAndRegionsHaveNamesOfTheirOwn(Words words) {
        Document tree = Reports.tree(page(words));
        int level = 0;
        Set<String> regions = new HashSet<>();
        for (Element element : Reports.all(tree, "*")) {
            if (element.getTagName().matches("h[1-6]")) {
                int here = element.getTagName().charAt(1) - '0';
                assertThat(here).as(element.getTextContent()).isLessThanOrEqualTo(level + 1);
                level = here;
            }
            if (element.getAttribute("role").equals("region")) {
                String name = element.hasAttribute("aria-label")
                        ? element.getAttribute("aria-label")
                        : Reports.text(tree, element.getAttribute("aria-labelledby"));
                assertThat(regions.add(name)).as(name).isTrue();
            }
        }
        assertThat(Reports.all(tree, "h1")).hasSize(1);
        assertThat(Reports.all(tree, "main")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void everyFigureOfTheAnswerStandsInThePage(Words words) {
        Edition edition = new Edition(Reports.of(answer), words);
        Set<String> cells = cells(words);
        int checked = 0;
        for (String scenario : edition.scenarios()) {
            var estimates = edition.outcome(scenario).figures().estimates();
            for (Map.Entry<Subject, Map<Field, Estimate>> of : estimates.entrySet()) {
                for (Map.Entry<Field, Estimate> figure : of.getValue().entrySet()) {
                    String said = edition.amounts().full(figure.getKey(), figure.getValue());
                    assertThat(cells)
                            .as("%s %s %s", scenario, of.getKey(), figure.getKey())
                            .contains(said);
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void everyDifferenceOfMeasuresMoneyAndWaitingStandsInThePage(Words words) {
        Edition edition = new Edition(Reports.of(answer), words);
        Set<String> cells = cells(words);
        for (String scenario : edition.changes()) {
            for (String measure : List.of("delayed", "census")) {
                for (Field field : List.of(Field.MEAN, Field.P_CRISIS)) {
                    Estimate e = edition.difference(scenario).get(Subject.measure(measure), field);
                    assertThat(cells).contains(edition.amounts().change(field, e, true));
                }
            }
            for (Field field : List.of(Field.CASH, Field.CASH_WHEN_STEPS_CLOSE, Field.CAPACITY)) {
                Estimate e = edition.difference(scenario).get(Subject.partner("board"), field);
                String said = words.value(Amounts.unitOfChange(field), Amounts.change(field, e));
                assertThat(scenario.equals("same") || cells.contains(said))
                        .as(said)
                        .isTrue();
            }
        }
    }

    private static Set<String> cells(Words words) {
        Set<String> cells = new HashSet<>();
        Reports.all(Reports.tree(page(words)), "td").forEach(cell -> cells.add(cell.getTextContent()));
        return cells;
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void everyNumberOfTheModelIsListedWithWhereItComesFrom(Words words) {
        Model model = answer.model();
        Edition edition = new Edition(Reports.of(answer), words);
        Document tree = Reports.tree(page(words));
        List<String> rows = new ArrayList<>();
        Reports.all(tree, "tr").forEach(row -> rows.add(row.getTextContent()));
        for (Map.Entry<String, Parameter> number : model.parameters().entrySet()) {
            String name = edition.parameterNames().number(number.getKey());
            String quality = edition.say(
                    "quality." + number.getValue().provenance().quality().word());
            assertThat(rows).as(number.getKey()).anyMatch(row -> row.startsWith(name) && row.contains(quality));
        }
        assertThat(rows).anyMatch(row -> row.contains("Counted at the desk, <b>2025</b>2025-03A. Person"));
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void namesWithMarkupInThemAreOnlyText(Words words) {
        Document tree = Reports.tree(page(words));
        assertThat(Reports.all(tree, "script")).isEmpty();
        assertThat(Reports.all(tree, "b")).isEmpty();
        assertThat(Reports.all(tree, "h1").getFirst().getTextContent()).contains("<script>alert(1)</script>");
    }

    @Test
    void namesStandInTheLanguageOfThePage() {
        assertThat(Reports.text(Reports.tree(page(Words.EN)), "change")).contains("“Ten places fewer”");
        assertThat(Reports.text(Reports.tree(page(Words.CY)), "change"))
                .contains("“Deg lle yn llai”")
                .doesNotContain("Ten places fewer");
        assertThat(Reports.text(Reports.tree(page(Words.CY)), "answer")).doesNotContain(" the ", " people");
    }

    @Test
    void saysWhereTheModelMissesWhatWasCounted() {
        String waits = Reports.text(Reports.tree(page(Words.EN)), "waits");
        assertThat(waits)
                .contains("One other count lies outside the days played, so it is not compared.")
                .contains("of 3 counts lie inside the band")
                .containsPattern("The model is too low, by \\d+ people on average, on: [^.]*20 May 2026");
    }

    @Test
    void aChangeThatChangesNothingIsSaidToChangeNothing() {
        String change = Reports.text(Reports.tree(page(Words.EN)), "change");
        assertThat(change).contains("“Nothing at all”: no difference at all.");
        assertThat(Reports.text(Reports.tree(page(Words.EN)), "money"))
                .contains("“Nothing at all”: nobody pays more or less.");
    }

    @Test
    void thePartnersAddUpToTheSystem() {
        assertThat(Reports.text(Reports.tree(page(Words.EN)), "money"))
                .contains("In each column the partners’ sums add up to the sum for all of them together.");
    }

    @Test
    void everyStressHeadingIsThere() {
        String stress = Reports.text(Reports.tree(page(Words.EN)), "stress");
        for (String item : List.of(
                "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5", "3.1", "3.2", "3.3", "3.4", "4.1", "4.2", "4.3",
                "5.1", "5.2", "5.3", "5.4", "6.1")) {
            assertThat(stress).contains(item + " " + new Say(Words.EN).say("stress." + item));
        }
        assertThat(stress)
                .contains("150 days are measured, 1 April 2026 to 28 August 2026")
                .contains("30 days run before the days measured and are thrown away")
                .contains("12 independent runs of each scenario")
                .contains("lognormal, mean 10, standard deviation 8; grows by 1.0% for each day waited")
                .contains("found by hashing from the seed 7");
    }

    @Test
    void theSameAnswerGivesTheSameBytes() {
        assertThat(Reports.of(answer).pages()).isEqualTo(pages);
    }

    @Test
    void isWrittenIntoAFolderWithOthers(@TempDir Path place) throws IOException {
        try (OutputFolder folder = OutputFolder.open(place.resolve("out"))) {
            Reports.of(answer).write(folder);
            folder.publish();
        }
        assertThat(place.resolve("out/report.html")).hasContent(page(Words.EN));
        assertThat(place.resolve("out/adroddiad.html")).hasContent(page(Words.CY));
    }

    @Test
    void oneRunOfABareModelIsEnoughForAPage() {
        Model small = Reports.small();
        Model bare = new Model(
                small.name(),
                small.time(),
                small.money(),
                small.partners(),
                small.exits(),
                small.arrivals(),
                small.services(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Reports.of(Reports.played(bare, 1)).pages().values().forEach(Reports::tree);
        assertThat(bare.findScenario(Scenario.BASE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void whereNumbersWereDrawnTheReportTellsTheSourcesApart(Words words) {
        Model model = Reports.small();
        List<String> scenarios = model.scenarios().stream().map(Scenario::id).toList();
        Answer drawn = Levels.run(model, new Plan(scenarios, 7, new Plan.Stop.Replications(3), 2), 10, Progress.SILENT);
        String page = Reports.of(drawn).pages().get(Report.file(words));
        Say say = new Say(words);

        assertThat(page)
                .contains("id=\"sources\"", say.say("sources.say", "10", "3"), say.say("sources.scenario"))
                .contains(say.say("services.say.drawn"))
                .doesNotContain(say.say("services.say"));
        assertThat(page(words)).contains(say.say("services.say")).doesNotContain("id=\"sources\"");
    }
}
