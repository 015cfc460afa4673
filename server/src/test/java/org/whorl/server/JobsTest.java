package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whorl.server.jobs.JobKind;
import org.whorl.server.jobs.Jobs;
import org.whorl.server.jobs.SlowJobs;
import org.whorl.server.platform.Tenancy;
import org.whorl.server.platform.TestBinaries;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/** Long work: started from a page, watched, stopped, found again, and its result fetched; each by who may. */
class JobsTest {

    private static final Browser keeper = Running.keeper();

    @TempDir
    Path folder;

    @BeforeAll
    static void aPartnership() {
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Working", "name-cy", "Gweithio", "place-en", "Here", "place-cy", "Yma"));
        Browser.Page form = keeper.open("/p/working/spirals/new");
        form.send(Map.of("question", "Is this \"copied\", too?", "population", "All", "place", form.option("Here")));
        // Whoever opens a partnership is its administrator from the next page on.
        assertThat(keeper.open("/p/working/jobs").status()).isEqualTo(200);
    }

    @Test
    void theKeeperMakesABackupThatComesBack() throws Exception {
        Browser.Page done = ended(start(keeper, "/house", "backup"));
        assertThat(done.body()).contains("It is done.").contains("Everything is in one file");
        byte[] backup = keeper.fetch(done.url() + "/file", Map.of("_csrf", done.csrf()));
        Path file = Files.write(folder.resolve("fetched.backup"), backup);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path data = folder.resolve("data");
        TestBinaries.linkInto(data);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ServeOptions restore = ServeOptions.read(List.of("restore", file.toString(), "--data", data.toString()));
        new Keeping(restore, new PrintStream(said, true, StandardCharsets.UTF_8)).run();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Everything is back.")
                .contains("as it was written");
        Path kept = Running.data().resolve("jobs").resolve(done.id());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
    }

    @Test
    void theRecordIsCheckedAndTheResultIsLinked() {
        Browser.Page done = ended(start(keeper, "/p/working/jobs", "verify"));
        assertThat(done.body())
                .contains("No line has been changed or removed.")
                .contains("<a class=\"nhsuk-button\" href=\"/p/working/record\">");
        assertThat(ended(start(keeper, "/house", "verify-all")).body()).contains("Records checked: ");
        assertThat(keeper.open("/p/working/record").body()).contains("Started longer work");
        assertThat(keeper.open("/p/working/jobs").body()).contains(done.id());
        assertThat(keeper.open("/house").body()).as("each where it was started").doesNotContain(done.id());
    }

