package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People who think together by their phones: over HTTP, without script, each phone a browser of its own. */
class GatheringsTest {

    private static final String HERE = "/p/gatherings/patterns/gatherings";
    private static final Browser KEEPER = Running.keeper();

    @BeforeAll
    static void aPartnership() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Gatherings", "name-cy", "Cynulliadau", "place-en", "Here", "place-cy", "Yma"));
    }

    /** A gathering as the test leads it. */
    private record Led(String path, String code) {

        static Led open(String recipe) {
            Browser.Page page = KEEPER.open(HERE)
                    .send(Map.of(
                            "question", "What helps carers to rest?", "group", "Carers and staff", "recipe", recipe));
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            return new Led(page.url().replaceFirst(".*(/p/)", "$1"), found(page.body(), "id=\"code\">([0-9a-z]{8})<"));
        }

        Browser.Page look() {
            return KEEPER.open(path);
        }

        Browser.Page wall() {
            return KEEPER.open(path + "/wall");
        }

        Browser.Page move(String move) {
            Browser.Page page = look();
            return KEEPER.post(
                    path,
                    Map.of(
                            "_csrf",
                            page.csrf(),
                            "at",
                            found(page.body(), "name=\"at\" value=\"(-?\\d+)\""),
                            "move",
                            move));
        }

        Phone phone(String... name) {
            Browser browser = Running.browser();
            Browser.Page joined =
                    browser.open("/j/" + code + "?lang=en").send(Map.of("name", name.length > 0 ? name[0] : ""));
            assertThat(joined.status()).as(joined.body()).isEqualTo(200);
            return new Phone(browser, code);
        }

        List<Phone> phones(int many) {
            List<Phone> phones = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                phones.add(phone());
            }
            return phones;
        }
    }

    /** A phone that is in. */
    private record Phone(Browser browser, String code) {

        Browser.Page look() {
            return browser.open("/j/" + code);
        }

        Browser.Page does(String what, Map<String, String> more) {
            Browser.Page page = look();
            Map<String, String> all = new HashMap<>(more);
            all.put("_csrf", page.csrf());
            all.put("do", what);
            Matcher step = Pattern.compile("name=\"step\" value=\"(\\d+)\"").matcher(page.body());
            if (step.find()) {
                all.putIfAbsent("step", step.group(1));
            }
            return browser.post("/j/" + code, all);
        }

        Browser.Page writes(String words) {
            return does("write", Map.of("words", words));
        }

        Browser.Page feels(String word) {
            return does("feel", Map.of("word", word));
        }

        Browser.Page marks(String words, int dots) {
            return does("mark", Map.of("idea", idea(look().body(), words), "dots", Integer.toString(dots)));
        }

        /** The idea of a form whose button says those words. */
        private static String idea(String body, String words) {
            return found(
                    body,
                    "name=\"idea\" value=\"([0-9a-f-]{36})\"(?:(?!</form>).)*: " + Pattern.quote(words) + "</span>");
        }
    }

    @Test
    void nobodySeesWhatIsWrittenBeforeAllHaveFinished() {
        Led led = Led.open("what");
        Phone ann = led.phone("Ann");
        Phone bob = led.phone();
        assertThat(ann.look().body()).contains("You are number 1.").contains("You are in.");
        assertThat(bob.look().body()).contains("You are number 2.");
        led.move("start");
        led.move("next");
        assertThat(ann.look().body()).contains("What happened?").contains("Only that, not yet what it means.");
        ann.writes("The bus <b>stopped</b> running");
        assertThat(ann.look().body()).contains("The bus &lt;b&gt;stopped&lt;/b&gt; running");
        assertThat(bob.look().body()).doesNotContain("The bus").contains("stays hidden until all have finished");
        assertThat(led.wall().body()).doesNotContain("The bus");
        ann.does("finish", Map.of());
        assertThat(bob.look().body()).doesNotContain("The bus");
        assertThat(led.look().body())
                .contains("1 person has finished this step.")
                .doesNotContain("The bus");
        // What stands in the box is sent with saying that that is all.
        bob.does("finish", Map.of("words", "Nobody rang back"));
        assertThat(ann.look().body()).contains("Nobody rang back");
        assertThat(bob.look().body()).contains("The bus").contains("by Ann");
        assertThat(led.wall().body()).contains("The bus").contains("Nobody rang back");
    }

    @Test
    void whoeverLeadsEndsARoundAndPutsAnIdeaAway() {
        Led led = Led.open("fifteen");
        Phone ann = led.phone();
        Phone bob = led.phone();
        led.move("start");
        led.move("next");
        ann.writes("Mr Jones is to blame");
        bob.writes("Tea at four");
        assertThat(led.move("open").body()).contains("Mr Jones").contains("Tea at four");
        String idea = found(led.look().body(), "/ideas/([0-9a-f-]{36})\"(?:(?!</form>).)*: Mr Jones");
        KEEPER.post(led.path() + "/ideas/" + idea, Map.of("_csrf", led.look().csrf()));
        assertThat(ann.look().body()).doesNotContain("Mr Jones").contains("Tea at four");
        assertThat(led.wall().body()).doesNotContain("Mr Jones");
        // Written late it is not lost, and is there at once.
        led.move("next");
        assertThat(bob.look().body()).contains("There is something I still want to say");
        bob.writes("Biscuits too");
        assertThat(ann.look().body()).contains("Biscuits too");
    }

    @Test
    void twoAndFourMakeOneIdeaOfSeveral() {
        Led led = Led.open("one-two-four-all");
        List<Phone> four = led.phones(4);
        led.move("start");
        led.move("next");
        for (int i = 0; i < 4; i++) {
            four.get(i).writes("Idea " + i);
        }
        led.move("next");
        Browser.Page pair = four.get(0).look();
        assertThat(pair.body())
                .contains("You work with number 2.")
                .contains("Idea 1")
                .doesNotContain("Idea 2");
        Set<String> both = new TreeSet<>();
        Matcher from = Pattern.compile("name=\"(from-[0-9a-f-]{36})\"").matcher(pair.body());
        while (from.find()) {
            both.add(from.group(1));
        }
        assertThat(both).hasSize(2);
        Map<String, String> merged = new HashMap<>(Map.of("words", "Both together"));
        both.forEach(each -> merged.put(each, "yes"));
        four.get(0).does("write", merged);
        assertThat(four.get(1).look().body()).contains("Both together");
        assertThat(four.get(3).look().body()).doesNotContain("Both together");
        // Nobody takes up what they cannot see.
        assertThat(four.get(3).does("write", merged).status()).isEqualTo(422);
        led.move("next");
        assertThat(four.get(3).look().body())
                .contains("Both together")
                .contains("Idea 2")
                .doesNotContain("Idea 0");
        led.move("next");
        assertThat(led.wall().body())
                .contains("Both together")
                .contains("Idea 3")
                .doesNotContain("Idea 1<");
        String outcome = led.move("end").body();
        assertThat(outcome).contains("made from several ideas").contains("Idea 1");
    }

    @Test
    void fourPeoplesWordsAndDotsAreNeverShown() {
        Led led = Led.open("fifteen");
        List<Phone> phones = led.phones(4);
        led.move("start");
        for (Phone phone : phones) {
            phone.feels("calm");
        }
        assertThat(led.wall().body()).doesNotContain("words-said").contains("Fewer than five people said a word");
        // It is open, so a fifth word cannot come after the four.
        Phone fifth = led.phone();
        assertThat(fifth.feels("tired").status()).isEqualTo(422);
        led.move("next");
        phones.get(0).writes("Walk more");
        phones.get(1).writes("Talk more");
        led.move("next");
        led.move("next");
        for (Phone phone : phones) {
            assertThat(phone.marks("Walk more", 3).status()).isEqualTo(200);
        }
        assertThat(phones.get(0).look().body()).contains("You have 0 dots left.");
        assertThat(led.move("open").body())
                .contains("Fewer than five people gave dots")
                .doesNotContain("12 dots");
        assertThat(fifth.does("mark", Map.of("idea", "x", "dots", "3")).status())
                .as("nobody can add the one that would tell")
                .isEqualTo(422);
        String outcome = led.move("end").body();
        assertThat(outcome)
                .contains("Walk more")
                .contains("Fewer than five people gave dots")
                .doesNotContain("12 dots");
        assertThat(KEEPER.open(HERE).body()).doesNotContain("Walk more");
        assertThat(KEEPER.open(led.path() + "/outcome.csv").body())
                .contains("\"Walk more\",\"*\",\"*\"")
                .doesNotContain("12");
    }

    @Test
    void fivePeoplesWordsAndDotsAreShownWhenNoMoreCanCome() {
        Led led = Led.open("fifteen");
        List<Phone> phones = led.phones(5);
        led.move("start");
        for (int i = 0; i < 4; i++) {
            phones.get(i).feels("Calm");
        }
        assertThat(led.wall().body()).doesNotContain("words-said");
        phones.get(4).feels("tired");
        assertThat(led.wall().body()).contains("<li>calm</li>").contains("<li>tired</li>");
        led.move("next");
        phones.get(0).writes("=Walk more");
        phones.get(1).writes("Talk more");
        led.move("next");
        led.move("next");
        for (Phone phone : phones) {
            phone.marks("Talk more", 2);
        }
        assertThat(phones.get(0).marks("=Walk more", 2).status())
                .as("two and two are four")
                .isEqualTo(422);
        phones.get(0).marks("=Walk more", 1);
        assertThat(led.wall().body()).doesNotContain("10 dots").contains("shown when marking is over");
        led.move("next");
        assertThat(phones.get(0).look().body()).contains("10 dots").contains("1 dot<");
        assertThat(led.look().body()).as("it was blind, and it is told").doesNotContain("One step back");
        assertThat(led.move("back").status()).isEqualTo(422);
        assertThat(phones.get(0).look().body())
                .as("what was told does not change")
                .doesNotContain("Give a dot");
        String outcome = led.move("end").body();
        assertThat(outcome.indexOf("Talk more")).isLessThan(outcome.indexOf("=Walk more"));
        assertThat(outcome).contains("Make it a claim");
        String query = "?sentence=Talk+more&address=" + led.path() + "&link-name=Five+people";
        Browser.Page claims = KEEPER.open("/p/gatherings/patterns/claims" + query);
        assertThat(claims.body()).contains(">Talk more</textarea>");
        Browser.Page claim =
                claims.send(Map.of("sentence", "Talk more", "address", led.path(), "link-name", "Five people"));
        assertThat(claim.body())
                .as("a claim leads back to where it was said")
                .containsPattern("href=\"" + led.path() + "\"[^>]*>Five people<");
        assertThat(KEEPER.open(HERE).body()).contains("First:").contains("5 people took part.");
        assertThat(KEEPER.open(led.path() + "/outcome.csv").body())
                .as("of five it is not told who wrote in which language")
                .contains("\"'=Walk more\",\"*\",\"1\"")
                .contains("\"Talk more\",\"*\",\"10\",\"yes\"");
    }

    /** Ten carers and four nurses: with the total beside them, one hidden count alone could be worked out. */
    @Test
    void fourOfOnePointOfViewAreNotCountedNorWorkedOut() {
        Led led = Led.open("fifteen");
        Browser.Page form = Running.browser().open("/j/" + led.code() + "?lang=en");
        List<String> wanted = new ArrayList<>();
        Matcher option = Pattern.compile("<option value=\"([0-9a-f-]{36})\"").matcher(form.body());
        while (option.find()) {
            wanted.add(option.group(1));
        }
        assertThat(wanted).hasSizeGreaterThan(2);
        led.move("start");
        led.move("next");
        for (int i = 0; i < 14; i++) {
            Browser browser = Running.browser();
            browser.open("/j/" + led.code() + "?lang=en").send(Map.of("perspective", wanted.get(i < 10 ? 0 : 1)));
            new Phone(browser, led.code()).writes("From " + i);
        }
        String outcome = led.move("end").body();
        assertThat(outcome).contains("Points of view that were there: 2 of " + wanted.size());
        String table = found(outcome, "(?s)(<tbody>.*?</tbody>)");
        assertThat(table).doesNotContain(">10<").doesNotContain(">4<").doesNotContain(">14<");
        assertThat(table.split(">\\*<", -1).length - 1)
                .as("people and ideas of both")
                .isEqualTo(4);
    }

    @Test
    void anybodyMayAskForABreakAndTheClockWaits() {
        Led led = Led.open("what");
        Phone ann = led.phone();
        led.move("start");
        assertThat(ann.does("rest", Map.of()).body()).contains("A break of five minutes");
        assertThat(led.look().body()).contains("Somebody asked for a break.").contains("Go on");
        assertThat(led.look().body()).containsPattern("role=\"timer\"[^>]*>(5:00|4:5\\d)<");
        assertThat(led.move("go-on").body()).containsPattern("role=\"timer\"[^>]*>(2:00|1:5\\d)<");
        assertThat(led.move("more").body()).containsPattern("role=\"timer\"[^>]*>(3:00|2:5\\d)<");
        assertThat(led.move("stop").body()).contains("The clock stands still.").doesNotContain("data-ends");
    }

    @Test
    void pressedTwiceItMovesOnce() {
        Led led = Led.open("what");
        led.move("start");
        Browser.Page page = led.look();
        Map<String, String> next = Map.of("_csrf", page.csrf(), "at", "0", "move", "next");
        KEEPER.post(led.path(), next);
        assertThat(KEEPER.post(led.path(), next).body()).contains("Step 2 of 6");
    }

    @Test
    void whatWasBlindIsNotDoneAgainOpenly() {
        Led led = Led.open("fifteen");
        led.move("start");
        led.move("next");
        Browser.Page blind = led.move("back");
        assertThat(blind.status()).isEqualTo(422);
        assertThat(blind.body())
                .contains("That was not done", "Nobody can do it blind again.", "Step 2 of 5")
                .doesNotContain("One step back");
        led.move("next");
        led.move("next");
        assertThat(led.look().body()).contains("Step 4 of 5", "One step back");
        assertThat(led.move("back").body()).as("talking was never blind").contains("Step 3 of 5");
    }

    @Test
    void ofThreeItIsNotToldWhoseVoicesWereThere() {
        Led led = Led.open("one-two-four-all");
        List<Phone> three = led.phones(3);
        led.move("start");
        led.move("next");
        three.getFirst().writes("Rest in turns");
        led.move("next");
        assertThat(three.getFirst().look().body()).contains("Talk in twos");
        led.move("next");
        assertThat(three.getFirst().look().body())
                .contains("You are fewer than four, so all of you sit together.")
                .doesNotContain("Talk in fours");
        String outcome = led.move("end").body();
        assertThat(outcome)
                .contains("So it is not told whose points of view were there.")
                .doesNotContain("Points of view that were there", "Was it there?");
        assertThat(KEEPER.open(led.path() + "/outcome.csv").body()).doesNotContain("\"en\"");
        Browser.Page other = KEEPER.open(Led.open("fifteen").path());
        assertThat(other.body()).doesNotContain("already?.");
    }

    @Test
    void sixAtOnceAreSixAndLoseNothing() throws Exception {
        Led led = Led.open("fifteen");
        List<Future<Phone>> joining = new ArrayList<>();
        try (ExecutorService six = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                joining.add(six.submit(() -> led.phone()));
            }
        }
        Set<String> numbers = new TreeSet<>();
        List<Phone> phones = new ArrayList<>();
        for (Future<Phone> each : joining) {
            phones.add(each.get());
            numbers.add(found(phones.getLast().look().body(), "You are number (\\d)"));
        }
        assertThat(numbers).containsExactly("1", "2", "3", "4", "5", "6");
        led.move("start");
        led.move("next");
        String key = "0b5a1c1e-0000-4000-8000-00000000000";
        try (ExecutorService six = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                int number = i;
                Phone phone = phones.get(i);
                six.execute(() -> {
                    Map<String, String> idea = Map.of("words", "From " + number, "key", key + number);
                    phone.does("write", idea);
                    // The answer was lost on the way, so the phone sends it again.
                    phone.does("write", idea);
                });
            }
        }
        String wall = led.move("open").body();
        for (int i = 0; i < 6; i++) {
            assertThat(wall.split(">From " + i + "<", -1))
                    .as("on the wall, and to put away")
                    .hasSize(3);
        }
    }

    @Test
    void screensAreToldThatSomethingChanged() throws Exception {
        Led led = Led.open("what");
        Phone ann = led.phone();
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest line = HttpRequest.newBuilder(URI.create(Running.address() + "/j/" + led.code() + "/live"))
                .header("Cookie", "whorl-session=" + ann.browser().session())
                .timeout(Duration.ofSeconds(20))
                .build();
        HttpResponse<InputStream> live = client.send(line, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(live.headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");
        try (BufferedReader told = new BufferedReader(new InputStreamReader(live.body(), StandardCharsets.UTF_8))) {
            assertThat(nextLook(told)).isTrue();
            led.move("start");
            assertThat(nextLook(told)).isTrue();
            ann.feels("calm");
            assertThat(nextLook(told)).isTrue();
        }
        assertThat(Running.browser().open("/j/" + led.code() + "/live").status())
                .as("whoever is not in hears nothing")
                .isEqualTo(404);
    }

    private static boolean nextLook(BufferedReader told) throws Exception {
        try (ExecutorService patience = Executors.newSingleThreadExecutor()) {
            return patience.submit(() -> lookLine(told)).get(15, TimeUnit.SECONDS);
        }
    }

    private static boolean lookLine(BufferedReader told) throws IOException {
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            if (line.equals("data:look")) {
                return true;
            }
        }
        return false;
    }

    @Test
    void codesAreNotGuessed() {
        Led led = Led.open("what");
        Browser room = Running.browser();
        for (int i = 0; i < 40; i++) {
            assertThat(room.open("/j/" + led.code()).status()).isEqualTo(200);
        }
        assertThat(room.open("/j")
                        .send(Map.of("code", led.code().toUpperCase(java.util.Locale.ROOT)))
                        .url())
                .endsWith("/j/" + led.code());
        Browser guesser = Running.browser();
        assertThat(guesser.open("/j?lang=en").send(Map.of("code", "00000000")).body())
                .contains("No gathering has this code");
        for (int i = 0; i < 29; i++) {
            guesser.open("/j/0000000" + i % 10);
        }
        assertThat(guesser.open("/j/" + led.code()).status()).isEqualTo(429);
    }

    @Test
    void itIsForThoseInsideAndOnlySomeLead() {
        Led led = Led.open("what");
        Phone ann = led.phone();
        assertThat(ann.browser().open(led.path()).status()).isIn(403, 404);
        assertThat(ann.browser().open(led.path() + "/wall").status()).isIn(403, 404);
        assertThat(ann.browser().open(led.path() + "/live").status()).isIn(403, 404);
        led.move("end");
        assertThat(Running.browser().open("/j/" + led.code() + "?lang=en").body())
                .contains("This gathering has ended.");
        assertThat(ann.look().body()).contains("Thank you for your time");
    }

    private static String found(String body, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(body);
        assertThat(matcher.find()).as(pattern + " in " + body).isTrue();
        return matcher.group(1);
    }
}
