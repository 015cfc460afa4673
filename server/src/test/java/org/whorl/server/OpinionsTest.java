package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People vote without a login; what is shown of it is never about fewer than ten. */
class OpinionsTest {

    private static final List<String> STATEMENTS = List.of(
            "People wait too long for home care",
            "Nights are the worst",
            "The ward should close",
            "Buses run late here",
            "Young people should be asked",
            "Doctors should visit at home",
            "One number to ring is enough",
            "Carers get enough rest");

    private static final StoryHouse HOUSE = new StoryHouse("Voting");

    @BeforeAll
    static void aSpiral() {
        Browser.Page form = HOUSE.keeper.open(HOUSE.here + "/spirals/new?lang=en");
        form.send(Map.of("question", "Who waits?", "population", "All", "place", form.option("Ferndale")));
    }

    /** Votes for each statement, as letters: a agrees, d disagrees, p passes. */
    private static Map<String, String> votes(String letters) {
        Map<String, String> votes = new HashMap<>();
        for (int j = 0; j < letters.length(); j++) {
            votes.put(
                    STATEMENTS.get(j),
                    switch (letters.charAt(j)) {
                        case 'a' -> "agree";
                        case 'd' -> "disagree";
                        default -> "pass";
                    });
        }
        return votes;
    }

    @Test
    void peopleVoteBlindOnceEachAndSeeWhatTenOrMoreThink() {
        VoteHouse question = new VoteHouse(HOUSE.keeper, HOUSE.here, "What about evenings?");
        Browser first = Running.browser();
        assertThat(first.open(question.link + "?lang=en").body()).contains("There is nothing to vote on yet");
        STATEMENTS.forEach(question::states);
        assertThat(question.judge(STATEMENTS.getFirst(), "refused", "").body()).contains("Say why");

        // Blind: neither results nor who wrote it, before one has voted; and after one vote, the others are as before.
        Browser.Page page = first.open(question.link + "?lang=en");
        assertThat(page.body()).contains("Statement 1 of 8").doesNotContain("Keeper", "Common ground", "agrees");
        String shown = page.body();
        VoteHouse.cast(page, "agree");
        assertThat(first.open(question.link + "?lang=en").body()).contains("Statement 2 of 8");
        // Sent again, from a tab that was open before: it is one vote, and the last counts.
        VoteHouse.cast(new Browser.Page(first, 200, page.url(), shown, page.headers()), "disagree");
        VoteHouse.cast(new Browser.Page(first, 200, page.url(), shown, page.headers()), "disagree");
        assertThat(first.open(question.link + "?lang=en").body()).contains("Statement 2 of 8");
        assertThat(count(question, "vote = -1")).isEqualTo(1);
        assertThat(count(question, "true")).isEqualTo(1);
        first.post(
                question.link + "/take-back",
                Map.of("_csrf", first.open(question.link).csrf()));
        assertThat(count(question, "true")).isZero();

        // Nine agree on the first two, differ on nothing, and one more makes ten.
        for (int i = 0; i < 9; i++) {
            Browser.Page done = question.votes(Running.browser(), votes("aadpadpa"));
            assertThat(done.body()).contains("Thank you", "once enough people have voted");
        }
        Browser.Page few = question.keeper.open(question.here + "?lang=en");
        assertThat(few.body()).contains("Fewer than ten people").doesNotContain("9 people");
        assertThat(question.keeper
                        .post(question.here + "/work-out", Map.of("_csrf", few.csrf()))
                        .body())
                .contains("Nothing can be shown before ten people have voted");
        Browser tenth = Running.browser();
        question.votes(tenth, votes("aadpadpa"));
        Browser.Page told = question.workedOut();
        assertThat(VoteHouse.plain(told.body()))
                .contains("10 people have voted")
                .contains("Nobody can tell if there are groups of opinion")
                .contains("We take everybody together");
        assertThat(VoteHouse.between(told.body(), "agreed", "disagreed"))
                .contains("People wait too long for home care 100% (79% to 100%)", "Nights are the worst")
                .doesNotContain("The ward should close", "Buses run late");
        assertThat(VoteHouse.between(told.body(), "disagreed", "unclear")).contains("The ward should close");
        assertThat(VoteHouse.between(told.body(), "passed", "no-map")).contains("Buses run late here 100%");
        assertThat(told.body()).contains("There is no map of fewer than fifteen people");
        assertThat(tenth.open(question.link + "/done?lang=en").body()).contains("Common ground");
        assertThat(Running.browser().open(question.link + "/done?lang=en").body())
                .as("blind until one has voted")
                .doesNotContain("Common ground");

        // Three more are not ten more: what they changed would be what three said.
        for (int i = 0; i < 3; i++) {
            question.votes(Running.browser(), votes("ddaaaaaa"));
        }
        assertThat(question.keeper
                        .post(question.here + "/work-out", Map.of("_csrf", told.csrf()))
                        .body())
                .contains("Ten more people must vote");
        assertThat(question.keeper.open(question.here + "?lang=en").body()).contains("100%");

        // Closed, nobody votes.
        question.keeper.post(question.here + "/open", Map.of("_csrf", told.csrf(), "open", "no"));
        assertThat(Running.browser().open(question.link + "?lang=en").body()).contains("This vote is closed");
    }

