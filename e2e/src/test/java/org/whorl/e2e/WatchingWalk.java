package org.whorl.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasValueOptions;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** A partnership at one model: it cuts home care while others look along, asks how a number is made, changes one, takes it home. */
class WatchingWalk {

    private static final double PATIENT = 60_000;
    private static final Path ROOT = Path.of(System.getProperty("whorl.root", ".."));

    /** A partnership of its own with the whole example. */
    private static String opened(Visitor keeper, String name) {
        String slug = Keeper.open(keeper, name);
        byte[] folder = keeper.context()
                .request()
                .get(keeper.go("/p/cwm-taf-morgannwg/picture").page().url().replaceFirst("[?#].*", "") + "/folder")
                .body();
        keeper.go("/p/" + slug + "/picture/new")
                .page()
                .setInputFiles("#files", new FilePayload("example.zip", "application/zip", folder));
        keeper.press("models.bring").sees("models.brought");
        return slug;
    }

    private static Visitor member(String slug, String name, Device device, Language language) {
        Visitor member = new Visitor(device, language);
        member.go(Keeper.invite(slug, "member") + "?lang=" + language.code())
                .write("name.label", name)
                .write("email.label", name.toLowerCase(Locale.ROOT) + slug + "@example.org")
                .write("password.label", "four words nobody else")
                .press("join.button")
                .isAt("/p/" + slug);
        return member;
    }

    @ParameterizedTest
    @CsvSource({"DESK, EN, PHONE, CY", "PHONE, CY, DESK, EN"})
    void homeCareIsCutWhileTwoOthersLookAlong(Device mine, Language my, Device theirs, Language their) {
        try (Visitor nia = Keeper.at(mine, my)) {
            String slug = opened(nia, "Watching " + mine);
            try (Visitor rhian = member(slug, "Rhian" + mine, theirs, their);
                    Visitor huw = member(slug, "Huw" + mine, Device.DESK, Language.EN)) {
                nia.press("show.this").sees("show.begun").look("showing");
                rhian.go("/p/" + slug + "/picture")
                        .follow("show.look")
                        .sees("show.along", "Nia")
                        .look("along");
                huw.go("/p/" + slug + "/picture").follow("show.look").sees("show.along", "Nia");

                Locator moved = box(nia, "v.services.home-care-rct.capacity");
                String less = String.valueOf(Math.round(Double.parseDouble(moved.inputValue()) * 0.95));
                moved.fill(less);
                assertThat(nia.page().locator("#lead .whorl-lead__change"))
                        .containsText(Pattern.compile("[0-9+−]"), patient());
                for (Visitor watching : List.of(rhian, huw)) {
                    assertThat(box(watching, "v.services.home-care-rct.capacity"))
                            .hasValue(less, new HasValueOptions().setTimeout(PATIENT));
                    assertThat(watching.page().locator("#changes"))
                            .containsText(less.replaceFirst("(\\d)(\\d{3})$", "$1,$2"), patient());
                    // What a screen reader is told, once the number stands still.
                    assertThat(watching.page().locator("#said")).containsText(Pattern.compile("[0-9]"), patient());
                }
                rhian.look("along-moved");
                nia.press("show.stop").sees("show.stopped");
                assertThat(huw.page().locator("#along")).containsText(huw.say("show.over"), patient());
            }
        }
    }

    private static void keep(Visitor visitor) {
        visitor.page()
                .getByText(visitor.say("edit.keep", 2), new Page.GetByTextOptions().setExact(true))
                .click();
    }

    private static Locator box(Visitor visitor, String name) {
        return visitor.page().locator("input[name='" + name + "']:not([type=hidden]):not([type=range])");
    }

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY"})
    void aNumberIsQuestionedChangedComparedAndSigned(Device device, Language language) {
        try (Visitor nia = Keeper.at(device, language)) {
            String slug = opened(nia, "Questions " + device);
            nia.follow("made.title").sees("made.comes-out").look("made");
            nia.page().locator("#from a").first().click();
            nia.sees("made.rests").look("made-service");
            nia.page().locator("#rests a").first().click();
            nia.follow("number.change").look("change");
            nia.write("number.low", "xyz");
            keep(nia);
            nia.sees("number.error.not-a-number").sees("number.error.why").look("change-wrong");
            String value = nia.page().inputValue("#value");
            nia.page().fill("#low", "0");
            nia.page().fill("#high", value);
            nia.page().fill("#why", "Counted again in May");
            keep(nia);
            nia.sees("number.kept").look("changed");

            String here = "/p/" + slug;
            nia.go(here + "/partners/new")
                    .write("partner.name-en", "A council")
                    .write("partner.name-cy", "Cyngor")
                    .press("save")
                    .sees("saved");
            nia.go(here + "/picture").follow("models.versions").follow("versions.compare", 1);
            nia.sees("compare.answers").look("compare");
            nia.go(here + "/picture").follow("models.numbers");
            nia.page().selectOption("#order", "unsure");
            nia.press("numbers.filter").sees("numbers.found").look("numbers-unsure");
        }
    }

    /** Played through on the page and on the command line from the folder that was taken home: not a digit differs. */
    @Test
    void theFolderGivesTheSameFiguresOnTheCommandLine() throws IOException, InterruptedException {
        try (Visitor nia = Keeper.at(Device.DESK, Language.EN)) {
            String slug = Keeper.open(nia, "To the last digit");
            nia.go("/p/" + slug + "/picture/new")
                    .page()
                    .setInputFiles(
                            "#files",
                            ROOT.resolve("examples").resolve("one-team").resolve("model.yaml"));
            nia.press("models.bring").sees("models.brought");
            String picture = nia.page().url().replaceFirst("[?#].*", "");
            nia.go(picture + "?s=two-fewer").press("picture.check");
            nia.page().locator("[data-job=done]").waitFor(new Locator.WaitForOptions().setTimeout(PATIENT));
            nia.page().locator("[data-job=done] a[href*='/runs/']").first().click();
            nia.sees("run.report").look("run");
            assertThat(nia.page().locator("#found table").count())
                    .as("the two tiers, side by side")
                    .isPositive();
            String onThePage = nia.context()
                    .request()
                    .get(nia.page().url().replaceFirst("[?#].*", "") + "/answer.json")
                    .text();

            Path folder = Files.createTempDirectory("whorl-walk");
            byte[] zip = nia.context().request().get(picture + "/folder").body();
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    assertThat(entry.getName()).matches("one-team-v1/[a-zA-Z0-9._-]+");
                    Files.write(folder.resolve(entry.getName().replaceFirst(".*/", "")), in.readAllBytes());
                }
            }
            assertThat(run(folder)).isEqualTo(onThePage);
            House.forget(folder);
        }
    }

    private static String run(Path folder) throws IOException, InterruptedException {
        Path jar = ROOT.resolve("cli/target/cli-" + System.getProperty("whorl.version", "0.1.0-SNAPSHOT") + ".jar");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "run",
                        folder.toString(),
                        "--scenario",
                        "two-fewer",
                        "--replications",
                        "100",
                        "--json")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static ContainsTextOptions patient() {
        return new ContainsTextOptions().setTimeout(PATIENT);
    }
}
