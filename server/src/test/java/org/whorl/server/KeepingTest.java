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
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.server.platform.PrivatePostgres;
import org.whorl.server.platform.TestBinaries;
import org.whorl.server.stories.TakenBackStore;

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
        assertThat(rows(again)).as("what comes back is what was kept").isEqualTo(rows(file));

        assertThatThrownBy(() -> run("restore", file.toString(), "--data", elsewhere.toString()))
                .hasMessageContaining("restore wants an empty store");
        assertThatThrownBy(() ->
                        run("restore", file.toString(), "--data", Running.data().toString()))
                .hasMessageContaining("another Whorl already works in");
    }

    /** Table by table, its rows in an order of their own: PostgreSQL promises none. */
    private static Map<String, List<String>> rows(Path backup) throws IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(backup))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                rows.put(
                        entry.getName(),
                        new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1)
                                .lines()
                                .sorted()
                                .toList());
            }
        }
        // They are of rows in the order they were read in; the rows themselves are compared here.
        rows.remove("fingerprints");
        return rows;
    }

    /** Somebody takes their words back, then the machine is lost: the last backup is from before. */
    @Test
    void whatWasTakenBackDoesNotComeBackWithAnOlderBackup() throws Exception {
        Browser keeper = Running.keeper();
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Lost", "name-cy", "Ar goll", "place-en", "Here", "place-cy", "Yma"));
        String goes = "goes" + System.nanoTime();
        String stays = "stays" + System.nanoTime();
        String code = Telling.story(goes).tell(keeper, "/p/lost/tell");
        Telling.story(stays).tell(keeper, "/p/lost/tell");
        Path file = folder.resolve("before.backup");
        run("backup", file.toString(), "--data", Running.data().toString());
        Running.browser().open("/t/mine/" + code + "/withdraw").send(Map.of());

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path elsewhere = folder.resolve("data");
        TestBinaries.linkInto(elsewhere);
        Path list = Running.data().resolve("taken-back");
        assertThat(run("restore", file.toString(), "--taken-back", list.toString(), "--data", elsewhere.toString()))
                .contains("gone again: 1.")
                .contains("The record is as it was written");
        Path again = folder.resolve("again.backup");
        run("backup", again.toString(), "--data", elsewhere.toString());
        assertThat(contents(file)).contains(goes).contains(stays);
        assertThat(contents(again)).doesNotContain(goes).contains(stays);

        Path wrong = Files.writeString(folder.resolve("wrong"), "no id\n");
        assertThatThrownBy(() -> TakenBackStore.forget(PrivatePostgres.running(Running.data()), wrong))
                .hasMessageContaining("wrong, line 1: 'no id' is not the id of something told");
    }

    @Test
    void backupsInAFolderEnd() throws Exception {
        Running.keeper();
        Path backups = folder.resolve("backups");
        Files.createDirectories(backups);
        Path old = Files.writeString(backups.resolve("whorl-20260101T030000Z.backup"), "old");
        Path other = Files.writeString(backups.resolve("kept-by-hand.backup"), "other");
        assertThat(run(
                        "backup",
                        backups + "/",
                        "--keep=30",
                        "--data",
                        Running.data().toString()))
                .contains("Deleted " + old + ": older than 30 days.");
        assertThat(old).doesNotExist();
        assertThat(other).exists();
        try (Stream<Path> files = Files.list(backups)) {
            assertThat(files).hasSize(2).anyMatch(path -> path.toString().matches(".*whorl-2\\d{7}T\\d{6}Z\\.backup"));
        }
    }

    private static String contents(Path backup) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(backup))) {
            while (in.getNextEntry() != null) {
                all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
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
