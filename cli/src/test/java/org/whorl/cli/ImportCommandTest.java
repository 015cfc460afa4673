package org.whorl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aTemplateOfPathSimRBecomesAFolderThatRuns() throws IOException {
        String network = file("network.csv", """
                ,Ward,Home,serv_dist,serv_dist_param,ext_queue,int_queue,Ward,Home,Ward,Home
                Ward,0,1,exp,0.1,Inf,0,,unif,,0.1;0.1
                Home,,,,,,,,,,
                """);
        String calendar = file("calendar.csv", "metric,node,start,end,value\ncap,Ward,0,,20\next_arr,Ward,0,,1\n");
        String out = folder.resolve("model").toString();

        Said said = Said.by("import", "pathsimr", network, calendar, "--out", out, "--days", "30", "--warm-up", "10");

        assertThat(said.status()).isZero();
        assertThat(said.out())
                .contains(
                        "services: 1; streams of arrivals: 1; scenarios: 0.",
                        "unit of time was taken to be days",
                        "Next: whorl run " + out);
        assertThat(Said.by("run", out, "--replications", "5").status()).isZero();
        assertThat(Said.by("import", "pathsimr", network, calendar, "--out", out))
                .satisfies(again -> assertThat(again.status()).isEqualTo(2))
                .satisfies(again -> assertThat(again.err()).contains("the folder is not empty"));
        Said inHours = Said.by("import", "pathsimr", network, calendar, "--out", out + "-h", "--unit", "hours");
        assertThat(inHours.status()).isZero();
        assertThat(inHours.out()).contains("unit of time was taken to be hours");
    }

    @Test
    void faultsAreToldAndNothingIsWritten() throws IOException {
        String network = file("network.csv", "a,b\n");
        Path out = folder.resolve("model");

        Said said = Said.by("import", "pathsimr", network, network, "--out", out.toString());

        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("network.csv:1: this is not a network template", "Nothing was written.");
        assertThat(out).doesNotExist();
        assertThat(Said.by("import").status()).isEqualTo(2);
    }
}