    @Test
    void fourOfARoleAreNeverShown() {
        VoteHouse question = new VoteHouse(HOUSE.keeper, HOUSE.here, "Who should decide?");
        STATEMENTS.forEach(question::states);
        // Nobody votes like anybody else, but on the first.
        Random random = new Random(7);
        Supplier<String> letters = () -> "a"
                + random.ints(STATEMENTS.size() - 1, 0, 3)
                        .mapToObj(each -> "adp".substring(each, each + 1))
                        .collect(Collectors.joining());
        for (int i = 0; i < 11; i++) {
            Browser patient = Running.browser();
            question.votes(patient, votes(letters.get()));
            question.says(patient, "Patient or carer", i == 0 ? "Because of my mother" : "");
        }
        for (int i = 0; i < 12; i++) {
            Browser nurse = Running.browser();
            question.votes(nurse, votes(letters.get()));
            question.says(nurse, "Nurse", "");
        }
        for (int i = 0; i < 4; i++) {
            Browser doctor = Running.browser();
            question.votes(doctor, votes("dddddddd"));
            question.says(doctor, "GP", "");
        }
        Browser.Page told = question.workedOut();
        String plain = VoteHouse.plain(told.body());
        assertThat(plain).contains("27 people have voted", "We compare people by what they said they are");
        assertThat(VoteHouse.between(told.body(), "sides", "agree"))
                .contains("Patient or carer", "Nurse: 12 people")
                .doesNotContain("GP")
                .as("27 less both groups would be the four")
                .doesNotContain("11 people");
        assertThat(VoteHouse.between(told.body(), "agreed", "differ"))
                .as("the four who disagree change nothing")
                .contains("People wait too long for home care 100%");
        assertThat(plain.replace("Keeper", "")).doesNotContain("GP ", "Meddyg teulu");
        for (Browser who : List.of(question.keeper, HOUSE.member, Running.browser())) {
            assertThat(who.open(question.here + "?lang=en").body()).doesNotContain("GP:");
        }
        assertThat(question.keeper.open(question.here + "/statements").body()).contains("Because of my mother");
        assertThat(HOUSE.member.open(question.here + "/statements").body()).doesNotContain("Because of my mother");
        // What is taken away as files says of nobody what they are.
        Map<String, String> files = unzipped(question.keeper.fetch(
                question.here + "/take-away",
                Map.of("_csrf", question.keeper.open(question.here).csrf())));
        assertThat(files.keySet())
                .containsExactly("participants-votes.csv", "votes.csv", "comments.csv", "summary.csv");
        assertThat(files.values()).noneMatch(text -> text.contains("Nurse") || text.contains("mother"));
        assertThat(files.get("participants-votes.csv").lines()).hasSize(28);
        assertThat(question.keeper
                        .post(
                                question.here + "/take-away",
                                Map.of(
                                        "_csrf",
                                        question.keeper.open(question.here).csrf()))
                        .body())
                .as("one file beside another would tell who voted in between")
                .contains("The files were taken before");
    }

