package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.server.platform.TestBinaries;

/** A backup taken while people work comes back whole, elsewhere, or not at all. */
class KeepingTest {

    @TempDir
    Path folder;

    @Test
    void everythingComesBack() throws Exception {
        Browser keeper = Running.keeper();
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Kept", "name-cy", "Wedi cadw", "place-en", "Here", "place-cy", "Yma"));
        Browser.Page form = keeper.open("/p/kept/spirals/new");
        form.send(
                Map.of("question", "Tabs\tand \\ backslashes, ŵ?", "population", "All", "place", form.option("Here")));

        Path file = folder.resolve("whorl.backup");
        assertThat(run("backup", file.toString(), "--data", Running.data().toString()))
                .contains("Everything is in");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(run("verify", "--data", Running.data().toString())).contains("The record is as it was written");

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path elsewhere = folder.resolve("data");
        TestBinaries.linkInto(elsewhere);
        assertThat(run("restore", file.toString(), "--data", elsewhere.toString()))
                .contains("Everything is back.")
                .contains("The record is as it was written");
        Path again = folder.resolve("again.backup");
        run("backup", again.toString(), "--data", elsewhere.toString());
        assertThat(Files.readAllBytes(again))
                .as("what comes back is what was kept")
                .hasSameSizeAs(Files.readAllBytes(file));

        assertThatThrownBy(() -> run("restore", file.toString(), "--data", elsewhere.toString()))
                .hasMessageContaining("restore wants an empty store");
        assertThatThrownBy(() ->
                        run("restore", file.toString(), "--data", Running.data().toString()))
                .hasMessageContaining("another Whorl already works in");
    }

    @Test
    void aDamagedBackupRestoresNothing() throws Exception {
        Running.keeper();
        Path file = folder.resolve("whorl.backup");
        run("backup", file.toString(), "--data", Running.data().toString());
        byte[] whole = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut.backup"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Path data = folder.resolve("data");
        TestBinaries.linkInto(data);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatThrownBy(() -> run("restore", cut.toString(), "--data", data.toString()))
                .isInstanceOf(IOException.class);
        assertThat(run("restore", file.toString(), "--data", data.toString())).contains("Everything is back.");
    }

    private static String run(String... arguments) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        new Keeping(ServeOptions.read(List.of(arguments)), new PrintStream(said, true, StandardCharsets.UTF_8)).run();
        return said.toString(StandardCharsets.UTF_8);
    }
}
