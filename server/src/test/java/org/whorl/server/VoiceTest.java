package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whorl.server.platform.Tenancy;
import org.whorl.server.stories.Retention;

/** Voice and photographs: who hears and sees them, from when, and what is left of them. */
class VoiceTest {

    private static final String HERE = "/p/spoken";
    private static final Browser KEEPER = Running.keeper();
    private static final Browser SIAN = Running.browser();
    private static final Browser DEV = Running.browser();
    private static String link = "";

    @BeforeAll
    static void aPartnershipWithACarerAndAMember() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Spoken", "name-cy", "Ar lafar", "place-en", "Pentre", "place-cy", "Y Pentre"));
        link = found(KEEPER.open(HERE + "/telling").send(Map.of()), "<code>https?://[^/]+(/t/[0-9a-z]{12})</code>");
        join(SIAN, "story-carer", "Sian", "sian-who-listens@example.org");
        join(DEV, "member", "Dev", "dev-who-looks@example.org");
        SIAN.post(
                HERE + "/care/there",
                Map.of(
                        "_csrf",
                        SIAN.open(HERE + "/care").csrf(),
                        "trained",
                        LocalDate.now(ZoneOffset.UTC).minusMonths(3).toString(),
                        "today",
                        "yes"));
    }

    private static void join(Browser browser, String role, String name, String email) {
        String invitation =
                found(KEEPER.open(HERE + "/people/invite").send(Map.of("role", role)), "(/join/[A-Za-z0-9_-]+)");
        Doors.join(browser, invitation, name, email);
        browser.signIn(email, Running.PASSWORD);
    }

    private static Telling spoken(String word) {
        return Telling.story("").with("voice", "yes").attaching("recording", Snapshot.webm(word));
    }

    /** The last one told, once Sian has read it and found nothing to worry about. */
    private static Browser.Page read() {
        String id = asked("select id::text from contribution order by told_at desc limit 1", String.class);
        return SIAN.post(
                        HERE + "/care/" + id + "/read",
                        Map.of("_csrf", SIAN.open(HERE + "/care").csrf()))
                .send(Map.of("outcome", "no-concern"));
    }

    @Test
    void aVoiceAloneIsHeardByWhoeverReadsItAndGoneOnceItsTellerAgreesToTheWords() {
        String word = "llais" + System.nanoTime();
        String code = spoken(word).with("for-partnership", "yes").tell(Running.browser(), link);
        String id = asked("select id::text from contribution order by told_at desc limit 1", String.class);
        String voice = HERE + "/care/" + id + "/voice";
        assertThat(SIAN.open(HERE + "/care").body()).contains("A recording");
        assertThat(SIAN.open(voice).status()).as("before reading").isEqualTo(404);
        Browser.Page one = read();
        assertThat(one.body()).contains("<audio").contains(voice);
        for (Browser other : List.of(DEV, KEEPER)) {
            assertThat(other.open(voice).status()).isEqualTo(403);
        }
        assertThat(Running.browser().open(voice).status()).isIn(403, 404);

        HttpResponse<byte[]> whole = SIAN.part(voice, "");
        assertThat(whole.body()).isEqualTo(Snapshot.webm(word));
        assertThat(whole.headers().firstValue("content-type")).contains("audio/webm");
        assertThat(whole.headers().firstValue("cache-control")).contains("no-store");
        assertThat(whole.headers().firstValue("accept-ranges")).contains("bytes");
        HttpResponse<byte[]> part = SIAN.part(voice, "bytes=500-519");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("content-range")).contains("bytes 500-519/1000");
        assertThat(part.headers().firstValue("cache-control")).contains("no-store");
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(Snapshot.webm(word), 500, 520));
        assertThat(SIAN.part(voice, "bytes=5000-").statusCode()).isEqualTo(416);

        Browser.Page listen = SIAN.open(HERE + "/care/" + id + "/words");
        assertThat(listen.body()).contains("What is said in the recording?").contains("<audio");
        assertThat(listen.send(Map.of()).body()).contains("Write down what is said in the recording");
        Browser.Page guesses = listen.send(Map.of("heard", "Bob nos mae Gethin yn canu " + word));
        assertThat(guesses.body()).contains("Take out: Gethin");
        Browser.Page text = guesses.send(Map.of("take-words-0", "yes", "put-words-0", "rhywun"));
        assertThat(text.body()).contains("Bob nos mae rhywun yn canu " + word).contains("<audio");
        offer(id, text, Map.of());
        Browser.Page own = Running.browser().open("/t/mine/" + code);
        assertThat(own.body())
                .contains("Bob nos mae rhywun yn canu " + word)
                .contains("A recording of your voice came with it")
                .doesNotContain("<audio");
        assertThat(count("recording", id)).isOne();
        assertThat(agree(own, code).body()).contains("The recording is deleted");
        assertThat(count("recording", id)).isZero();
        assertThat(SIAN.open(voice).status()).isEqualTo(404);
        assertThat(SIAN.open(HERE + "/care/" + id).body()).contains("It was told by voice. The recording is deleted.");
        assertThat(DEV.open(HERE + "/stories").body()).contains(word);
        assertThat(DEV.open(HERE + "/stories/" + id).body()).doesNotContain("<audio");
    }

    /** Its teller never comes back: the voice does not lie there for ever. */
    @Test
    void aVoiceThatIsWrittenDownIsDeletedWhenItsTimeIsOver() {
        String word = "hen" + System.nanoTime();
        spoken(word).tell(Running.browser(), link);
        String written = asked("select id::text from contribution order by told_at desc limit 1", String.class);
        read();
        Browser.Page guesses = SIAN.open(HERE + "/care/" + written + "/words").send(Map.of("heard", "Words " + word));
        offer(written, guesses.send(Map.of()), Map.of());
        spoken("not written down").tell(Running.browser(), link);
        String waiting = asked("select id::text from contribution order by told_at desc limit 1", String.class);
        Running.bean(Retention.class).sweep();
        assertThat(count("recording", written)).as("not yet").isOne();
        asked("""
                with older as (update contribution set told_at = told_at - interval '91 days'
                    where id in ('%s', '%s') returning 1) select count(*) from older""".formatted(written, waiting), Long.class);
        Running.bean(Retention.class).sweep();
        assertThat(count("recording", written)).isZero();
        assertThat(count("recording", waiting)).as("nothing else is left of it").isOne();
        assertThat(KEEPER.open(HERE + "/record").body()).contains("voice kept long enough");
    }

    @Test
    void whoSaidThatThereIsARecordingAndSendsNoneIsAskedOnce() {
        Browser teller = Running.browser();
        Browser.Page ready = Telling.story("And in words").with("voice", "yes").written(teller, link);
        assertThat(ready.body()).contains("enctype=\"multipart/form-data\"");
        Browser.Page asked = teller.attach(link, Telling.hidden(ready), Map.of("recording", new byte[0]));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("Your recording did not come along");
        assertThat(teller.attach(link, Telling.hidden(asked), Map.of("recording", new byte[0]))
                        .body())
                .contains("It has arrived");
        Browser.Page empty = Telling.story("").with("voice", "yes").written(teller, link);
        Browser.Page first = teller.post(link, Telling.hidden(empty));
        Browser.Page second = teller.post(link, Telling.hidden(first));
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body()).contains("Write a few words, or record them");
    }

    @Test
    void theSameKeyTwiceIsOneVoice() {
        Browser teller = Running.browser();
        Map<String, String> values = Telling.hidden(spoken("x").written(teller, link));
        Map<String, byte[]> files = Map.of("recording", Snapshot.webm("once"));
        String one = Telling.code(teller.attach(link, values, files));
        assertThat(Telling.code(teller.attach(link, values, files))).isEqualTo(one);
        String id = asked("select id::text from contribution order by told_at desc limit 1", String.class);
        assertThat(count("contribution where id = '" + id + "'")).isOne();
        assertThat(count("recording", id)).isOne();
    }

    @Test
    void whatIsNoSoundOrNoPhotographIsRefusedWhateverItsName() {
        Browser teller = Running.browser();
        Map<String, String> values = Telling.hidden(Telling.story("With files").written(teller, link));
        values.put("photo-on-2", "A gate");
        record Case(String field, byte[] file, String says) {}
        for (Case one : List.of(
                new Case("recording", Snapshot.text("<html><script>alert(1)</script>"), "not a sound file"),
                new Case("recording", Snapshot.jpeg(20, 20), "not a sound file"),
                new Case("recording", Arrays.copyOf(Snapshot.webm("x"), 6 * 1024 * 1024 + 1), "no more than 6 MB"),
                new Case("photo-2", Snapshot.text("<svg xmlns='http://www.w3.org/2000/svg'/>"), "a JPEG or PNG"),
                new Case("photo-2", Snapshot.text("<html><script>alert(1)</script>"), "a JPEG or PNG"),
                new Case("photo-2", Snapshot.bomb(50_000, 50_000), "50 million points"),
                new Case("photo-2", Arrays.copyOf(Snapshot.jpeg(20, 20), 10 * 1024 * 1024 + 1), "no more than 10 MB"),
                new Case("photo-2", Arrays.copyOf(Snapshot.jpeg(90, 90), 200), "cannot be opened"),
                new Case("photo-1", Snapshot.jpeg(20, 20), "Say what is on the photograph"))) {
            Browser.Page refused = teller.attach(link, values, Map.of(one.field(), one.file()));
            assertThat(refused.status()).as(one.says()).isEqualTo(422);
            assertThat(refused.body()).contains(one.says()).contains("<input type=\"hidden\" name=\"key\"");
        }
        assertThat(Telling.code(teller.attach(link, values, Map.of("photo-2", Snapshot.png(20, 20)))))
                .isEqualTo(values.get("key"));
    }

    @Test
    void aPhotographIsSeenByThoseItsTellerChoseAndNothingIsInItButPoints() {
        String word = "gwiwer" + System.nanoTime();
        String code = Telling.story("A gate, " + word)
                .with("for-partnership", "yes")
                .with("photo-on-1", "Gethin at the gate " + word)
                .with("photo-on-2", "A squirrel")
                .attaching("photo-1", Snapshot.fromCamera(80, 40, 6))
                .attaching("photo-2", Snapshot.png(60, 60))
                .tell(Running.browser(), link);
        Browser.Page one = read();
        String id = one.id();
        String held = HERE + "/care/" + id + "/photo/";
        assertThat(one.body()).contains("<img src=\"" + held + "1\"").contains("Gethin at the gate");
        for (int number : new int[] {1, 2}) {
            HttpResponse<byte[]> seen = SIAN.part(held + number, "");
            assertThat(seen.headers().firstValue("content-type")).contains("image/jpeg");
            assertThat(seen.headers().firstValue("cache-control")).contains("no-store");
            assertThat(new String(seen.body(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("Exif", Snapshot.SECRET, "xmp", "ICC_PROFILE");
        }
        BufferedImage upright = Snapshot.read(SIAN.part(held + 1, "").body());
        assertThat(upright.getHeight()).as("turned").isEqualTo(80);
        String kept = asked("""
                select string_agg(encode(jpeg, 'escape'), '') from photograph where contribution = '%s'""".formatted(id), String.class);
        assertThat(kept).doesNotContain("Exif", Snapshot.SECRET);

        Browser teller = Running.browser();
        String own = "/t/mine/" + code + "/photo/1";
        assertThat(teller.open(own).status()).as("not offered yet").isEqualTo(404);
        Browser.Page text = SIAN.open(HERE + "/care/" + id + "/words").send(Map.of());
        assertThat(offer(id, text, Map.of()).body()).contains("Choose if the photograph goes with the text");
        Browser.Page unlooked = offer(id, text, Map.of("photo-1", "show", "photo-2", "leave", "photo-house-1", "yes"));
        assertThat(unlooked.body()).contains("Tick all three, or leave the photograph out");
        offer(
                id,
                text,
                Map.of(
                        "photo-1", "show",
                        "photo-2", "leave",
                        "photo-people-1", "yes",
                        "photo-house-1", "yes",
                        "photo-plate-1", "yes",
                        "photo-on-1", "Somebody at a gate " + word));
        assertThat(teller.open("/t/mine/" + code).body())
                .contains("alt=\"Somebody at a gate " + word + "\"")
                .doesNotContain("A squirrel");
        assertThat(teller.part(own, "").body())
                .isEqualTo(SIAN.part(held + 1, "").body());
        assertThat(teller.open("/t/mine/" + code + "/photo/2").status())
                .as("left out")
                .isEqualTo(404);

        String released = HERE + "/stories/" + id + "/photo/";
        assertThat(DEV.open(released + 1).status()).as("not agreed to").isEqualTo(404);
        Browser.Page mine = agree(teller.open("/t/mine/" + code), code);
        assertThat(count("photograph", id)).as("what was left out is deleted").isOne();
        assertThat(DEV.open(HERE + "/stories/" + id).body())
                .contains("alt=\"Somebody at a gate " + word + "\"")
                .doesNotContain("Gethin");
        HttpResponse<byte[]> seen = DEV.part(released + 1, "");
        assertThat(seen.body()).isEqualTo(SIAN.part(held + 1, "").body());
        assertThat(seen.headers().firstValue("cache-control")).contains("no-store");
        assertThat(DEV.open(released + 2).status()).isEqualTo(404);
        assertThat(Running.browser().open(released + 1).status()).isEqualTo(404);
        teller.post("/t/mine/" + code + "/hearers", Map.of("_csrf", mine.csrf()));
        assertThat(DEV.open(released + 1).status()).as("taken away").isEqualTo(404);
        assertThat(count("released_photograph", id)).isZero();
        teller.post("/t/mine/" + code + "/hearers", Map.of("_csrf", mine.csrf(), "for-partnership", "yes"));
        assertThat(DEV.open(released + 1).status()).isEqualTo(200);
        teller.open("/t/mine/" + code + "/withdraw").send(Map.of());
        assertThat(DEV.open(released + 1).status()).isEqualTo(404);
        assertThat(SIAN.open(held + 1).status()).isEqualTo(404);
        for (String table : List.of("photograph", "released_photograph")) {
            assertThat(count(table, id)).as(table).isZero();
        }
    }

    @Test
    void whatIsTakenBackTakesItsVoiceAlong() {
        String code = spoken("gone").tell(Running.browser(), link);
        String id = asked("select id::text from contribution order by told_at desc limit 1", String.class);
        assertThat(count("recording", id)).isOne();
        assertThat(Running.browser()
                        .open("/t/mine/" + code + "/withdraw")
                        .send(Map.of())
                        .body())
                .contains("It is gone");
        assertThat(count("recording", id)).isZero();
    }

    @Test
    void spokenThanksAreWrittenDownForThePersonTheyAreFor() {
        String word = "canmol" + System.nanoTime();
        spoken(word).with("kind", "thanks").with("about", "Dev").tell(Running.browser(), link);
        Browser.Page one = read();
        Map<String, String> give = new HashMap<>();
        give.put("_csrf", one.csrf());
        give.put("version", found(one, "name=\"version\" value=\"(\\d+)\""));
        give.put("member", one.option("Dev"));
        String path = HERE + "/care/" + one.id() + "/give";
        assertThat(SIAN.post(path, give).body()).contains("Write down what is said in the recording");
        give.put("heard", "Thank you, " + word);
        assertThat(SIAN.post(path, give).body()).contains("have been given");
        assertThat(DEV.open(HERE + "/thanks").body()).contains("Thank you, " + word);
        assertThat(count("recording", one.id())).isZero();
    }

    private static Browser.Page offer(String id, Browser.Page text, Map<String, String> more) {
        Map<String, String> values = new LinkedHashMap<>(Telling.hidden(text));
        Matcher words = Pattern.compile("(?s)<textarea[^>]*name=\"words\"[^>]*>(.*?)</textarea>")
                .matcher(text.body());
        assertThat(words.find()).isTrue();
        values.put("words", words.group(1));
        values.put("neighbour", "no");
        values.putAll(more);
        return SIAN.post(HERE + "/care/" + id + "/offer", values);
    }

    private static Browser.Page agree(Browser.Page own, String code) {
        Map<String, String> values = new HashMap<>(Telling.hidden(own));
        values.put("right", "yes");
        return own.browser().post("/t/mine/" + code + "/text", values);
    }

    private static String found(Browser.Page page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.body());
        assertThat(matcher.find()).as(page.body()).isTrue();
        return matcher.group(1);
    }

    private static long count(String table, String contribution) {
        return count(table + " where contribution = '" + contribution + "'");
    }

    private static long count(String what) {
        return asked("select count(*) from " + what, Long.class);
    }

    /** Asks the database itself, as the store of held stories does. */
    private static <T> T asked(String statement, Class<T> type) {
        JdbcClient jdbc = JdbcClient.create(Running.bean(DataSource.class));
        TransactionTemplate transaction = new TransactionTemplate(Running.bean(PlatformTransactionManager.class));
        UUID here = Objects.requireNonNull(Tenancy.acrossAll(
                () -> transaction.execute(_ -> jdbc.sql("select id from partnership where slug = 'spoken'")
                        .query(UUID.class)
                        .single())));
        return Objects.requireNonNull(Tenancy.within(
                here,
                () -> transaction.execute(_ -> {
                    jdbc.sql("select set_config('whorl.story_care', 'yes', true)")
                            .query(String.class)
                            .single();
                    return jdbc.sql(statement).query(type).single();
                })));
    }
}