    @Test
    void aStatementWaitsForSomebodyAndNobodyIsRefusedWithoutAReason() {
        VoteHouse question = new VoteHouse(HOUSE.keeper, HOUSE.here, "What next?");
        HOUSE.member
                .open(question.here + "/statements")
                .send(Map.of("words", "The council never listens", "language", "en"));
        Browser voter = Running.browser();
        assertThat(voter.open(question.link + "?lang=en").body()).doesNotContain("never listens");
        assertThat(question.keeper.open(question.here + "/statements?lang=en").body())
                .contains("This may sound as if somebody is blamed");
        question.judge("The council never listens", "reword", "Say what happens at the meeting");
        Browser.Page mine = HOUSE.member.open(question.here + "/statements?lang=en");
        assertThat(mine.body()).contains("Say what happens at the meeting", "Please say it in other words");
        String at = StoryHouse.found(mine.body(), "action=\"([^\"]*/reword)\"");
        HOUSE.member.post(
                at, Map.of("_csrf", mine.csrf(), "version", "2", "words", "Nobody minutes what patients say"));
        question.judge("Nobody minutes what patients say", "accepted", "");
        assertThat(voter.open(question.link + "?lang=en").body())
                .contains("Nobody minutes what patients say")
                .doesNotContain("Dev of", "never listens");

        assertThat(HOUSE.keeper.open(HOUSE.here + "/news?lang=en").body())
                .as("whoever may judge hears of it")
                .contains("A statement waits for somebody to look at it.");
        assertThat(HOUSE.member.open(HOUSE.here + "/news?lang=en").body())
                .as("in their list there is only the choice to hear of it")
                .doesNotContain("A statement waits for somebody to look at it.</a>");

        // Whoever votes suggests one, reads why it was refused, and is nobody.
        voter.open(question.link + "/suggest?lang=en").send(Map.of("words", "Meet in the evening"));
        Browser.Page waits = question.keeper.open(question.here + "/statements?lang=en");
        assertThat(waits.body()).contains("Meet in the evening", "From somebody who voted");
        question.judge("Meet in the evening", "refused", "There is one like it already");
        assertThat(voter.open(question.link + "/done?lang=en").body()).contains("There is one like it already");
        assertThat(HOUSE.keeper.open(HOUSE.here + "/record").body())
                .contains("voted")
                .doesNotContain("evening");

        // Who may not look after it, does not.
        assertThat(HOUSE.member.open(HOUSE.here + "/patterns/opinions/new").status())
                .isEqualTo(403);
        Browser.Page statements = HOUSE.member.open(question.here + "/statements");
        assertThat(HOUSE.member
                        .post(question.here + "/work-out", Map.of("_csrf", statements.csrf()))
                        .status())
                .isEqualTo(403);
        assertThat(HOUSE.member
                        .post(question.here + "/take-away", Map.of("_csrf", statements.csrf()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsRefusedIsNeverCalledDone() {
        VoteHouse question = new VoteHouse(HOUSE.keeper, HOUSE.here, "What is refused?");
        question.states("Nights are long");
        Browser.Page why = question.judge("Nights are long", "refused", "");
        assertThat(why.status()).isEqualTo(422);
        assertThat(why.body())
                .contains("Say why. Nobody is refused without a reason.", "href=\"#note-")
                .doesNotContain("nhsuk-notification-banner");
        String csrf = why.csrf();
        for (String door : List.of("/work-out", "/take-away")) {
            Browser.Page early = HOUSE.keeper.post(question.here + door, Map.of("_csrf", csrf));
            assertThat(early.status()).as(door).isEqualTo(422);
            assertThat(early.body())
                    .contains("That was not done", "Nothing can be shown before ten people have voted.")
                    .as("the way to the other language leads to the page, not to the door")
                    .contains("href=\"" + question.here + "?lang=cy\"")
                    .doesNotContain("nhsuk-notification-banner");
        }
        String statement = StoryHouse.found(why.body(), "id=\"statement-([0-9a-f-]{36})\"");
        Browser.Page old = HOUSE.keeper.post(
                question.here + "/statements/" + statement,
                Map.of("_csrf", csrf, "version", "1", "state", "accepted", "note", ""));
        assertThat(old.status()).as("somebody judged it first").isEqualTo(422);
        assertThat(old.body()).contains("That was not done").doesNotContain("nhsuk-notification-banner");
        Browser voter = Running.browser();
        Browser.Page vote = voter.open(question.link + "?lang=en");
        Browser.Page blank = VoteHouse.cast(vote, "perhaps");
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.body()).contains("Choose one of the three.", "Nights are long");
    }

    @Test
    void aSentenceFromAStoryIsNobodysUntilItsTellerSaysYes() {
        VoteHouse question = new VoteHouse(HOUSE.keeper, HOUSE.here, "What did you live through?");
        String code = HOUSE.released(
                Telling.story("The xenops came at night").with("for-partnership", "yes"),
                "xenops",
                "Somebody came at night, and it was good.");
        String story = HOUSE.id("xenops");
        Browser.Page draw = HOUSE.keeper.open(question.here + "/story/" + story + "?lang=en");
        assertThat(draw.send(Map.of("words", "Someone should come at night", "translated", "person"))
                        .body())
                .contains("Whoever told the story is asked");
        question.judge("Someone should come at night", "accepted", "");
        Browser voter = Running.browser();
        assertThat(voter.open(question.link + "?lang=en").body())
                .as("accepted, and yet hidden")
                .doesNotContain("Someone should come at night");
        assertThat(HOUSE.member.open(question.here + "/statements").body())
                .doesNotContain("Someone should come at night");

        Browser teller = Running.browser();
        Browser.Page mine = teller.open("/t/mine/" + code + "?lang=en");
        assertThat(mine.body()).contains("Someone should come at night", "What did you live through?");
        String at = StoryHouse.found(mine.body(), "action=\"(/t/mine/[^\"]*/quotes/[0-9a-f-]{36})\"");
        teller.post(at, Map.of("_csrf", mine.csrf(), "may", "yes"));
        Browser.Page page = voter.open(question.link + "?lang=en");
        assertThat(page.body()).contains("Someone should come at night");
        VoteHouse.cast(page, "agree");
        teller.post(at, Map.of("_csrf", mine.csrf(), "may", "no"));
        assertThat(voter.open(question.link + "/done?lang=en").body()).doesNotContain("Someone should come at night");
        teller.post(at, Map.of("_csrf", mine.csrf(), "may", "yes"));
        assertThat(voter.open(question.link + "/done?lang=en").body()).contains("Someone should come at night");

        // Taken back, the words are gone from everywhere.
        teller.post("/t/mine/" + code + "/withdraw", Map.of("_csrf", mine.csrf()));
        assertThat(voter.open(question.link + "/done?lang=en").body()).doesNotContain("Someone should come at night");
        assertThat(HOUSE.keeper.open(question.here + "/statements?lang=en").body())
                .contains("These words are no longer here")
                .doesNotContain("Someone should come at night");
        assertThat(HOUSE.asked("select count(*) from story_sentence", Integer.class))
                .isZero();
    }

    @Test
    void aConversationOfPolisComesInWholeAndComesOutAsTheSameVotes() throws IOException {
        Path shared = Path.of(
                System.getProperty("whorl.shared", "../shared"), "data", "polis", "openData", "brexit-consensus");
        Assumptions.assumeTrue(Files.exists(shared), "the open data of Polis are not here");
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : List.of("participants-votes.csv", "comments.csv")) {
            files.put(name, Files.readString(shared.resolve(name)));
        }
        Map<String, String> wrong = new LinkedHashMap<>(files);
        wrong.put(
                "participants-votes.csv",
                files.get("participants-votes.csv").replaceFirst("\n1,1,0,18,8,9,-1,1", "\n1,1,0,18,8,9,-1,maybe"));
        Browser.Page refused = bring(wrong, "Faulty");
        assertThat(refused.body()).contains("participants-votes.csv:3: 1:", "maybe", "Nothing was brought in");
        assertThat(HOUSE.keeper.open(HOUSE.here + "/patterns/opinions").body()).doesNotContain("Faulty");

        Browser.Page brought = bring(files, "Brexit");
        assertThat(brought.body()).contains("204 people have voted", "Held elsewhere");
        String here = brought.url().replaceFirst(".*(/p/)", "$1").replaceFirst("\\?.*", "");
        Browser.Page job = HOUSE.keeper.post(here + "/work-out", Map.of("_csrf", brought.csrf()));
        for (int i = 0; i < 600 && !job.body().contains("The votes are worked out"); i++) {
            sleep();
            job = HOUSE.keeper.open(job.url());
        }
        // Word for word the figures of `whorl opinions` for the same file.
        String told = VoteHouse.plain(HOUSE.keeper.open(here + "?lang=en").body());
        assertThat(told)
                .contains("There are 2 groups of opinion", "less than once in a hundred times", "still alike: 0.84")
                .contains("Group 1: 103 people", "Group 2: 86 people")
                .contains("Without Group 1")
                .contains("Where people stand");

        // Also what came from elsewhere can be looked after, and worked out again: no vote changes by it.
        Browser.Page all = HOUSE.keeper.open(here + "/statements?lang=en");
        String one = StoryHouse.found(all.body(), "action=\"([^\"]*/statements/[0-9a-f-]{36})\"");
        assertThat(HOUSE.keeper
                        .post(
                                one,
                                Map.of(
                                        "_csrf",
                                        all.csrf(),
                                        "version",
                                        "1",
                                        "state",
                                        "refused",
                                        "note",
                                        "It names somebody"))
                        .body())
                .contains("It names somebody");
        assertThat(HOUSE.keeper.open(here + "?lang=en").body()).contains("id=\"work-out\"");
        Browser.Page back = HOUSE.keeper.open(here + "/statements");
        HOUSE.keeper.post(one, Map.of("_csrf", back.csrf(), "version", "2", "state", "accepted", "note", ""));

        Map<String, String> out = unzipped(HOUSE.keeper.fetch(
                here + "/take-away", Map.of("_csrf", HOUSE.keeper.open(here).csrf())));
        assertThat(cells(out.get("participants-votes.csv"), 6))
                .isEqualTo(cells(files.get("participants-votes.csv"), 6));
        Browser.Page again = bring(out, "Brexit again");
        assertThat(again.body()).contains("204 people have voted");
        Browser.Page none = bring(Map.of("readme.txt", "nothing"), "Nothing");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body()).contains("There are no votes in it.");
        Browser.Page twice = bring(files, "Brexit");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.body()).contains("A conversation with this question was brought in already.");
        Browser.Page wordless =
                bring(Map.of("participants-votes.csv", files.get("participants-votes.csv")), "Without words");
        assertThat(wordless.status()).isEqualTo(422);
        assertThat(wordless.body()).contains("The statements are only numbers here. Choose comments.csv as well");
    }

