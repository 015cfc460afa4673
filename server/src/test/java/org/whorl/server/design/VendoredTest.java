package org.whorl.server.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not ours is what its README says it is, and fetches nothing from anywhere. */
class VendoredTest {

    @ParameterizedTest
    @ValueSource(strings = {"nhsuk-frontend.min.css", "nhsuk-frontend.min.js"})
    void isAsItsReadmeSays(String name) throws IOException, NoSuchAlgorithmException {
        byte[] file = read(name);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        assertThat(new String(read("README.md"), StandardCharsets.UTF_8)).contains(digest);
        assertThat(new String(file, StandardCharsets.UTF_8))
                .doesNotContain("@font-face")
                .doesNotContain("url(http");
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = VendoredTest.class.getResourceAsStream("/assets/" + name)) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }
}
