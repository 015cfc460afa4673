package org.whorl.server.people;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the settings say about organisations that sign people in. They stand in {@code whorl.properties} in the data folder,
 * or in the environment:
 *
 * <pre>
 * whorl.providers.health.issuer=https://login.example.wales/realms/health
 * whorl.providers.health.client-id=whorl
 * whorl.providers.health.client-secret=...       (WHORL_PROVIDERS_HEALTH_CLIENTSECRET)
 * whorl.providers.health.name-en=Health Board account
 * whorl.providers.health.name-cy=Cyfrif y Bwrdd Iechyd
 * </pre>
 *
 * @param providers each by a short name of its own
 */
@ConfigurationProperties("whorl")
record ProviderSettings(@DefaultValue Map<String, Provider> providers) {

    /**
     * Keeps a copy.
     *
     * @throws IllegalArgumentException naming the setting that is missing or of no use, and what would be
     */
    ProviderSettings {
        providers = Map.copyOf(providers);
        providers.forEach(ProviderSettings::check);
    }

    /**
     * An organisation that signs its people in.
     *
     * @param issuer its address, under which it says how it does it
     * @param clientId who we are there
     * @param clientSecret how it knows that it is us; blank where it does not ask
     * @param nameEn what its sign-in is called in English
     * @param nameCy what it is called in Welsh
     * @param partnerships the only ones it is offered to newcomers of; all when there are none
     * @param secondStepAcr what it says ({@code acr}) when somebody has shown two things. Beside these count the methods it
     *     names itself ({@code amr}, RFC 8176)
     */
    record Provider(
            @DefaultValue("") String issuer,
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue("") String nameEn,
            @DefaultValue("") String nameCy,
            @DefaultValue List<String> partnerships,

            @DefaultValue({"phr", "phrh", "https://refeds.org/profile/mfa"})
            List<String> secondStepAcr) {

        private static final Set<String> KNOWN = Set.of("pwd", "pin", "kba");
        private static final Set<String> OWNED = Set.of("otp", "hwk", "swk", "sc", "sms", "tel", "pop");
        private static final Set<String> BODY = Set.of("fpt", "face", "iris", "retina", "vbm");

        /** Did somebody show two things there: of what they know, what they have, and what they are? */
        boolean sawSecondStep(@Nullable String acr, @Nullable List<String> amr) {
            Set<String> methods = amr == null ? Set.of() : new HashSet<>(amr);
            long kinds = Stream.of(KNOWN, OWNED, BODY)
                    .filter(kind -> kind.stream().anyMatch(methods::contains))
                    .count();
            return (acr != null && secondStepAcr.contains(acr)) || methods.contains("mfa") || kinds > 1;
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Provider[issuer=%s, clientId=%s]".formatted(issuer, clientId);
        }
    }

    private static void check(String name, Provider provider) {
        String setting = "whorl.providers." + name;
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException(setting + ": a short name has small letters, digits and hyphens only");
        }
        Map.of(
                        ".client-id", provider.clientId(),
                        ".name-en", provider.nameEn(),
                        ".name-cy", provider.nameCy())
                .forEach((rest, value) -> {
                    if (value.isBlank()) {
                        throw new IllegalArgumentException(setting + rest + " is missing");
                    }
                });
        if (!isSafe(provider.issuer())) {
            throw new IllegalArgumentException(setting
                    + ".issuer: an address that begins with https:// is wanted, not '%s'".formatted(provider.issuer()));
        }
    }

    private static boolean isSafe(String issuer) {
        try {
            URI address = new URI(issuer);
            boolean here = Set.of("localhost", "127.0.0.1").contains(String.valueOf(address.getHost()));
            return address.getHost() != null
                    && ("https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && here));
        } catch (java.net.URISyntaxException _) {
            return false;
        }
    }
}