    @Test
    void aPartnershipTakesAwayItsOwnAndNobodyElses() throws IOException {
        Browser.Page done = ended(start(keeper, "/p/working/jobs", "copy"));
        byte[] zip = keeper.fetch(done.url() + "/file", Map.of("_csrf", done.csrf()));
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files.get("spiral.csv"))
                .contains("\"Is this \"\"copied\"\", too?\"")
                .doesNotContain("What already works");
        assertThat(files.get("partnership.csv").lines()).hasSize(2);
        assertThat(files)
                .containsKeys("member.csv", "turn.csv", "record.csv")
                .doesNotContainKeys("account.csv", "job.csv");
    }

    @Test
    void whoMayNotSeesNothingOfIt() {
        Browser.Page mine = ended(start(keeper, "/house", "verify-all"));
        Browser member = invited("member", "jobless@example.org");
        Browser other = invited("facilitator", "working@example.org");
        // A member may have a picture checked, so there is a page; nothing of this is offered there, nor others' work
        // shown.
        assertThat(member.open("/p/working/jobs").body())
                .doesNotContain("Check it")
                .doesNotContain("Make the copy")
                .doesNotContain("Make a backup");
        assertThat(member.open("/house").status()).isEqualTo(403);
        assertThat(Running.browser().open("/house").status()).isEqualTo(403);
        assertThat(Running.browser().open("/p/cwm-taf-morgannwg/jobs").status()).isEqualTo(403);
        assertThat(other.open("/house/" + mine.id()).status()).isEqualTo(403);
        Browser.Page theirs = other.open("/p/working/jobs");
        assertThat(theirs.body())
                .contains("Check it")
                .doesNotContain("Make the copy")
                .doesNotContain("Make a backup");
        Map<String, String> copy = Map.of("_csrf", theirs.csrf(), "kind", "copy");
        assertThat(other.post("/p/working/jobs", copy).status()).isEqualTo(404);
        Browser.Page copied = ended(start(keeper, "/p/working/jobs", "copy"));
        assertThat(other.open("/p/working/jobs/" + copied.id()).status()).isEqualTo(404);
        Map<String, String> csrf = Map.of("_csrf", theirs.csrf());
        assertThat(other.post("/p/working/jobs/" + copied.id() + "/file", csrf).status())
                .isEqualTo(404);
    }

    @Test
    void whatIsStoppedStopsAtOnceAndSaysSo() {
        UUID id = begin("slow", 600);
        Browser.Page going = keeper.open("/house/" + id);
        waitUntil(() -> keeper.open("/house/" + id).body().contains("It is being done."));
        assertThat(begin("slow", 600))
                .as("the very same is not done twice at a time")
                .isEqualTo(id);
        long asked = System.nanoTime();
        keeper.post("/house/" + id + "/cancel", Map.of("_csrf", going.csrf()));
        waitUntil(() -> keeper.open("/house/" + id).body().contains("It was stopped before its end."));
        System.out.printf(
                "stopped after %d ms%n",
                Duration.ofNanos(System.nanoTime() - asked).toMillis());
        assertThat(keeper.post("/house/" + id + "/cancel", Map.of("_csrf", going.csrf()))
                        .body())
                .contains("It had ended by itself.");
    }

    @Test
    void moreThanThereAreHandsForWaits() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(begin("slow", 1_000 + i));
        }
        UUID last = all.getLast();
        waitUntil(() -> keeper.open("/house/" + all.getFirst()).body().contains("It is being done."));
        assertThat(keeper.open("/house/" + last).body()).contains("It waits for its turn.");
        // A partnership for which nothing is being done comes first, however many wait for the house.
        String csrf = keeper.open("/house").csrf();
        Browser.Page other = start(keeper, "/p/working/jobs", "verify");
        keeper.post("/house/" + all.getFirst() + "/cancel", Map.of("_csrf", csrf));
        assertThat(ended(other).body()).contains("It is done.");
        for (UUID id : all) {
            keeper.post("/house/" + id + "/cancel", Map.of("_csrf", csrf));
        }
        for (UUID id : all) {
            waitUntil(() -> keeper.open("/house/" + id).body().contains("It was stopped before its end."));
        }
    }

    @Test
    void whatFailsSaysSoWithoutAnybodysWords() throws IOException {
        UUID id = begin("failing", 1);
        waitUntil(() -> keeper.open("/house/" + id).body().contains("It went wrong."));
        assertThat(keeper.open("/house/" + id).body()).contains("The fault is ours, not yours.");
        assertThat(Files.readString(Running.data().resolve("whorl.log")))
                .contains("a job failed: failing")
                .doesNotContain("Gwen's words");
    }

    @Test
    void whatADeadWorkerLeftIsBegunAgainOrTold() {
        UUID again = begin("slow", 3);
        UUID told = begin("slow-once", 3);
        waitUntil(() -> keeper.open("/house/" + again).body().contains("It is done."));
        waitUntil(() -> keeper.open("/house/" + told).body().contains("It is done."));
        // As they stand in the database when the plug is pulled in the middle of them.
        JdbcClient jdbc = JdbcClient.create(Running.bean(javax.sql.DataSource.class));
        TransactionTemplate transaction = new TransactionTemplate(Running.bean(PlatformTransactionManager.class));
        Tenancy.acrossAll(() -> transaction.execute(
                _ -> jdbc.sql("""
                        update job set state = 'running', worker = ?, beat_at = now() - interval '1 minute',
                            ended_at = null where id in (?, ?)""").params(UUID.randomUUID(), again, told).update()));
        waitUntil(() -> keeper.open("/house/" + told).body().contains("It was interrupted."));
        waitUntil(() -> keeper.open("/house/" + again).body().contains("It is done."));
    }

    private static UUID begin(String kind, int tenths) {
        JdbcClient jdbc = JdbcClient.create(Running.bean(javax.sql.DataSource.class));
        UUID account = jdbc.sql("select id from account where email = 'keeper@example.org'")
                .query(UUID.class)
                .single();
        Viewer viewer = new Viewer(
                Optional.of(account),
                Optional.empty(),
                Optional.empty(),
                EnumSet.of(Role.SIGNED_IN, Role.HOUSE_KEEPER));
        @SuppressWarnings("unchecked")
        JobKind<SlowJobs.Slow> slow = Running.bean(kind.equals("slow-once") ? "slowOnce" : kind, JobKind.class);
        return viewer.doing(() -> Running.bean(Jobs.class).start(slow, new SlowJobs.Slow(tenths)));
    }

    private static Browser.Page start(Browser browser, String path, String kind) {
        return browser.post(path, Map.of("_csrf", browser.open(path).csrf(), "kind", kind));
    }

    /** Looks again, as somebody without script does, until it has ended. */
    private static Browser.Page ended(Browser.Page page) {
        assertThat(page.status()).as(page.url()).isEqualTo(200);
        waitUntil(() -> !page.browser().open(page.url()).body().contains("Look again now"));
        return page.browser().open(page.url());
    }

    private static void waitUntil(java.util.function.BooleanSupplier seen) {
        for (int i = 0; !seen.getAsBoolean(); i++) {
            assertThat(i).as("looked so many times").isLessThan(600);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static Browser invited(String role, String email) {
        Matcher link = Pattern.compile("/join/[A-Za-z0-9_-]+")
                .matcher(keeper.open("/p/working/people/invite")
                        .send(Map.of("role", role))
                        .body());
        assertThat(link.find()).isTrue();
        Browser browser = Running.browser();
        browser.open(link.group()).send(Map.of("name", "Somebody", "email", email, "password", Running.PASSWORD));
        browser.signIn(email, Running.PASSWORD);
        return browser;
    }
}
