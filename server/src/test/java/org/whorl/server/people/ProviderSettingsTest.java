package org.whorl.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "health, https://login.example,  whorl, Health, Iechyd, ''",
        "health, http://localhost:8081,  whorl, Health, Iechyd, ''",
        "health, http://login.example,   whorl, Health, Iechyd, 'whorl.providers.health.issuer: an address that begins with https://'",
        "health, '',                     whorl, Health, Iechyd, whorl.providers.health.issuer",
        "health, login.example,          whorl, Health, Iechyd, whorl.providers.health.issuer",
        "health, https://login.example,  '',    Health, Iechyd, whorl.providers.health.client-id is missing",
        "health, https://login.example,  whorl, '',     Iechyd, whorl.providers.health.name-en is missing",
        "health, https://login.example,  whorl, Health, '',     whorl.providers.health.name-cy is missing",
        "He/lth, https://login.example,  whorl, Health, Iechyd, small letters"
    })
    void aSettingThatIsWrongIsNamed(String name, String issuer, String id, String english, String welsh, String said) {
        var provider = new ProviderSettings.Provider(issuer, id, "", english, welsh, List.of(), List.of());
        if (said.isEmpty()) {
            assertThat(new ProviderSettings(Map.of(name, provider)).providers()).containsKey(name);
        } else {
            assertThatThrownBy(() -> new ProviderSettings(Map.of(name, provider)))
                    .hasMessageContaining(said);
        }
    }

    @Test
    void theSecretIsNeverPrinted() {
        var provider = new ProviderSettings.Provider(
                "https://login.example", "whorl", "hush", "Health", "Iechyd", List.of(), List.of());
        assertThat(new ProviderSettings(Map.of("health", provider)).toString())
                .contains("whorl")
                .doesNotContain("hush");
    }
}
