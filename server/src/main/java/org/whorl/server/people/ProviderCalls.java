package org.whorl.server.people;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * What we ask an organisation's sign-in ourselves, behind the back of whoever signs in: for the proof of who they are, and
 * for the keys it is signed with. None of it waits long.
 */
@Component
class ProviderCalls implements JwtDecoderFactory<ClientRegistration> {

    /** The mistake of a proof that is not of this time: one of two clocks is wrong. */
    static final String CLOCK = "clock";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(1);
    private static final int LARGEST = 500_000;

    private final Clock clock;
    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

    ProviderCalls(Clock clock) {
        this.clock = clock;
    }

    /** How anything is asked. */
    static ClientHttpRequestFactory requests() {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        factory.setReadTimeout(PATIENCE);
        return factory;
    }

    /** Asks for the proof. */
    RestClientAuthorizationCodeTokenResponseClient tokens() {
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(requests())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return tokens;
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        return decoders.computeIfAbsent(registration.getRegistrationId(), _ -> decoder(registration));
    }

    private JwtDecoder decoder(ClientRegistration registration) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys(registration))
                .jwsAlgorithms(all -> {
                    for (SignatureAlgorithm each : SignatureAlgorithm.values()) {
                        all.add(each);
                    }
                })
                .build();
        OidcIdTokenValidator theirs = new OidcIdTokenValidator(registration);
        theirs.setClockSkew(CLOCKS_MAY_DIFFER);
        theirs.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new OfNow(clock), theirs));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }

    private static JWKSource<SecurityContext> keys(ClientRegistration registration) {
        try {
            String where =
                    Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri());
            return JWKSourceBuilder.create(
                            URI.create(where).toURL(),
                            new DefaultResourceRetriever((int) PATIENCE.toMillis(), (int) PATIENCE.toMillis(), LARGEST))
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not the address of keys", e);
        }
    }

    /** Was it made just now, and is it still good? */
    private record OfNow(Clock clock) implements OAuth2TokenValidator<Jwt> {

        @Override
        public OAuth2TokenValidatorResult validate(Jwt token) {
            Instant now = clock.instant();
            @Nullable Instant from = token.getIssuedAt();
            @Nullable Instant until = token.getExpiresAt();
            boolean early = from != null && now.plus(CLOCKS_MAY_DIFFER).isBefore(from);
            boolean late = until != null && now.minus(CLOCKS_MAY_DIFFER).isAfter(until);
            return early || late
                    ? OAuth2TokenValidatorResult.failure(new OAuth2Error(
                            CLOCK, "good from %s to %s, and it is %s here".formatted(from, until, now), null))
                    : OAuth2TokenValidatorResult.success();
        }
    }
}
