package org.whorl.server.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.server.design.Screen;

/** No duty in law can be listed as a rule of one's own by the name the list itself gives it. */
class DutyTest {

    static Stream<String> listed() throws IOException {
        Stream<String> all = Stream.of();
        for (String language : new String[] {"en", "cy"}) {
            Properties texts = new Properties();
            try (Reader in = new InputStreamReader(
                    Objects.requireNonNull(Screen.class.getResourceAsStream("messages_" + language + ".properties")),
                    StandardCharsets.UTF_8)) {
                texts.load(in);
            }
            all = Stream.concat(
                    all,
                    Arrays.stream(Duty.values())
                            .filter(duty -> duty != Duty.OTHER)
                            .map(duty -> texts.getProperty("duty.name." + duty.key()))
                            .flatMap(name -> Stream.of(name, name.split("[:,]")[0], name.replace('’', '\''))));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("listed")
    void isKnownByTheNameOnTheList(String name) {
        assertThat(Duty.namedIn(name)).as(name).isPresent();
        assertThat(Duty.namedIn("Second  " + name.toUpperCase(java.util.Locale.ROOT)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Second assessment by the other organisation", "Panel on Thursdays", "Ffurflen 12"})
    void ourOwnRulesAreNot(String name) {
        assertThat(Duty.namedIn(name)).isEmpty();
    }
}
