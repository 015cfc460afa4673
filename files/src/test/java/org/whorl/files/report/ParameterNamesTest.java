package org.whorl.files.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.draw.Words;
import org.whorl.engine.load.Preview;
import org.whorl.engine.model.Model;
import org.whorl.files.ModelFolder;

/** Numbers about people and needs, as they are called on pages. */
class ParameterNamesTest {
    private static final Model MODEL = ModelFolder.read(
                    Path.of(Objects.requireNonNull(System.getProperty("whorl.root")), "examples", "cwm-taf-morgannwg"))
            .orThrow();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "population.variants.high | Who lives here: probability of a variant, high | Pwy sy’n byw yma: tebygolrwydd amrywiolyn, uchel",
                "needs.attendances.total | Attendances at emergency departments: counted here in a year | Mynychiadau adrannau brys: wedi’u cyfrif yma mewn blwyddyn",
                "needs.emergency.drivers.unemployment | Emergency admissions: times as many for a standard deviation more of: Unemployment"
                        + " | Derbyniadau brys: sawl gwaith cymaint am un gwyriad safonol yn fwy o: Diweithdra",
                "drivers.housing.level | Housing: standard deviations from where it is now | Tai: gwyriadau safonol o’r man lle mae nawr",
            })
    void haveTheirNamesInBothLanguages(String path, String en, String cy) {
        Report report = Reports.of(Preview.of(MODEL, List.of()));
        assertThat(new ParameterNames(new Edition(report, Words.EN)).of(path)).isEqualTo(en);
        assertThat(new ParameterNames(new Edition(report, Words.CY)).of(path)).isEqualTo(cy);
    }
}
