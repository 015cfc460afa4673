package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeOptionsTest {

    @Test
    void needsNothing() {
        assertThat(ServeOptions.read(List.of("serve")))
                .isEqualTo(new ServeOptions(ServeOptions.Command.SERVE, "", 8080, "data", "", 35, ""));
    }

    @Test
    void readsBothWaysOfWriting() {
        assertThat(ServeOptions.read(
                        List.of("serve", "--port", "9000", "--data=/srv/whorl", "--database", "postgresql://h/d")))
                .isEqualTo(new ServeOptions(
                        ServeOptions.Command.SERVE, "", 9000, "/srv/whorl", "postgresql://h/d", 35, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "--port x, '--port needs a number from 0 to 65535, not ''x'''",
        "--port 70000, '--port needs a number from 0 to 65535, not ''70000'''",
        "--port, --port needs a value",
        "--keep 0, '--keep needs a number of days from 1, not ''0'''",
        "--prot 1, unknown: --prot",
    })
    void saysWhatIsWrong(String arguments, String message) {
        assertThatThrownBy(() -> ServeOptions.read(List.of(arguments.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
