package org.whorl.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** An idea is written down, held up by what is missing, begun, noted on, and ended with what was learnt. */
class ExperimentWalk {

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY"})
    void somethingSmallIsTriedAndTeaches(Device device, Language language) {
        String name = "Experiment " + device.key() + " " + language.code();
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        try (Visitor keeper = Keeper.at(device, language)) {
            String here = "/p/" + Keeper.open(keeper, name);
            keeper.go(here + "/experiments").sees("experiments.none").look("experiments-none");
            keeper.go(here + "/experiments/new")
                    .press("experiment.keep")
                    .sees("experiment.missing.title")
                    .look("experiment-refused");
            keeper.write("experiment.title", "Ring home by noon")
                    .write("experiment.if-we", "the ward clerk rings home by noon")
                    .write("experiment.and-if", "somebody is there to answer")
                    .write("experiment.then-so", "fewer people wait for a lift home");
            keeper.page().check("#cycle-3");
            keeper.press("experiment.keep").sees("experiment.begun").look("experiment-draft");
            String page = keeper.page().url().replaceAll("[?#].*", "");
            keeper.press("experiment.start").sees("experiment.held").look("experiment-held");

            keeper.go(page + "/edit/prediction");
            keeper.page().fill("#predicted", "12");
            keeper.page().fill("#unit", "people waiting, each week");
            keeper.page().fill("#predicted-low", "8");
            keeper.page().fill("#predicted-high", "16");
            keeper.page().fill("#predicted-for", today.plusWeeks(12).toString());
            keeper.look("experiment-prediction");
            keeper.press("save").sees("experiment.kept");

            keeper.go(page + "/edit/design");
            keeper.page().check("#places-2");
            keeper.page().check("#others");
            keeper.page().check("#steps-2");
            keeper.page().check("#points");
            keeper.page().fill("#weeks", "12");
            keeper.page().fill("#usual", "20");
            keeper.page().fill("#hoped", "20");
            keeper.page().fill("#site-1", "Rhondda");
            keeper.page().fill("#site-1-on", today.toString());
            keeper.page().fill("#site-2", "Merthyr Tudful");
            keeper.page().check("#site-2-compare");
            keeper.page().fill("#data-plan", "The clerk counts every Friday");
            keeper.look("experiment-design");
            keeper.press("save").sees("experiment.design.because.difference").look("experiment-chance");

            keeper.go(page + "/edit/lens");
            keeper.page().fill("#people-prompt", "What was different when you came home?");
            keeper.page().fill("#community-prompt", "What did you notice?");
            keeper.page().fill("#behaviour", "The ward clerk rings home by noon");
            keeper.page().check("#hinders-2");
            keeper.page().fill("#nudge", "A reminder at eleven");
            keeper.look("experiment-lens");
            keeper.press("save").sees("experiment.kept");

            keeper.go(page + "/edit/stop");
            keeper.page().fill("#stop-what", "people delayed for more than a day");
            keeper.page().check("#stop-way");
            keeper.page().fill("#stop-figure", "60");
            keeper.page().selectOption("#stopper", new SelectOption().setIndex(1));
            keeper.look("experiment-stop");
            keeper.press("save").sees("experiment.kept");
            keeper.go(page + "/edit/who");
            keeper.page().selectOption("#owner", new SelectOption().setIndex(1));
            keeper.page().fill("#respond-by", today.plusWeeks(14).toString());
            keeper.press("save").sees("experiment.kept");

            // Two soft gaps hold it, until there is a reason to go on.
            keeper.press("experiment.start")
                    .sees("experiment.missing.whom-staff")
                    .look("experiment-held-softly");
            keeper.go(page + "/edit/pause");
            keeper.page().fill("#heard", "Two carers and the night team");
            keeper.page().fill("#alternatives", "A letter the day before\nDo nothing until spring");
            keeper.page().fill("#anyway", "We ask the staff in two weeks");
            keeper.look("experiment-pause");
            keeper.press("save").sees("experiment.kept");
            keeper.press("experiment.start").sees("experiment.started").look("experiment-running");

            keeper.page().check("#note-kind-4");
            keeper.page().fill("#note", "Nobody answered on Tuesday");
            keeper.press("experiment.note.keep").sees("experiment.note.kept").look("experiment-failed");

            keeper.go(page + "/edit/end").press("experiment.end").look("experiment-end-refused");
            keeper.page().check("#outcome");
            keeper.page().fill("#came", "11");
            keeper.page().check("#as-planned-2");
            keeper.page().fill("#early-why", "The ward closes for a month");
            keeper.page().fill("#learnt", "Ring before eleven, and send a text first");
            keeper.page().fill("#elsewhere", "Any ward with a clerk can do it");
            keeper.press("experiment.end").sees("experiment.ended").look("experiment-over");
            keeper.go(page + "/edit/lasts");
            keeper.page().check("#wired-policy");
            keeper.page().fill("#how-to", "Look who goes home today\nSend a text, then ring by eleven");
            keeper.press("save").sees("experiment.kept").look("experiment-lasts");
            keeper.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            keeper.picture("experiment-print");
            keeper.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            keeper.go(here + "/experiments").look("experiments");
            // What was tried before is shown before somebody writes another.
            keeper.go(here + "/experiments/new").sees("experiments.before").look("experiment-before");
        }
    }

