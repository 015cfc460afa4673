package org.whorl.server.people.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the vectors of the standards. */
class TotpTest {

    private static final Totp TOTP = Totp.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest(name = "RFC 6238, appendix B, SHA-1 at {0}: {1}")
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130",
    })
    void codesOfMoments(long second, String eightDigits) {
        // The standard's table has eight digits; six are the last six of them.
        assertThat(TOTP.codeAt(Instant.ofEpochSecond(second))).isEqualTo(eightDigits.substring(2));
    }

    @ParameterizedTest(name = "RFC 4226, appendix D, counter {0}: {1}")
    @CsvSource({
        "0, 755224",
        "1, 287082",
        "2, 359152",
        "3, 969429",
        "4, 338314",
        "5, 254676",
        "6, 287922",
        "7, 162583",
        "8, 399871",
        "9, 520489",
    })
    void codesOfCounters(long counter, String code) {
        assertThat(TOTP.code(counter)).isEqualTo(code);
    }

    @Test
    void theStepsAroundAreRightTooAndNoneIsTakenTwice() {
        Instant now = Instant.ofEpochSecond(300);
        assertThat(TOTP.stepOf(TOTP.code(9), now, 0)).isEqualTo(OptionalLong.of(9));
        assertThat(TOTP.stepOf(TOTP.code(10), now, 0)).isEqualTo(OptionalLong.of(10));
        assertThat(TOTP.stepOf(TOTP.code(11), now, 0)).isEqualTo(OptionalLong.of(11));
        assertThat(TOTP.stepOf(TOTP.code(8), now, 0)).isEmpty();
        assertThat(TOTP.stepOf(TOTP.code(12), now, 0)).isEmpty();
        assertThat(TOTP.stepOf(TOTP.code(10), now, 10)).as("used before").isEmpty();
        assertThat(TOTP.stepOf("", now, 0)).isEmpty();
    }

    @Test
    void blanksDoNotMatter() {
        String code = TOTP.code(10);
        assertThat(TOTP.stepOf(code.substring(0, 3) + " " + code.substring(3) + " ", Instant.ofEpochSecond(300), 0))
                .isPresent();
    }

    @Test
    void anAppReadsTheAddress() {
        assertThat(TOTP.address("Nia Wyn"))
                .isEqualTo("otpauth://totp/Whorl:Nia%20Wyn?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Whorl");
        assertThat(TOTP.written()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    @ParameterizedTest(name = "RFC 4648, section 10: {0} is {1}")
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32(String plain, String written) {
        assertThat(Base32.write(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
    }
}
