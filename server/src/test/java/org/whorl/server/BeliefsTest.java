package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From an experiment's figures to a verdict, a belief, a decision, a new version of the model, and a preview that moves. */
class BeliefsTest {

    private static final StoryHouse HOUSE = new StoryHouse("Learns");
    private static final String HERE = HOUSE.here + "/experiments/";

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

    private static String model = "";
    private static String measure = "";

    @BeforeAll
    static void aModelAndAMeasure() {
        HOUSE.keeper.open(HOUSE.here + "?lang=en");
        HOUSE.member.open(HOUSE.here + "?lang=en");
        HOUSE.keeper.upload(HOUSE.here + "/picture/new", "model.yaml", MODEL.getBytes(StandardCharsets.UTF_8));
        model = HOUSE.asked("select id::text from model", String.class);
        Browser.Page spiral = HOUSE.keeper.open(HOUSE.here + "/spirals/new?lang=en");
        spiral.send(
                Map.of("question", "How does nobody wait?", "population", "All", "place", spiral.option("Ferndale")));
        measure = UUID.randomUUID().toString();
        HOUSE.changed("""
                insert into measure (partnership, id, spiral, name, language, unit, meaning, better, kind, per, serves, mode,
                    source, people, begun_on)
                select partnership, '%s', id, 'Ready to leave', 'en', 'people a day', 'counted at noon', 'decrease', 'u',
                    'days', 'people', 'improvement', 'the ward''s own list', false, current_date from spiral limit 1""".formatted(measure));
        // Three places from 25 to 31 a week to a quarter fewer; three that go on as they were.
        int[] wobble = {0, 3, -2, 1, -1, 2, -3, 0};
        for (int place = 0; place < 6; place++) {
            for (int week = 0; week < 16; week++) {
                boolean since = week >= 8 && place < 3;
                point(
                        "Place " + (place + 1),
                        monday().plusWeeks(week - 16),
                        (since ? 21 : 28) + wobble[(week + 3 * place) % 8]);
            }
        }
    }

