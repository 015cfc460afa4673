package org.whorl.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults in Welsh, held to what the readers really say about bad models. */
class FaultsInWelshTest {

    private static final Path BAD = Path.of("src/test/resources/org/whorl/files/bad");

    private static List<Fault> faults() throws IOException {
        List<Fault> faults = new ArrayList<>();
        try (Stream<Path> folders = Files.list(BAD)) {
            for (Path folder : folders.sorted().toList()) {
                if (ModelFolder.read(folder) instanceof Read.Bad bad) {
                    faults.addAll(bad.faults());
                }
            }
        }
        return faults;
    }

    /** A reader that begins to speak otherwise is noticed here. */
    @Test
    void atLeastNineOfTenAreToldInWelshAltogether() throws IOException {
        List<Fault> faults = faults();
        List<String> english = faults.stream()
                .filter(fault -> fault.in("cy").wrong().equals(fault.wrong())
                        || fault.in("cy").right().equals(fault.right()))
                .map(Fault::toString)
                .toList();
        assertThat(faults).hasSizeGreaterThan(60);
        assertThat(english).as("still in English").hasSizeLessThan(faults.size() / 10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"four\" is not a number | nid yw \"four\" yn rhif",
                "there is no value of residence called nroth | nid oes gwerth o residence o'r enw nroth",
                "write the day as 2026-11-23 | ysgrifennwch y diwrnod fel 2026-11-23",
                "0026-05-01 lies before 1990 | mae 0026-05-01 cyn 1990",
                "nothing anybody has put into Welsh | nothing anybody has put into Welsh",
            })
    void whatWasWrittenStaysAsItWasWritten(String english, String welsh) {
        Fault fault = new Fault("model.yaml", 3, "a.b", english, "did you mean north?");
        assertThat(fault.in("cy"))
                .isEqualTo(new Fault("model.yaml", 3, "a.b", welsh, "ai north oedd gennych mewn golwg?"));
        assertThat(fault.in("en")).isSameAs(fault);
    }

    @Test
    void thePlaceAndThePathStay() throws IOException {
        assertThat(faults()).allSatisfy(fault -> {
            Fault welsh = fault.in("cy");
            assertThat(List.of(welsh.file(), welsh.line(), welsh.path()))
                    .isEqualTo(List.of(fault.file(), fault.line(), fault.path()));
        });
    }
}
