package org.whorl.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** From the card of an experiment to what its figures say, what they make of a number, a decision, and the next preview. */
class BeliefWalk {

    private static final String MODEL = """
            whorl: 1
            name: {en: Learning ward, cy: Ward sy'n dysgu}
            time: {start: 2026-04-01, days: 365, warm-up: 0}
            money: {price-year: 2024/25}
            partners: {health: {name: {en: Health board, cy: Bwrdd iechyd}, kind: health}}
            arrivals:
              ready:
                to: ward
                rate: {value: 4, sd: 1, source: told by the ward, date: 2026-03, quality: agreed}
            services:
              ward:
                name: {en: Ward, cy: Ward}
                partner: health
                capacity: 30
                length-of-stay: {exponential: {mean: 8}}
                cost: {per-place-day: 300}
            measures: {waiting: {name: {en: Waiting for a bed, cy: Aros am wely}, count: waiting}}
            """;

    private static final int[] WOBBLE = {0, 3, -2, 1, -1, 2, -3, 0};

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY"})
    void whatWasTriedTeachesTheModelByADecision(Device device, Language language, @TempDir Path folder)
            throws IOException {
        Path model = Files.writeString(folder.resolve("model.yaml"), MODEL);
        try (Visitor keeper = Keeper.at(device, language)) {
            String here = "/p/" + Keeper.open(keeper, "Learns " + device.key());
            keeper.go(here).follow("empty.button").start("How does nobody wait?", "All");
            keeper.go(here + "/picture/new").page().setInputFiles("#files", model);
            keeper.press("models.bring").sees("models.brought");
            String picture = keeper.page().url().replaceFirst("[?#].*", "");
            String before = keeper.page().locator("main").innerText();

            String experiment = tried(keeper, here);
            keeper.go(experiment + "/result").sees("result.ask.what").look("result-to-ask");
            keeper.press("result.ask").sees("result.asked").look("result");
            assertThat(keeper.page().locator("#verdict")).containsText(keeper.say("verdict.better"));
            keeper.follow("belief.begin").look("belief-new");
            keeper.press("belief.work-out").sees("belief.path.blank").look("belief-refused");
            keeper.page().selectOption("#path", "arrivals.ready.rate");
            keeper.choose("belief.about.level");
            keeper.press("belief.work-out").look("belief");
            String belief = keeper.page().url().replaceFirst("[?#].*", "");
            assertThat(keeper.page().locator("#learn")).hasCount(0);

            keeper.press("belief.decision.begin").look("belief-decision");
            decide(keeper, keeper.page().url().replaceFirst("[?#].*", ""));
            keeper.go(belief).press("belief.learn").look("belief-learnt");
            keeper.follow("belief.preview").look("belief-preview");
            if (keeper.page().locator("main").innerText().equals(before)) {
                throw new AssertionError("the picture says the same as before it learnt");
            }
            keeper.go(picture + "/number?path=arrivals.ready.rate")
                    .sees("numbers.taught")
                    .look("number-taught");
            // From the number all the way back to what was tried.
            keeper.follow("thread.link").sees("thread.led").look("thread-of-number");
            assertThat(keeper.page().locator("#led")).containsText("Ring home by noon");
            keeper.page().locator("#led a").first().click();
            keeper.look("thread-of-belief");
            keeper.go(here + "/experiments/predictions").look("predictions");
            keeper.go(here + "/learning").look("learning-learnt");
        }
    }

