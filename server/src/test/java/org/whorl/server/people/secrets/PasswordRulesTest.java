package org.whorl.server.people.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.server.people.secrets.PasswordRules.Verdict;

class PasswordRulesTest {

    private static final List<String> OWN = List.of("Eleri Prosser", "eleri.prosser@bridgend.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "three words and another",
                "correct horse battery staple",
                "ceffyl glas yn canu",
                "kT9#vLq2!mZx7$wR",
                "мама мыла раму вчера",
                "the kettle in Treorchy 1926"
            })
    void whatOnlyTheyWouldPutTogetherIsGood(String password) {
        assertThat(PasswordRules.judge(password, OWN)).isEqualTo(Verdict.GOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaaaa",
                "123456789012345",
                "passwordpassword",
                "PASSWORDpassword1",
                "qwertyuiop123456789",
                "liverpoolliverpool1892",
                "1qaz2wsx3edc4rfv",
                "zyxwvutsrqponmlkj",
                "abababababababab",
                "eleriprosser2026",
                "EleriProsserEleri",
                "cyfrinaircyfrinair",
                "whorlwhorlwhorl1"
            })
    void whatIsGuessedFirstIsTooEasy(String password) {
        assertThat(PasswordRules.judge(password, OWN)).isEqualTo(Verdict.EASY);
    }

    @Test
    void lengthIsCountedInCharactersNotInBytes() {
        assertThat(PasswordRules.judge("fourteen chars", OWN)).isEqualTo(Verdict.SHORT);
        assertThat(PasswordRules.judge("🐑🐕🐈🐎🐄🐖🐓🦆🦉🐝🐞🦋🐌🐛🐜", OWN)).isEqualTo(Verdict.GOOD);
        assertThat(PasswordRules.judge("x y z ".repeat(40), OWN)).isEqualTo(Verdict.LONG);
    }

    @Test
    void codesOnPaperAreKnownHoweverTheyAreTyped() {
        List<String> codes = RecoveryCode.fresh();
        assertThat(codes)
                .hasSize(RecoveryCode.MANY)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}"));
        assertThat(RecoveryCode.fingerprint(" 0F1M-ABCD EFGH-jkmn"))
                .isEqualTo(RecoveryCode.fingerprint("ofim-abcd-efgh-jkmn"));
    }
}
