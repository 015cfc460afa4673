package org.whorl.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with the command is said before Spark is started. */
class ClusterOptionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cluster walk                                     | walk is not known here; did you mean run?
            cluster run                                      | Which model? Name a folder that holds model.yaml.
            cluster run TEAM                                 | Where shall it run? --master local[2], spark://
            cluster run TEAM --master                        | --master needs a value.
            cluster run TEAM --master spark:/host            | spark:/host is not a master of Spark. Write local[2],
            cluster run TEAM --master local[0]               | local[0] is not a master of Spark.
            cluster run TEAM --master=local --draws -1       | --draws must be from 0 to 100000, not -1
            cluster run TEAM --master=local --draws many     | --draws must be from 0 to 100000, not many
            cluster run TEAM --master=local --replications 0 | --replications must be from 1 to 1000000, not 0
            cluster run TEAM --master=local --seed x         | --seed must be a whole number, not x
            cluster run TEAM --master=local --conf a=b       | --conf needs a setting of Spark
            cluster run TEAM --master=local --replicatons 9  | --replicatons is not known here; did you mean --replications?
            cluster run TEAM --master=local --scenario no    | There is no scenario no; there are: base, two-fewer
            cluster run TEAM TEAM --master=local             | Two of the models lie in a folder called one-team
            cluster run nowhere --master=local               | there is no such file or folder
            cluster run TEAM --master=yarn                   | yarn needs jars that only a whole Spark has.
            cluster run TEAM --master=k8s://https://here:1   | SPARK_HOME=/path/to/spark ./whorl cluster run
            """)
    void whatIsWrongAndWhatWouldBeRight(String command, String sentence) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.replaceAll(word -> word.equals("TEAM") ? Said.example("one-team") : word);
        Said said = Said.by(words.toArray(String[]::new));
        assertThat(said.err()).contains(sentence);
        assertThat(said.out()).isEmpty();
        assertThat(said.status()).isEqualTo(2);
    }

    @Test
    void aMasterThatIsNotThereIsSaidAtOnce() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Said said = Said.by("cluster", "run", Said.example("one-team"), "--master", "spark://localhost:" + port);
        assertThat(said.err()).contains("No master of Spark answers at localhost:" + port);
        assertThat(said.status()).isEqualTo(2);
    }

    @Test
    void helpIsPrinted() {
        assertThat(Said.by("cluster", "run", "--help").out()).isEqualTo(ClusterOptions.USAGE);
        assertThat(Said.by("cluster").status()).isZero();
    }

    /** Many pieces keep many machines busy, and none is too small to be worth sending or too large to be lost. */
    @Test
    void piecesCoverEveryReplicationOnce() throws IOException {
        var model = org.whorl.files.ModelFolder.read(java.nio.file.Path.of(Said.example("one-team")))
                .orThrow();
        Place place = Place.of("one", model, List.of("two-fewer"), 2, 1);
        for (int cores : List.of(1, 2, 64)) {
            for (int replications : List.of(1, 9, 100, 20_001)) {
                Order order = new Order(List.of(place, place), 2, replications, 1);
                List<Order.Piece> pieces = order.pieces(cores);
                assertThat(pieces.stream().mapToInt(p -> p.to() - p.from()).sum())
                        .isEqualTo(2 * 3 * 2 * replications);
                assertThat(pieces).doesNotHaveDuplicates().allSatisfy(piece -> {
                    assertThat(piece.to()).isBetween(piece.from() + 1, replications);
                    assertThat(piece.to() - piece.from()).isLessThanOrEqualTo(1_000);
                    assertThat(order.question(order.question(piece)))
                            .isEqualTo(new Order.Question(piece.place(), piece.draw()));
                });
            }
        }
    }
}