    @Test
    void aFileThatIsNoneSaysWhatWouldBeRight() {
        String path = HOUSE.here + "/patterns/opinions/bring";
        Map<String, String> about = Map.of(
                "question-en",
                "Broken",
                "question-cy",
                "Wedi torri",
                "language",
                "en",
                "spiral",
                VoteHouse.spiral(HOUSE.keeper.open(path + "?lang=en")));
        Browser.Page broken =
                HOUSE.keeper.upload(path, "votes.zip", "PK and not a zip".getBytes(StandardCharsets.UTF_8), about);
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.body()).contains("This zip cannot be opened.");
        Browser.Page parted = HOUSE.keeper.upload(
                path,
                "participants-votes.csv",
                "participant;Nights;Days\n1;1;-1\n".getBytes(StandardCharsets.UTF_8),
                about);
        assertThat(parted.status()).isEqualTo(422);
        assertThat(parted.body())
                .contains("the columns stand apart by semicolons", "save the sheet as CSV with commas");
        Map<String, String> none = new HashMap<>(about);
        none.put("_csrf", HOUSE.keeper.open(path).csrf());
        Browser.Page without = HOUSE.keeper.post(path, none);
        assertThat(without.status()).as("a form that carries no file at all").isEqualTo(422);
        assertThat(without.body()).contains("Choose a file with votes");
    }

    @Test
    void nothingIsSaidTwice() {
        VoteHouse question = new VoteHouse(HOUSE.keeper, HOUSE.here, "What is said twice?");
        question.states("Buses stop at six");
        Browser.Page again = HOUSE.member
                .open(question.here + "/statements?lang=en")
                .send(Map.of("words", "buses stop  at SIX.", "language", "en"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("This has been said already");
        Browser.Page suggested =
                Running.browser().open(question.link + "/suggest?lang=en").send(Map.of("words", "Buses stop at six!"));
        assertThat(suggested.status()).isEqualTo(422);
        assertThat(suggested.body()).contains("This has been said already");
        Browser.Page form = HOUSE.keeper.open(HOUSE.here + "/patterns/opinions/new?lang=en");
        Browser.Page asked = form.send(Map.of(
                "question-en",
                "What is said twice?",
                "question-cy",
                "Arall",
                "spiral",
                VoteHouse.spiral(form),
                "roles",
                ""));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("This question is open for votes already.");
    }

    private static Browser.Page bring(Map<String, String> files, String question) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        String path = HOUSE.here + "/patterns/opinions/bring";
        return HOUSE.keeper.upload(
                path,
                "votes.zip",
                bytes.toByteArray(),
                Map.of(
                        "question-en",
                        question,
                        "question-cy",
                        question + " (cy)",
                        "language",
                        "en",
                        "spiral",
                        VoteHouse.spiral(HOUSE.keeper.open(path))));
    }

    /** The votes of a matrix by the number of whoever cast them, without what stands before them. */
    private static List<String> cells(String matrix, int before) {
        return matrix.lines()
                .sorted(Comparator.comparingInt(line -> line.startsWith("participant") ? -1 : number(line)))
                .map(line -> line.replaceFirst("^([^,]*,){" + before + "}", ""))
                .toList();
    }

    private static int number(String line) {
        return Integer.parseInt(line.substring(0, line.indexOf(',')));
    }

    private static Map<String, String> unzipped(byte[] bytes) {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return files;
    }

    /** How many votes of a question are kept. */
    private static int count(VoteHouse question, String which) {
        return HOUSE.asked(
                "select count(*)::int from opinion_vote v join opinion_statement s on s.id = v.statement"
                        + " where s.conversation = '" + question.id + "' and " + which,
                Integer.class);
    }

    private static void sleep() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