    /** A measure with six places, three of which tried something eight weeks ago, and the card of what they tried. */
    private static String tried(Visitor keeper, String here) {
        keeper.go(here + "/measures/new").write("measure.name", "Ready to leave");
        keeper.write("measure.meaning", "Counted at noon").write("measure.unit", "people a day");
        keeper.write("measure.outcome", "They are home the same day").write("measure.source", "The ward's own list");
        keeper.choose("measure.better.decrease");
        keeper.choose("measure.serves.people");
        keeper.choose("measure.mode.improvement");
        keeper.choose("measure.kind.u");
        keeper.write("measure.per", "days");
        keeper.press("measure.keep").sees("measure.is-begun").follow("measure.bring");
        keeper.write("measure.figures.paste", sheet());
        keeper.press("measure.bring.do").sees("measure.written");

        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        keeper.go(here + "/experiments/new").write("experiment.title", "Ring home by noon");
        keeper.write("experiment.if-we", "the ward clerk rings home by noon");
        keeper.write("experiment.and-if", "somebody is there to answer");
        keeper.write("experiment.then-so", "fewer people wait for a lift home");
        keeper.page().check("#cycle-3");
        keeper.press("experiment.keep").sees("experiment.begun");
        String page = keeper.page().url().replaceFirst("[?#].*", "");
        keeper.go(page + "/edit/prediction");
        keeper.page().selectOption("#measure", new SelectOption().setIndex(1));
        keeper.page().fill("#predicted", "3.2");
        keeper.page().fill("#unit", "people a day");
        keeper.page().fill("#predicted-low", "2.8");
        keeper.page().fill("#predicted-high", "3.6");
        keeper.page().fill("#predicted-for", today.toString());
        keeper.press("save").sees("experiment.kept");
        keeper.go(page + "/edit/design");
        keeper.page().check("#places-2");
        keeper.page().check("#others");
        keeper.page().check("#steps-2");
        keeper.page().check("#points");
        keeper.page().fill("#weeks", "8");
        keeper.page().fill("#usual", "4");
        keeper.page().fill("#hoped", "25");
        for (int place = 1; place <= 6; place++) {
            if (place > 2) {
                keeper.page()
                        .locator("summary")
                        .filter(new Locator.FilterOptions().setHasText(keeper.say("experiment.site.another", place)))
                        .click();
            }
            keeper.page().fill("#site-" + place, "Place " + place);
            if (place <= 3) {
                keeper.page()
                        .fill("#site-" + place + "-on", monday().minusWeeks(8).toString());
            } else {
                keeper.page().check("#site-" + place + "-compare");
            }
        }
        keeper.page().fill("#data-plan", "The clerk counts every Friday");
        keeper.press("save").sees("experiment.design.because.difference");
        keeper.go(page + "/edit/lens");
        keeper.page().fill("#people-prompt", "What was different when you came home?");
        keeper.page().fill("#behaviour", "The ward clerk rings home by noon");
        keeper.page().check("#hinders-2");
        keeper.page().fill("#nudge", "A reminder at eleven");
        keeper.press("save").sees("experiment.kept");
        keeper.go(page + "/edit/stop");
        keeper.page().fill("#stop-what", "people delayed for more than a day");
        keeper.page().check("#stop-way");
        keeper.page().fill("#stop-figure", "60");
        keeper.page().selectOption("#stopper", new SelectOption().setIndex(1));
        keeper.press("save").sees("experiment.kept");
        keeper.go(page + "/edit/who");
        keeper.page().selectOption("#owner", new SelectOption().setIndex(1));
        keeper.page().fill("#respond-by", today.plusWeeks(2).toString());
        keeper.press("save").sees("experiment.kept");
        keeper.go(page + "/edit/pause");
        keeper.page().fill("#heard", "Two carers and the night team");
        keeper.page().fill("#alternatives", "Do nothing until spring");
        keeper.page().fill("#anyway", "It began in September; we write it down now");
        keeper.press("save").sees("experiment.kept");
        keeper.press("experiment.start").sees("experiment.started").look("experiment-with-figures");
        return page;
    }

    private static void decide(Visitor keeper, String page) {
        keeper.go(page + "/edit/what").write("decision.rejected", "Wait another year: nobody learns from it");
        keeper.page().check("#rule");
        keeper.page().check("#level-3");
        keeper.press("save").sees("decision.kept");
        keeper.go(page + "/edit/risk").write("decision.risk-acting", "It may be chance");
        keeper.write("decision.risk-not-acting", "The model goes on saying four");
        keeper.write("decision.safety-net", "Put the old number back");
        keeper.page().check("#reversible");
        keeper.press("save").sees("decision.kept");
        keeper.go(page + "/edit/ways");
        for (String way : List.of("long-term", "prevention", "integration", "collaboration", "involvement")) {
            keeper.page().fill("#" + way, "One sentence");
            keeper.page().fill("#" + way + "-evidence", "What it rests on");
        }
        keeper.page().fill("#horizon", "15");
        keeper.press("save").sees("decision.kept");
        keeper.go(page + "/edit/impact").press("save");
        keeper.go(page + "/edit/care");
        keeper.page().selectOption("#owner", new SelectOption().setIndex(1));
        LocalDate review = LocalDate.now(ZoneId.of("Europe/London")).plusDays(90);
        keeper.page().fill("#review-on", review.toString());
        keeper.press("save").sees("decision.kept").press("decision.make").sees("decision.made");
    }

    private static String sheet() {
        StringBuilder rows = new StringBuilder();
        for (int place = 0; place < 6; place++) {
            for (int week = 0; week < 16; week++) {
                boolean since = week >= 8 && place < 3;
                rows.append(monday().plusWeeks(week - 16))
                        .append('\t')
                        .append((since ? 21 : 28) + WOBBLE[(week + 3 * place) % WOBBLE.length])
                        .append("\t7\tPlace ")
                        .append(place + 1)
                        .append('\n');
            }
        }
        return rows.toString();
    }

    private static LocalDate monday() {
        return LocalDate.now(ZoneId.of("Europe/London")).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
