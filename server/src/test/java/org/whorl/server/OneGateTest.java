package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.whorl.server.planted.HoldsWhatIsHeld;

/** Nothing goes round the gate, and what would is found. */
class OneGateTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.whorl.server");

    @Test
    void onlyTheGateMakesWhatMayBeHeard() {
        OneGate.MAKES_RELEASED.check(CLASSES);
    }

    @Test
    void nobodyElseHoldsWhatIsHeld() {
        OneGate.HOLDS_HELD.check(CLASSES);
    }

    @Test
    void noStatementElsewhereNamesWhatIsHeld() throws IOException {
        Path main = Path.of(System.getProperty("whorl.root", ".."), "server", "src", "main");
        try (Stream<Path> files = Files.walk(main)) {
            List<Path> sources = files.filter(file -> file.toString().matches(".*\\.(java|jte)"))
                    .toList();
            assertThat(sources).hasSizeGreaterThan(300);
            for (Path source : sources) {
                assertThat(OneGate.isPassedBy(source.getFileName().toString(), Files.readString(source)))
                        .as("%s", source)
                        .isFalse();
            }
        }
    }

    @Test
    void whatWouldGoRoundIsFound() throws ClassNotFoundException {
        JavaClasses makes =
                new ClassFileImporter().importClasses(Class.forName("org.whorl.server.stories.MakesReleasedByItself"));
        assertThat(OneGate.MAKES_RELEASED.evaluate(makes).hasViolation()).isTrue();
        JavaClasses holds = new ClassFileImporter().importClasses(HoldsWhatIsHeld.class);
        assertThat(OneGate.HOLDS_HELD.evaluate(holds).hasViolation()).isTrue();
        for (String statement : List.of(
                "select words from contribution where id = ?",
                "select 1 from member m join consent c on true",
                "select bytes from recording where contribution = ?",
                "select jpeg from story s join photograph p on true",
                "select parts from story_placement",
                "update contribution set state = 'released'",
                "select set_config('whorl.story_care', 'yes', true)")) {
            assertThat(OneGate.isPassedBy("PatternStore.java", statement))
                    .as(statement)
                    .isTrue();
        }
        assertThat(OneGate.isPassedBy("PatternStore.java", "select words from released_contribution"))
                .isFalse();
        assertThat(OneGate.isPassedBy("PatternStore.java", "select jpeg from released_photograph"))
                .isFalse();
    }
}