    /** Figures before and since it began, the last two as nobody wanted them. */
    private static final int[] FIGURES = {52, 48, 55, 50, 47, 53, 49, 51, 46, 54, 50, 52, 44, 43, 42, 41, 61, 66};

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY"})
    void theChartAndTheStoriesStandSideBySide(Device device, Language language) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        String here;
        String page;
        try (Visitor keeper = Keeper.at(device, language)) {
            here = "/p/" + Keeper.open(keeper, "Beside " + device.key() + " " + language.code());
            keeper.go(here).follow("empty.button").start("Who waits to go home, and why?", "Everybody over 65");
            String measure = measured(keeper, here);
            page = written(keeper, here, today);
            keeper.sees("experiment.chart.none").look("experiment-no-points");
            keeper.go(measure + "/bring");
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < FIGURES.length; i++) {
                rows.append(today.minusWeeks(FIGURES.length - 1L - i))
                        .append('\t')
                        .append(FIGURES[i])
                        .append("\tRhondda\n");
            }
            keeper.write("measure.figures.paste", rows.toString());
            keeper.press("measure.bring.do").sees("measure.written");
            keeper.go(page).sees("experiment.stop.met").look("experiment-asked-to-stop");
            keeper.press("experiment.go-on.do").sees("experiment.go-on.blank").look("experiment-go-on-refused");
            keeper.write("experiment.go-on.why", "The clerk was ill on both days");
            keeper.press("experiment.go-on.do").sees("experiment.went-on");
        }
        ChartWalk.open(here, language);
        String code;
        try (Visitor teller = Keeper.at(Device.PHONE, language)) {
            teller.go(page).follow("experiment.story.tell").sees("tell.emergency");
            code = ChartWalk.tells(teller);
        }
        ChartWalk.released(here, code, language);
        try (Visitor keeper = Keeper.at(device, language)) {
            keeper.go(page).reads("Mam got up by herself").look("experiment-chart-and-story");
            keeper.go(page + "/edit/end").press("experiment.end").sees("experiment.missing.early-why");
            keeper.look("experiment-end-early");
        }
    }

    /** Something is measured; its page. */
    private static String measured(Visitor keeper, String here) {
        keeper.go(here + "/measures/new").write("measure.name", "People waiting for a lift home");
        keeper.write("measure.meaning", "Waiting at noon, each Monday").write("measure.unit", "people");
        keeper.write("measure.source", "Our list, every Friday");
        for (String choice : List.of("measure.better.decrease", "measure.serves.people", "measure.mode.improvement")) {
            keeper.page()
                    .getByLabel(keeper.say(choice), new Page.GetByLabelOptions().setExact(true))
                    .check();
        }
        keeper.press("measure.keep").sees("measure.is-begun");
        return keeper.page().url().replaceAll("[?#].*", "");
    }

    /** An experiment about it that has begun; its page. */
    private static String written(Visitor keeper, String here, LocalDate today) {
        keeper.go(here + "/experiments/new").write("experiment.title", "Ring home by noon");
        keeper.write("experiment.if-we", "the ward clerk rings home by noon")
                .write("experiment.and-if", "somebody is there to answer")
                .write("experiment.then-so", "fewer people wait for a lift home");
        keeper.page().check("#cycle-3");
        keeper.press("experiment.keep").sees("experiment.begun");
        String page = keeper.page().url().replaceAll("[?#].*", "");
        keeper.go(page + "/edit/prediction");
        keeper.page().selectOption("#measure", new SelectOption().setIndex(1));
        fill(keeper, "predicted", "40", "unit", "people waiting", "predicted-low", "35", "predicted-high", "45");
        fill(keeper, "predicted-for", today.plusWeeks(12).toString());
        keeper.press("save").sees("experiment.kept");
        keeper.go(page + "/edit/design");
        keeper.page().check("#design-4");
        fill(keeper, "design-why", "One ward", "site-1", "Rhondda");
        fill(keeper, "site-1-on", today.minusWeeks(6).toString(), "data-plan", "The clerk counts every Friday");
        keeper.press("save").sees("experiment.kept");
        keeper.go(page + "/edit/lens");
        fill(keeper, "people-prompt", "What was different?", "community-prompt", "What did you notice?");
        fill(keeper, "staff-prompt", "What got easier?", "behaviour", "The clerk rings", "nudge", "A reminder");
        keeper.page().check("#hinders-2");
        keeper.press("save").sees("experiment.kept");
        keeper.go(page + "/edit/stop");
        fill(keeper, "stop-what", "people wait for more than a day", "stop-figure", "60", "stop-points", "2");
        keeper.page().selectOption("#stop-measure", new SelectOption().setIndex(1));
        keeper.page().check("#stop-way");
        keeper.page().selectOption("#stopper", new SelectOption().setIndex(1));
        keeper.press("save").sees("experiment.kept");
        keeper.go(page + "/edit/who");
        keeper.page().selectOption("#owner", new SelectOption().setIndex(1));
        fill(keeper, "respond-by", today.plusWeeks(14).toString());
        keeper.press("save").sees("experiment.kept");
        keeper.go(page + "/edit/pause");
        fill(keeper, "heard", "Two carers", "alternatives", "A letter\nNothing", "anyway", "We ask in two weeks");
        keeper.press("save").sees("experiment.kept");
        framed(keeper);
        keeper.go(page).press("experiment.start").sees("experiment.started");
        keeper.follow("experiment.framing.title");
        fill(keeper, "seen-a", "203", "did-a", "43", "seen-b", "198", "did-b", "91");
        keeper.press("save").sees("experiment.framing.second-more").look("experiment-framings-counted");
        keeper.go(page);
        return page;
    }

    /** Told in two ways, after three questions. */
    private static void framed(Visitor keeper) {
        keeper.follow("experiment.framing.title").press("save").sees("experiment.framing.unanswered");
        keeper.look("experiment-framings-refused");
        fill(keeper, "words-a", "Your lift waits for you", "where-a", "The letter to the north");
        fill(keeper, "words-b", "Most people here ring by noon", "where-b", "The letter to the south");
        keeper.page().check("#misleads-2");
        keeper.page().check("#hurts-2");
        keeper.page().check("#glad");
        keeper.press("save").sees("experiment.kept");
    }

    private static void fill(Visitor keeper, String... fieldsAndValues) {
        for (int i = 0; i + 1 < fieldsAndValues.length; i += 2) {
            keeper.page().fill("#" + fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
    }
}
