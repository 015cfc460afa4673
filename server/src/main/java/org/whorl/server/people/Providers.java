package org.whorl.server.people;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.whorl.server.design.Language;
import org.whorl.server.design.Option;

/**
 * Organisations that sign their own people in (OpenID Connect), as the settings name them. They are asked how they do it
 * when Whorl has started, and again when somebody wants to: one that is away keeps nobody else out, and holds nothing up.
 */
@Component
@EnableConfigurationProperties(ProviderSettings.class)
class Providers implements ClientRegistrationRepository {

    /** Where they send people back to. */
    static final String BACK = "/sign-in/back/";

    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(5);

    private final Map<String, ProviderSettings.Provider> providers;
    private final Address address;
    private final RestClient client;
    private final Clock clock;
    private final Map<String, ClientRegistration> found = new ConcurrentHashMap<>();
    private final Map<String, Instant> silentSince = new ConcurrentHashMap<>();

    Providers(ProviderSettings settings, Address address, Clock clock) {
        this.providers = new TreeMap<>(settings.providers());
        this.address = address;
        this.client =
                RestClient.builder().requestFactory(ProviderCalls.requests()).build();
        this.clock = clock;
    }

    /** Asks them all, beside everything else. */
    @EventListener(ApplicationReadyEvent.class)
    void meet() {
        providers
                .keySet()
                .forEach(each -> Thread.ofVirtual().name("meet-" + each).start(() -> isThere(each)));
    }

    /** Those to choose from: all, or what newcomers of one partnership are offered. */
    List<Option> list(Language language, Optional<String> partnership) {
        return providers.entrySet().stream()
                .filter(each -> partnership.isEmpty() || isFor(each.getValue(), partnership.get()))
                .map(each -> new Option(
                        each.getKey(),
                        language.pick(each.getValue().nameEn(), each.getValue().nameCy())))
                .toList();
    }

    /** May it bring newcomers into that partnership? */
    boolean isFor(String provider, String partnership) {
        return isKnown(provider) && isFor(settings(provider), partnership);
    }

    private static boolean isFor(ProviderSettings.Provider provider, String partnership) {
        return provider.partnerships().isEmpty() || provider.partnerships().contains(partnership);
    }

    /** Is it among the settings? */
    boolean isKnown(String provider) {
        return providers.containsKey(provider);
    }

    /** The short names of all. */
    Set<String> known() {
        return providers.keySet();
    }

    /** What the settings say about one of those that are known. */
    ProviderSettings.Provider settings(String provider) {
        return Objects.requireNonNull(providers.get(provider));
    }

    /** What one is called; the short name of one that is no longer among the settings. */
    String name(String provider, Language language) {
        ProviderSettings.@Nullable Provider known = providers.get(provider);
        return known == null ? provider : language.pick(known.nameEn(), known.nameCy());
    }

    /** The sites forms may lead to: our own sign-in and sign-out go on to theirs. */
    Set<String> sites() {
        Stream<String> told = providers.values().stream().map(ProviderSettings.Provider::issuer);
        Stream<String> said = found.values().stream()
                .map(ClientRegistration::getProviderDetails)
                .flatMap(details -> Stream.of(
                        details.getAuthorizationUri(),
                        String.valueOf(details.getConfigurationMetadata()
                                .getOrDefault("end_session_endpoint", details.getAuthorizationUri()))));
        Set<String> sites = new TreeSet<>();
        Stream.concat(told, said)
                .map(URI::create)
                .map(where -> where.getScheme() + "://" + where.getAuthority())
                .forEach(sites::add);
        return sites;
    }

    /** Can it be reached, so that somebody may be sent there? */
    boolean isThere(String provider) {
        return findByRegistrationId(provider) != null;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        @Nullable ClientRegistration known = found.get(id);
        if (known != null || !isKnown(id) || isSilent(id)) {
            return known;
        }
        try {
            ClientRegistration asked = ask(id, settings(id));
            found.put(id, asked);
            return asked;
        } catch (RuntimeException e) {
            silentSince.put(id, clock.instant());
            LOG.warn("the sign-in of '{}' cannot be reached: {}", id, e.getMessage());
            return null;
        }
    }

    /** Whoever has just not answered is not asked again by everybody at once. */
    private boolean isSilent(String id) {
        @Nullable Instant since = silentSince.get(id);
        return since != null && clock.instant().isBefore(since.plus(ASK_AGAIN_AFTER));
    }

    private ClientRegistration ask(String id, ProviderSettings.Provider provider) {
        Map<String, Object> said = client.get()
                .uri(URI.create(provider.issuer().replaceFirst("/+$", "") + "/.well-known/openid-configuration"))
                .retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {});
        if (said == null || !provider.issuer().equals(said.get("issuer"))) {
            throw new IllegalStateException("it calls itself '%s', and the settings say '%s'"
                    .formatted(said == null ? "" : said.get("issuer"), provider.issuer()));
        }
        ClientRegistration.Builder builder = ClientRegistrations.fromOidcConfiguration(said)
                .registrationId(id)
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .scope("openid", "profile", "email")
                .redirectUri(address.told().orElse("{baseUrl}") + BACK + "{registrationId}")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build());
        if (provider.clientSecret().isEmpty()) {
            builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        return builder.build();
    }
}
