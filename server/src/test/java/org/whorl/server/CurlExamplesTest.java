package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/api/README.md, run as they stand there. */
class CurlExamplesTest {

    private static final Path README = Path.of(System.getProperty("whorl.root", ".."), "docs", "api", "README.md");
    private static final Pattern EXAMPLE = Pattern.compile("```sh\\n(.*?)```.*?```text\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyExamplePrintsWhatItSays(@TempDir Path folder) throws IOException, InterruptedException {
        Browser keeper = Running.keeper();
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Curl", "name-cy", "Cwrl", "place-en", "Here", "place-cy", "Yma"));
        String key = Program.key(keeper, "curl", Map.of(), "administrator");
        Matcher example = EXAMPLE.matcher(Files.readString(README));
        int run = 0;
        while (example.find()) {
            Path out = folder.resolve("out" + ++run);
            ProcessBuilder shell = new ProcessBuilder("bash", "-e", "-u", "-o", "pipefail", "-c", example.group(1))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile());
            shell.environment().putAll(Map.of("WHORL", Running.address(), "P", "curl", "KEY", key));
            int status = shell.start().waitFor();
            String printed = Files.readString(out, StandardCharsets.UTF_8);
            assertThat(status).as(example.group(1) + printed).isZero();
            assertThat(printed).contains(example.group(2).lines().toList());
        }
        assertThat(run).isEqualTo(6);
    }
}