    private static LocalDate monday() {
        return LocalDate.now(ZoneId.of("Europe/London")).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static void point(String site, LocalDate day, int events) {
        HOUSE.changed("""
                insert into measure_point (partnership, id, measure, site, day, value, exposure, written_at)
                select id, gen_random_uuid(), '%s', '%s', '%s', %d, 7, now() from partnership where slug = '%s'""".formatted(measure, site, day, events, HOUSE.slug));
    }

    /** An experiment that runs, as its own pages write it. */
    private static String running(String title, String design, LocalDate foreseen) {
        String id = UUID.randomUUID().toString();
        StringBuilder sites = new StringBuilder();
        for (int place = 1; place <= 6; place++) {
            String day = place <= 3 ? monday().minusWeeks(8).toString() : "-";
            sites.append(place == 1 ? "" : "\n").append(day).append(" Place ").append(place);
        }
        HOUSE.changed("""
                insert into experiment (partnership, id, state, title, if_we, then_so, measure, predicted, predicted_low,
                    predicted_high, unit, predicted_for, design, sites, stop_what, stopper, owner, language, begun_on, started_on)
                select partnership, '%s', 'running', '%s', 'a clerk rings', 'fewer wait', '%s', 3.2, 2.8, 3.6, 'people a day',
                    '%s', '%s', '%s', 'more than sixty', id, id, 'en', current_date - 80, current_date - 60
                from member order by name limit 1""".formatted(id, title, measure, foreseen, design, sites));
        return id;
    }

    private static Browser.Page ask(Browser who, String id) {
        return who.post(
                HERE + id + "/result",
                Map.of("_csrf", who.open(HERE + id + "/result").csrf()));
    }

    private static String text(Browser.Page page) {
        return page.body()
                .replaceAll("(?s)<svg.*?</svg>", " ")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    private static String belief(String id, String about) {
        Browser.Page page = HOUSE.member
                .open(HERE + id + "/belief?model=" + model)
                .send(Map.of("path", "arrivals.ready.rate", "about", about, "factor", "1"));
        assertThat(text(page)).contains("It is worked out, and kept");
        return page.url().replaceFirst("https?://[^/]+", "").replaceFirst("[?#].*", "");
    }

    private static Browser.Page press(Browser who, String page, String what) {
        Browser.Page now = who.open(page);
        return who.post(
                page + "/" + what,
                Map.of(
                        "_csrf",
                        now.csrf(),
                        "version",
                        now.body().contains("name=\"version\"")
                                ? StoryHouse.found(now.body(), "name=\"version\" value=\"(\\d+)\"")
                                : "1"));
    }

    /** What the preview says of people who wait. */
    private static String preview() {
        return StoryHouse.found(
                text(HOUSE.keeper.open(HOUSE.here + "/picture/" + model + "?lang=en")), "(Waiting for a bed.{0,60})");
    }

    private static void made(String decision) {
        HOUSE.changed("""
                update decision set state = 'made', made_on = current_date, rejected = 'wait: too slow', rule = 'consent',
                    level = 'team', risk_acting = 'r', risk_not_acting = 'r', reversible = 'yes', safety_net = 's',
                    long_term = 'x', long_term_evidence = 'x', horizon = 10, prevention = 'x', prevention_evidence = 'x',
                    integration = 'x', integration_evidence = 'x', collaboration = 'x', collaboration_evidence = 'x',
                    involvement = 'x', involvement_evidence = 'x', review_on = current_date + 90,
                    owner = (select id from member order by name limit 1) where id = '%s'""".formatted(decision));
    }

    @Test
    void beforeItsDayThereAreLeadingIndicatorsOnly() {
        String id = running("Too early to say", "difference", monday().plusYears(1));
        Browser.Page page = HOUSE.member.open(HERE + id + "/result?lang=en");
        assertThat(text(page))
                .contains("Too early", "The figures may be asked from")
                .doesNotContain("Better.");
        assertThat(page.body()).doesNotContain("id=\"ask\"");
        Browser.Page refused = ask(HOUSE.member, id);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(text(refused)).contains("The figures may not be asked yet");
        assertThat(HOUSE.member.open(HERE + id + "/belief").status()).isEqualTo(404);
    }

    @Test
    void figuresAreAskedInPlainWordsAndHowOftenIsTold() {
        String id = running("Ring before noon", "difference", monday());
        assertThat(text(HOUSE.member.open(HERE + id + "/result?lang=en"))).contains("Its day has come");
        String said = text(ask(HOUSE.member, id));
        assertThat(said)
                .contains("The figures have been asked", "Better.", "0.75 times as much as without it, likely between")
                .contains("From “Ready to leave” (the ward’s own list)".replace('’', '\''))
                .contains("Places that tried it are compared", "Was it changing already?", "Not that anybody could see")
                .contains("Expected: 3.2 people a day", "Counted since the start where it was tried: 3")
                .contains("Place 1 tried it", "Place 6 to compare")
                .doesNotContain("have been asked 1 times");
        assertThat(text(ask(HOUSE.member, id))).contains("have been asked 2 times", "up to 8 times in 100");
        // What was expected and what the figures came to are in the thread, for whoever may see what is measured.
        String trace = HOUSE.here + "/thread/experiment?lang=en&id=" + id;
        assertThat(text(HOUSE.member.open(trace)))
                .contains("What its figures came to", "its figures were asked")
                .contains("What was expected 3.2 people a day", "expected of it");
        assertThat(text(Running.browser().open(trace))).doesNotContain("its figures were asked");
        String reading = HOUSE.asked(
                "select id::text from experiment_reading where experiment = '" + id + "' limit 1", String.class);
        assertThat(text(HOUSE.member.open(HOUSE.here + "/thread/reading?lang=en&id=" + reading)))
                .contains("Ready to leave", "the figures it was read from", "held against what came");
        Browser.Page csv = HOUSE.member.open(HERE + id + "/result/figures.csv");
        assertThat(csv.body())
                .startsWith("site,period,number,exposure,tried\n")
                .contains("\"Place 1\"," + monday().minusWeeks(16) + ",28,7,no");
        assertThat(HOUSE.member.open(HERE + id + "/result?lang=cy").body())
                .contains("Gwell.", "gwaith cymaint â hebddo");
        // The same figures with nothing to compare with say less.
        HOUSE.member.open(HERE + id + "/result?lang=en");
        String alone = running("Ring after noon", "before-after", monday());
        assertThat(text(ask(HOUSE.member, alone)))
                .contains("Better, as far as a before-and-after can tell.", "Nothing is compared", "Take it as a hint");
        String series = running("Ring on Sundays", "spc", monday());
        assertThat(text(ask(HOUSE.member, series))).contains("A hint: better.").doesNotContain(" Better.");
        String steps = running("Ring at night", "stepped", monday());
        assertThat(text(ask(HOUSE.member, steps))).contains("times as much as without it");
    }

    @Test
    void aModelLearnsByADecisionAndThePreviewMoves() {
        String id = running("A model learns", "difference", monday());
        ask(HOUSE.member, id);
        String waiting = preview();
        String page = belief(id, "level");
        String said = text(HOUSE.member.open(page + "?lang=en"));
        assertThat(said)
                .contains("Believed before: 4. Believed now: 3.03", "in the model. It would become 3.03")
                .contains("0.7 of their size, because of how it was tried (places beside other places)")
                .contains("No decision has been named");
        assertThat(HOUSE.member.open(page).body())
                .contains("<svg", "Believed before")
                .doesNotContain("id=\"learn\"");
        assertThat(press(HOUSE.keeper, page, "learn").status())
                .as("without a decision")
                .isEqualTo(422);
        assertThat(press(HOUSE.member, page, "learn").status()).as("a member").isEqualTo(403);

        Browser.Page decision = press(HOUSE.keeper, page, "decision");
        assertThat(text(decision))
                .contains("Shall our model say 3.03 instead of 4 for", "What was learnt from “A model learns”");
        assertThat(press(HOUSE.keeper, page, "learn").status())
                .as("not decided yet")
                .isEqualTo(422);
        assertThat(preview()).isEqualTo(waiting);
        made(decision.id());

        assertThat(text(press(HOUSE.keeper, page, "learn"))).contains("The model has learnt it, in a new version");
        assertThat(preview()).as("it moves").isNotEqualTo(waiting);
        assertThat(text(HOUSE.member.open(page + "?lang=en"))).contains("It became 3.03", "in version 2 of the model");
        String number = text(HOUSE.keeper.open(HOUSE.here + "/picture/" + model + "/number?path=arrivals.ready.rate"));
        assertThat(number)
                .contains("3.03", "Our experiment: A model learns", "Learnt from experiments", "since version 2")
                .contains("4 → 3.03. Learnt from the experiment");
        assertThat(press(HOUSE.keeper, page, "learn").status()).as("twice").isEqualTo(422);

        // The number has moved on: what was worked out from the old one no longer holds.
        assertThat(text(press(HOUSE.keeper, page, "back"))).contains("The old number stands again");
        assertThat(text(HOUSE.member.open(page + "?lang=en"))).contains("again, since version 3 of the model");
        assertThat(preview()).isEqualTo(waiting);
        assertThat(text(HOUSE.keeper.open(HOUSE.here + "/picture/" + model + "/number?path=arrivals.ready.rate")))
                .contains("told by the ward", "taken back later");
    }

    /** A measure of its own, and an experiment about it in two places. */
    private static String about(String title, boolean people, int before, int since) {
        String id = running(title, "before-after", monday());
        String own = UUID.randomUUID().toString();
        HOUSE.changed("""
                insert into measure (partnership, id, spiral, name, language, unit, meaning, better, kind, per, serves, mode,
                    source, people, begun_on)
                select partnership, '%s', spiral, '%s', 'en', 'people a day', 'counted at noon', 'decrease', 'u', 'days', 'people',
                    'improvement', 'a list', %s, current_date from measure where id = '%s'""".formatted(own, title, people, measure));
        for (int week = 0; week < 16; week++) {
            int events = week < 8 ? before : since;
            if (events > 0) {
                HOUSE.changed("""
                        insert into measure_point (partnership, id, measure, site, day, value, exposure, written_at)
                        select id, gen_random_uuid(), '%s', 'Place 1', '%s', %d, 7, now() from partnership where slug = '%s'""".formatted(
                                own, monday().plusWeeks(week - 16), people ? events : events + week % 3, HOUSE.slug));
            }
        }
        HOUSE.changed("alter table experiment disable trigger prediction_stands");
        HOUSE.changed("update experiment set measure = '%s' where id = '%s'".formatted(own, id));
        HOUSE.changed("alter table experiment enable trigger prediction_stands");
        return id;
    }

    @Test
    void guestsReadWhatIsBelievedWithoutTheFigures() {
        String id = running("Read by guests", "difference", monday());
        ask(HOUSE.member, id);
        String page = belief(id, "level");
        assertThat(HOUSE.member.open(page + "?lang=en").body()).contains("Found by itself");
        Browser guest = Running.browser();
        Browser.Page seen = guest.open(page + "?lang=en");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(text(seen)).contains("Believed before: 4. Believed now: 3.03", "Better.", "0.75 times as much");
        assertThat(seen.body()).contains("<svg").doesNotContain("Found by itself", "name=\"weight\"");
        assertThat(guest.open(HERE + id + "/result").status()).isIn(401, 403);
        assertThat(guest.open(HERE + id + "/result/figures.csv").status()).isIn(401, 403);
    }

    @Test
    void peopleAreCountedAsTheyMayBeShown() {
        // 28 and 22 a week are shown as 30 and 20: what is believed now does not give away 22.
        String shown = about("Some people", true, 28, 22);
        ask(HOUSE.member, shown);
        String page = belief(shown, "level");
        String other = about("Some others", true, 28, 18);
        ask(HOUSE.member, other);
        assertThat(now(belief(other, "level"))).isEqualTo(now(page));
        // So few that they are not shown make no number.
        String few = about("Few people", true, 28, 6);
        ask(HOUSE.member, few);
        Browser.Page refused = HOUSE.member
                .open(HERE + few + "/belief?model=" + model)
                .send(Map.of("path", "arrivals.ready.rate", "about", "level", "factor", "1"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(text(refused)).contains("it is not told how many. Choose how many times as much");
        assertThat(text(HOUSE.member.open(belief(few, "ratio")))).contains("times as much");
    }

    private static String now(String page) {
        return StoryHouse.found(text(HOUSE.member.open(page + "?lang=en")), "(Believed now: [^,]*, likely [^.]*\\.)");
    }

    @Test
    void whatCouldGetWorseStandsBesideTheVerdictAndWhatMovesFirstBeforeIt() {
        String bare = running("Nothing beside it", "difference", monday());
        assertThat(text(ask(HOUSE.member, bare))).contains("No measure shows what could have got worse meanwhile");
        String worse = measureOf(about("Falls", false, 10, 30));
        String few = measureOf(about("Returns", false, 0, 0));
        String same = measureOf(about("Complaints", false, 20, 20));
        String id = running("Looks at what could get worse", "before-after", monday());
        HOUSE.changed(
                "update experiment set looks = 'balancing %s' || chr(10) || 'balancing %s' || chr(10) || 'balancing %s' where id = '%s'"
                        .formatted(worse, few, same, id));
        assertThat(text(ask(HOUSE.member, id)))
                .contains("Falls : it got worse.", "Returns : too little was counted", "Complaints : no sign that");
        String early = running("Moves first", "difference", monday().plusYears(1));
        HOUSE.changed("update experiment set looks = 'leading %s' || chr(10) || 'leading %s' where id = '%s'"
                .formatted(worse, few, early));
        Browser.Page page = HOUSE.member.open(HERE + early + "/result?lang=en");
        assertThat(text(page)).contains("Falls The newest figure is", "Returns There are no figures of it yet");
        assertThat(page.body()).contains("leading-1").doesNotContain("leading-2");
    }

    private static String measureOf(String experiment) {
        return HOUSE.asked("select measure::text from experiment where id = '%s'".formatted(experiment), String.class);
    }

    @Test
    void whatCannotBeToldIsNotMeasured() {
        String id = about("Nothing before", false, 0, 22);
        assertThat(text(ask(HOUSE.member, id))).contains("Cannot tell.", "Nothing was counted before");
        String page = belief(id, "level");
        made(press(HOUSE.keeper, page, "decision").id());
        assertThat(text(press(HOUSE.keeper, page, "learn"))).contains("The model has learnt it, in a new version");
        assertThat(HOUSE.keeper
                        .open(HOUSE.here + "/picture/" + model + "/number?path=arrivals.ready.rate&lang=en")
                        .body())
                .containsPattern("(?s)id=\"history\">\\s*<li><strong>[^<]*</strong> \\(Agreed by the partners\\)");
        assertThat(text(press(HOUSE.keeper, page, "back"))).contains("The old number stands again");
    }

    @Test
    void howMuchFiguresCountIsChangedWithAReasonAndNotOverwritten() {
        String id = running("Weighed anew", "difference", monday());
        ask(HOUSE.member, id);
        String page = belief(id, "ratio");
        assertThat(text(HOUSE.member.open(page))).contains("Believed before: 1 times as much, that is no difference");
        Browser.Page form = HOUSE.member.open(page);
        Map<String, String> put = new HashMap<>(Map.of("version", "1", "weight", "0.2", "_csrf", form.csrf()));
        assertThat(HOUSE.member.post(page + "/weight", put).body()).contains("Say why. Whoever decides will read it");
        put.put("weight", "2");
        put.put("weight-why", "three other things changed");
        assertThat(HOUSE.member.post(page + "/weight", put).status()).isEqualTo(422);
        put.put("weight", "0.2");
        assertThat(text(HOUSE.member.post(page + "/weight", put)))
                .contains("It is kept, with its reason", "0.2 of their size", "three other things changed");
        Map<String, String> late = new HashMap<>(Map.of(
                "version",
                "1",
                "weight",
                "0.5",
                "weight-why",
                "half",
                "_csrf",
                HOUSE.keeper.open(page).csrf()));
        Browser.Page both = HOUSE.keeper.post(page + "/weight", late);
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.body()).contains("id=\"conflict\"", "three other things changed");
        assertThat(HOUSE.asked("select count(*) from belief where weight = 0.2", Long.class))
                .isEqualTo(1);
    }

    /** A decision about something, made or not. */
    private static String decision(String question, String decided, boolean resting) {
        String id = UUID.randomUUID().toString();
        HOUSE.changed("""
                insert into decision (partnership, id, question, wanted, decided, language)
                select id, '%s', '%s', 'w', '%s', 'en' from partnership where slug = '%s'""".formatted(id, question, decided, HOUSE.slug));
        if (resting) {
            HOUSE.changed("""
                    insert into decision_evidence (partnership, decision, id, kind, target, number)
                    select id, '%s', gen_random_uuid(), 'model', '%s', 1 from partnership where slug = '%s'""".formatted(id, model, HOUSE.slug));
        }
        return id;
    }

    private static Browser.Page name(String page, String decision) {
        Browser.Page now = HOUSE.keeper.open(page + "?lang=en");
        return HOUSE.keeper.post(
                page + "/decision",
                Map.of(
                        "_csrf",
                        now.csrf(),
                        "version",
                        StoryHouse.found(now.body(), "name=\"version\" value=\"(\\d+)\""),
                        "decision",
                        decision));
    }

    @Test
    void onlyADecisionAboutThisNumberCountsAndThenTheNumberStands() {
        String id = running("Named rightly", "difference", monday());
        ask(HOUSE.member, id);
        String page = belief(id, "level");
        String chairs = decision("Shall we buy chairs?", "We buy 3.03 chairs and 13.03 more", false);
        String other = decision("Shall the model say less?", "The model says 3.5 or 13.03", true);
        for (String wrong : new String[] {chairs, other}) {
            Browser.Page refused = name(page, wrong);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(text(refused)).contains("That decision is not about this number");
            assertThat(HOUSE.member.open(page).body()).doesNotContain(wrong);
        }
        String right = decision("Shall the model say 3.03 now?", "", true);
        assertThat(HOUSE.keeper.open(page).body()).contains(right);
        assertThat(text(name(page, right))).contains("The decision is named");
        // The number stands: neither form nor another window changes it.
        Browser.Page form = HOUSE.member.open(page + "?lang=en");
        assertThat(form.body()).contains("id=\"stands\"").doesNotContain("name=\"weight\"");
        Browser.Page late = HOUSE.member.post(
                page + "/weight",
                Map.of("_csrf", form.csrf(), "version", "2", "weight", "0.2", "weight-why", "another idea"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(text(late)).contains("so this stands as it is");
        assertThat(HOUSE.asked("select weight from belief where id = '%s'".formatted(learnt(page)), Double.class))
                .isEqualTo(0.7);
        // Neither is a second one named, nor begun and left alone.
        long decisions = HOUSE.asked("select count(*) from decision", Long.class);
        assertThat(HOUSE.keeper
                        .post(
                                page + "/decision",
                                Map.of("_csrf", HOUSE.keeper.open(page).csrf(), "version", "2"))
                        .status())
                .isEqualTo(422);
        assertThat(HOUSE.asked("select count(*) from decision", Long.class)).isEqualTo(decisions);
        // Once it is made it says something else: then the model does not learn, and its name can be taken off.
        HOUSE.changed("update decision set decided = 'We keep 4' where id = '%s'".formatted(right));
        made(right);
        Browser.Page taught = press(HOUSE.keeper, page, "learn");
        assertThat(taught.status()).isEqualTo(422);
        assertThat(text(taught)).contains("does not say this number");
        assertThat(text(press(HOUSE.member, page, "decision/off"))).contains("No decision is named any more");
        String says = decision("Which number?", "The model says 3.03, as “Named rightly” found", false);
        assertThat(text(name(page, says))).contains("The decision is named");
        made(says);
        Browser.Page stays = press(HOUSE.member, page, "decision/off");
        assertThat(stays.status()).isEqualTo(422);
        assertThat(text(press(HOUSE.keeper, page, "learn"))).contains("The model has learnt it, in a new version");
        assertThat(text(press(HOUSE.keeper, page, "back"))).contains("The old number stands again");
    }

    private static String learnt(String page) {
        return page.replaceFirst(".*/", "");
    }

    @Test
    void aFormThatSaysNothingIsRefusedAtItsField() {
        String id = running("Empty forms", "difference", monday());
        ask(HOUSE.member, id);
        Browser.Page form = HOUSE.member.open(HERE + id + "/belief?model=" + model);
        Browser.Page refused = form.send(Map.of("path", "", "factor", "x"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#path\"", "href=\"#factor\"", "Write a number above 0");
        // Nobody said how unsure the places are.
        assertThat(form.send(Map.of("path", "services.ward.capacity", "factor", "1"))
                        .body())
                .contains("Nobody said how unsure this number is");
    }

    @Test
    void whatWasExpectedStandsBesideWhatCame() {
        for (int i = 0; i < 9; i++) {
            String id = running("Foretold " + i, "difference", monday());
            HOUSE.changed("""
                    update experiment set state = 'ended', ended_on = predicted_for, outcome = 'adopt', learnt = 'much',
                        came = %s where id = '%s'""".formatted(i < 6 ? "3.1" : "9", id));
        }
        // What was over before its day is counted neither way, whatever came.
        HOUSE.changed("""
                update experiment set state = 'ended', ended_on = predicted_for - 1, outcome = 'adopt', learnt = 'much',
                    came = 3.1 where id = '%s'""".formatted(running("Foretold too early", "difference", monday())));
        String early = HOUSE.asked("select id::text from experiment where title = 'Foretold too early'", String.class);
        assertThat(text(HOUSE.member.open(HERE + early + "/result?lang=en")))
                .contains("Too early", "It ended on", "no model learns from it")
                .doesNotContain("Its day has come", "Ask the figures");
        ask(HOUSE.member, early);
        assertThat(HOUSE.asked(
                        "select count(*) from experiment_reading where experiment = '%s'".formatted(early), Long.class))
                .isZero();
        String said = text(HOUSE.member.open(HERE + "predictions?lang=en"));
        assertThat(said)
                .contains(
                        "6 of 9 came inside",
                        "That is 67 in 100, likely between",
                        "Outside",
                        "Nobody has said yet",
                        "Too early: it was over before its day");
    }
}
