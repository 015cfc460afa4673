package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whorl.server.platform.Tenancy;

/** A spreadsheet of stories that were collected elsewhere is all taken in, or nothing of it. */
class BringTest {

    private static final String HERE = "/p/brings";
    private static final Browser KEEPER = Running.keeper();
    private static final String HEADINGS =
            "Reference,Kind,Words,Language,What goes well,About,Whose words,Age,Place,For the team,For the partnership,For training,For research,For everybody,For newspapers\n";
    private static String collector = "";

    @BeforeAll
    static void aPartnership() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Brings", "name-cy", "Dod", "place-en", "Here", "place-cy", "Yma"));
        assertThat(KEEPER.open(HERE + "/bring").body()).contains("Say first who collected them.");
        KEEPER.open(HERE + "/collectors").send(Map.of("name", "Cwm carers", "kind", "voluntary"));
        collector = KEEPER.open(HERE + "/bring").option("Cwm carers");
    }

    private static Browser.Page upload(String name, byte[] file) {
        return KEEPER.upload(HERE + "/bring", name, file, Map.of("collector", collector));
    }

    private static Browser.Page upload(String rows) {
        return upload("sheet.csv", (HEADINGS + rows).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = BringTest.class.getResourceAsStream("/org/whorl/server/stories/" + name)) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    /** A row in English with that reference, words and rest. */
    private static String row(String reference, String words) {
        return reference + ",story,\"" + words.replace("\"", "\"\"")
                + "\",English,,,written down,16 or over,Wales,yes,yes,no,no,no,no\n";
    }

    private static Browser.Page bring(Browser.Page checked) {
        Matcher to =
                Pattern.compile("action=\"(" + HERE + "/bring/[0-9a-f-]{36})\"").matcher(checked.body());
        assertThat(to.find()).as(checked.body()).isTrue();
        return KEEPER.post(to.group(1), Map.of("_csrf", checked.csrf()));
    }

    private static String codes(Browser.Page brought) {
        Matcher to = Pattern.compile("action=\"(" + HERE + "/bring/[0-9a-f-]{36}/codes)\"")
                .matcher(brought.body());
        assertThat(to.find()).as(brought.body()).isTrue();
        String text = new String(KEEPER.fetch(to.group(1), Map.of("_csrf", brought.csrf())), StandardCharsets.UTF_8);
        assertThat(KEEPER.post(to.group(1), Map.of("_csrf", brought.csrf())).body())
                .as("once")
                .contains("These codes were fetched before");
        return text;
    }

    /** How many there are, as nobody but the store of held stories may ask. */
    private static long held() {
        JdbcClient jdbc = JdbcClient.create(Running.bean(DataSource.class));
        TransactionTemplate transaction = new TransactionTemplate(Running.bean(PlatformTransactionManager.class));
        return Tenancy.acrossAll(() -> transaction.execute(_ -> {
            jdbc.sql("select set_config('whorl.story_care', 'yes', true)")
                    .query(String.class)
                    .single();
            return jdbc.sql(
                            "select count(*) from contribution c join partnership p on p.id = c.partnership where p.slug = 'brings'")
                    .query(Long.class)
                    .single();
        }));
    }

    @Test
    void aWorkbookInWelshIsBroughtOnceAndItsTellersGetCodes() throws IOException {
        byte[] file = resource("straeon.xlsx");
        long before = held();
        Browser.Page checked = upload("straeon.xlsx", file);
        assertThat(checked.body())
                .contains("Nothing is wrong", "3 rows", "Collected with Cwm carers.", "Doedd neb yn ateb");
        assertThat(held()).as("nothing is kept yet").isEqualTo(before);
        Browser.Page brought = bring(checked);
        assertThat(brought.body()).contains("3 rows were brought in.");
        assertThat(held()).isEqualTo(before + 3);
        String codes = codes(brought);
        Matcher first = Pattern.compile("\"101\",\"([0-9a-z-]{19})\",\"http").matcher(codes);
        assertThat(first.find()).as(codes).isTrue();
        assertThat(Running.browser().open("/t/mine/" + first.group(1)).body())
                .contains("Doedd neb yn ateb y ffôn ar ôl saith")
                .contains("Mae’r cymydog yn galw.")
                .contains("lang=\"cy\"");
        Matcher second = Pattern.compile("\"102\",\"([0-9a-z-]{19})\"").matcher(codes);
        assertThat(second.find()).isTrue();
        assertThat(Running.browser().open("/t/mine/" + second.group(1)).body()).contains("=HYPERLINK(\"http://x\")");
        Browser.Page sure = Running.browser().open("/t/mine/" + first.group(1) + "/withdraw");
        sure.send(Map.of());
        Browser.Page again = upload("straeon.xlsx", file);
        assertThat(again.body()).contains("3 of them were brought in before.");
        assertThat(bring(again).body())
                .contains("0 rows were brought in.")
                .contains("3 rows were brought in before.")
                .doesNotContain("Fetch the codes");
        assertThat(held()).as("what was taken back stays away").isEqualTo(before + 2);
        assertThat(KEEPER.open(HERE + "/ways").body()).contains("A spreadsheet").contains("Cwm carers");
    }

    /** IG-05. */
    @Test
    void whatSaysWhoSomebodyIsIsRefusedWithItsLineAndNothingIsKept() throws IOException {
        long before = held();
        Browser.Page page = upload(row("n-1", "Right")
                + row("n-2", "943 476 5919 is mine")
                + row("n-3", "Ring 01443 123456")
                + row("n-4", "CF40 1NY")
                + row("n-5", "Born 4 March 1931")
                + row("n-6", "eirlys@example.org"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(text(page))
                .contains("Nothing was brought in")
                .contains("3 Words An NHS number stands here Take it away")
                .contains("4 Words A telephone number stands here")
                .contains("5 Words A whole postcode stands here Write only its first half, such as CF40")
                .contains("6 Words A date of birth, or a day by itself, stands here")
                .contains("7 Words An e-mail address stands here");
        assertThat(page.body()).doesNotContain("943 476", "01443", "CF40 1NY", "1931", "eirlys@");
        Browser.Page workbook = upload("wrong.xlsx", resource("wrong.xlsx"));
        assertThat(text(workbook))
                .contains("2 Beth sy’n mynd yn dda A date of birth, or a day by itself, stands here")
                .contains("3 Geiriau An NHS number stands here")
                .contains("3 I bawb Somebody that young does not choose this alone Write no, or correct the age");
        assertThat(held()).isEqualTo(before);
        assertThat(new String(
                        java.nio.file.Files.readAllBytes(Running.data().resolve("whorl.log")), StandardCharsets.UTF_8))
                .doesNotContain("943 476 5919");
    }

    @Test
    void everyFaultIsToldWithItsLineAndColumnAndWhatWouldBeRight() {
        long before = held();
        Browser.Page page = upload(row("f-1", "")
                + "f-2,tale,Words,French,,,somebody,old,Atlantis,maybe,,no,no,no,no\n"
                + row("f-3", "x".repeat(6_001))
                + row("f-1", "Again")
                + row("f-4", "Beside").replace("no\n", "no,secret\n"));
        assertThat(text(page))
                .contains("2 Words Nothing stands here Fill it in")
                .contains("3 Kind This is none of the answers One of these: story, thanks")
                .contains("3 Language This is none of the answers One of these: English, Welsh, Saesneg, Cymraeg")
                .contains("3 Place This is none of the answers One of these: Here, Yma, Wales")
                .contains("3 For the team This is none of the answers One of these: yes, no, ie, na")
                .contains("3 For the partnership It does not say if these people may hear it")
                .contains("4 Words This is too long")
                .contains("5 Reference The same reference stands on line 2")
                .contains("6 Something stands in column 16, which has no heading");
        Browser.Page columns =
                upload("x.csv", "Reference,Name,Words\n1,Eirlys,Hello\n".getBytes(StandardCharsets.UTF_8));
        assertThat(text(columns))
                .contains("1 Name There is no such column")
                .contains("1 For everybody / I bawb Nobody has said if these people may hear it");
        assertThat(text(upload("x.csv", HEADINGS.getBytes(StandardCharsets.UTF_8))))
                .contains("There are headings and nothing below them");
        assertThat(upload("x.csv", new byte[] {'a', (byte) 0xEE}).body()).contains("cannot be read for sure");
        assertThat(upload("x.csv", new byte[0]).body()).contains("Choose a spreadsheet");
        assertThat(KEEPER.upload(HERE + "/bring", "x.csv", HEADINGS.getBytes(StandardCharsets.UTF_8), Map.of())
                        .body())
                .contains("Choose who collected them");
        assertThat(held()).isEqualTo(before);
    }

    @Test
    void theRowThatShowsHowIsNobodysStory() {
        for (String language : List.of("en", "cy")) {
            byte[] template = KEEPER.fetch(HERE + "/bring/template?in=" + language);
            assertThat(new String(template, StandardCharsets.UTF_8)).startsWith("\uFEFF\"");
            assertThat(upload("template.csv", template).body())
                    .as(language)
                    .contains("There are headings and nothing below them");
            String filled = new String(template, StandardCharsets.UTF_8) + row("shown-" + language, "We waited.");
            assertThat(upload("template.csv", filled.getBytes(StandardCharsets.UTF_8))
                            .body())
                    .as(language)
                    .contains("Nothing is wrong", "1 row")
                    .doesNotContain("Write what was said here", "beth a ddywedwyd");
        }
    }

    @Test
    void aFileThatIsTooLargeIsToldSo() {
        Browser.Page refused = upload("large.csv", new byte[(20 << 20) + 1]);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body()).contains("That file is too large", "A file may have up to 20 MB");
    }

    @Test
    void aStrokeTooManyLeadsToThePage() {
        Browser.Page there = KEEPER.open(HERE + "/bring/");
        assertThat(there.status()).isEqualTo(200);
        assertThat(there.url()).endsWith(HERE + "/bring");
    }

    @Test
    void aFormulaStaysWordsAndLeavesAsWords() {
        Browser.Page brought = bring(upload(
                row("=2+3", "+44 is how numbers begin") + row("@sum", "-1 it said") + row("z", "=cmd|' /C calc'!A0")));
        assertThat(brought.body()).contains("3 rows were brought in.");
        String codes = codes(brought);
        assertThat(codes).contains("\"'=2+3\"", "\"'@sum\"").doesNotContain("\"=2+3\"");
        Matcher third = Pattern.compile("\"z\",\"([0-9a-z-]{19})\"").matcher(codes);
        assertThat(third.find()).isTrue();
        assertThat(Running.browser().open("/t/mine/" + third.group(1)).body()).contains("=cmd|");
    }

    @Test
    void aLargeSheetIsTakenInWhole() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            rows.add(row(
                    "large-" + i,
                    "It happened for the time " + (char) ('a' + i % 26) + " that we waited in the hall."));
        }
        long before = held();
        long start = System.nanoTime();
        Browser.Page brought = bring(upload(String.join("", rows)));
        System.out.printf("5,000 rows in %.1f s%n", (System.nanoTime() - start) / 1e9);
        assertThat(brought.body()).contains("5,000 rows were brought in.");
        assertThat(held()).isEqualTo(before + 5_000);
        Set<String> codes = new HashSet<>();
        Pattern.compile(",\"([0-9a-z-]{19})\",")
                .matcher(codes(brought))
                .results()
                .forEach(found -> codes.add(found.group(1)));
        assertThat(codes).hasSize(5_000);
    }

    @Test
    void onlyWhoeverCheckedItBringsItIn() {
        Browser.Page checked = upload(row("mine", "Mine alone"));
        Matcher to =
                Pattern.compile("action=\"(" + HERE + "/bring/[0-9a-f-]{36})\"").matcher(checked.body());
        assertThat(to.find()).isTrue();
        Browser stranger = Running.browser();
        String csrf = stranger.open("/sign-in").csrf();
        assertThat(stranger.post(to.group(1), Map.of("_csrf", csrf)).status()).isIn(403, 404);
        assertThat(bring(checked).body()).contains("1 row was brought in.");
        assertThat(KEEPER.post(to.group(1), Map.of("_csrf", checked.csrf())).body())
                .contains("This sheet is no longer here");
    }

    private static String text(Browser.Page page) {
        return page.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
