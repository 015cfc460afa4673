package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.server.platform.TestBinaries;

/** The plug is pulled between posting a letter and sending it: kill -9. The next start sends it, once. */
@Tag("long")
class MailPulledTest {

    @TempDir
    Path folder;

    private final PostHouse post = new PostHouse();

    @Test
    void aLetterThatWasPostedIsSentAfterTheNextStart() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path data = folder.resolve("data");
        TestBinaries.linkInto(data);
        Files.write(data.resolve("whorl.properties"), post.settings());
        Process first = start(data, "first");
        Matcher code = Pattern.compile("code=(\\S+)").matcher(Files.readString(folder.resolve("first")));
        assertThat(code.find()).isTrue();
        Browser keeper = post.keeper(code.group(1), "pulled", "Tynnwyd");
        post.member(keeper, "pulled", "tomos", "en");
        post.goDown();
        Browser.Page form = keeper.open("/p/pulled/asks/new?lang=en");
        form.send(Map.of(
                "kind", "time", "what", "Could you bring the ladder?", "minutes", "5", "of", form.option("tomos")));
        first.destroyForcibly().waitFor();

        post.comeUp();
        Process second = start(data, "second");
        try {
            // Whoever had it in hand is given three minutes to come back before somebody else takes it.
            PostHouse.await(() -> !post.at("tomos@people.example.org").isEmpty(), "the letter", Duration.ofMinutes(5));
            assertThat(PostHouse.text(post.await("tomos@people.example.org", 1), "text/plain"))
                    .contains("Could you bring the ladder?");
            post.settle();
            assertThat(post.at("tomos@people.example.org")).as("once").hasSize(1);
        } finally {
            second.destroy();
            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            post.goDown();
        }
    }

    private Process start(Path data, String out) throws IOException {
        Path said = folder.resolve(out);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.whorl.server.WhorlServer",
                        "serve",
                        "--port=" + post.web,
                        "--data=" + data)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        PostHouse.await(() -> says(said, "Stop it"), "Whorl has started");
        return process;
    }

    private static boolean says(Path file, String words) {
        try {
            return Files.exists(file) && Files.readString(file).contains(words);
        } catch (IOException _) {
            return false;
        }
    }
}
