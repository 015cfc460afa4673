package org.whorl.server.people;

import com.nimbusds.jose.RemoteKeySourceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;

/**
 * The way to an organisation's sign-in and back (Spring Security), and out of it again. What comes back is only who
 * somebody is there; what that means here is for {@link ProviderPages} to say, so the session stays as it was.
 */
@Component
class ProviderSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);
    private static final String AT = "whorl.provider";

    private final Providers providers;
    private final ProviderCalls calls;
    private final Address address;
    private final Clock clock;

    ProviderSignIn(Providers providers, ProviderCalls calls, Address address, Clock clock) {
        this.providers = providers;
        this.calls = calls;
        this.address = address;
        this.clock = clock;
    }

    /** The page an organisation's sign-in begins at. */
    static String start(String provider) {
        return "/sign-in/at/" + provider;
    }

    /** The page that says what went wrong on the way. */
    static String trouble(Trouble kind, String provider) {
        return "/sign-in/trouble/" + kind.key() + "/" + provider;
    }

    /** What can go wrong on the way. */
    enum Trouble {
        /** The organisation does not answer. */
        AWAY,
        /** Its clock and ours do not agree. */
        CLOCK,
        /** They came back too late, or with a page from another time or browser. */
        STALE,
        /** It did not sign them in, or they did not want to. */
        FAILED;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A session at an organisation, which is to end with ours. */
    record At(String provider, String idToken) implements Serializable {}

    void configure(HttpSecurity http) {
        OidcUserService users = new OidcUserService();
        // What we want to know is in the proof itself: nothing more is asked for.
        users.setRetrieveUserInfo(_ -> false);
        http.oauth2Login(login -> login.clientRegistrationRepository(providers)
                .authorizedClientRepository(new NothingKept())
                .withObjectPostProcessor(new SessionUntouched())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(new Asking(providers)))
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(calls.tokens()))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(users))
                .loginProcessingUrl(Providers.BACK + "*")
                .loginPage("/sign-in")
                .successHandler((request, response, came) -> {
                    arrived(request, came);
                    response.sendRedirect("/sign-in/arrived");
                })
                .failureHandler(this::failed));
    }

    /** What the organisation says is for this request only: whoever has signed in here stays who they are. */
    private static final class SessionUntouched implements ObjectPostProcessor<OAuth2LoginAuthenticationFilter> {

        @Override
        public <O extends OAuth2LoginAuthenticationFilter> O postProcess(O filter) {
            filter.setSecurityContextRepository(new RequestAttributeSecurityContextRepository());
            return filter;
        }
    }

    /** What is asked of an organisation: who somebody is, when they last showed it, and to show it again if need be. */
    private static final class Asking implements OAuth2AuthorizationRequestResolver {

        private final Providers providers;
        private final OAuth2AuthorizationRequestResolver plain;

        Asking(Providers providers) {
            this.providers = providers;
            this.plain = new DefaultOAuth2AuthorizationRequestResolver(providers, "/sign-in/at");
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            String prefix = start("");
            String path = request.getRequestURI();
            return path.startsWith(prefix) ? resolve(request, path.substring(prefix.length())) : null;
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
            @Nullable
            OAuth2AuthorizationRequest asked = providers.isThere(provider) ? plain.resolve(request, provider) : null;
            if (asked == null) {
                return null;
            }
            Map<String, Object> more = new HashMap<>(asked.getAdditionalParameters());
            // Whoever is here already comes to show once more who they are: a session over there is not enough for
            // that.
            boolean again = Entry.who().isPresent();
            more.put("max_age", again ? 0 : SignedIn.LONGEST.toSeconds());
            if (again) {
                more.put("prompt", "login");
            }
            return OAuth2AuthorizationRequest.from(asked)
                    .additionalParameters(more)
                    .build();
        }
    }

    private void arrived(HttpServletRequest request, Authentication came) {
        if (came instanceof OAuth2AuthenticationToken token && token.getPrincipal() instanceof OidcUser user) {
            String provider = token.getAuthorizedClientRegistrationId();
            boolean vouched = Boolean.TRUE.equals(user.getEmailVerified());
            Identity identity = new Identity(
                    provider,
                    Objects.requireNonNull(user.getIssuer()).toString(),
                    Objects.requireNonNull(user.getSubject()),
                    first(user.getFullName(), user.getPreferredUsername()),
                    vouched ? first(user.getEmail()) : "");
            boolean twoSteps = providers
                    .settings(provider)
                    .sawSecondStep(user.getAuthenticationContextClass(), user.getAuthenticationMethods());
            // One that does not say when they showed it has, for all we know, not asked for a long time.
            Instant shown = Optional.ofNullable(user.getAuthenticatedAt()).orElse(Instant.EPOCH);
            Parked.put(
                    request.getSession(),
                    new Parked.Arrived(identity, user.getIdToken().getTokenValue(), twoSteps, shown, clock.instant()));
        }
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        String provider = request.getRequestURI().substring(Providers.BACK.length());
        if (!providers.isKnown(provider)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        RateLimit.count(request);
        Trouble trouble = trouble(problem);
        // Only the kind of the mistake: what the organisation says about it may name somebody.
        LOG.warn("the sign-in of '{}' ended with {} ({})", provider, trouble.key(), code(problem));
        response.sendRedirect(trouble(trouble, provider));
    }

    private static Trouble trouble(AuthenticationException problem) {
        boolean away = causes(problem)
                .anyMatch(each -> each instanceof ResourceAccessException
                        || each instanceof RemoteKeySourceException
                        || each instanceof java.net.ConnectException);
        boolean clock = causes(problem)
                .anyMatch(each -> each instanceof JwtValidationException wrong
                        && wrong.getErrors().stream()
                                .anyMatch(error -> ProviderCalls.CLOCK.equals(error.getErrorCode())));
        if (away) {
            return Trouble.AWAY;
        }
        if (clock) {
            return Trouble.CLOCK;
        }
        return code(problem).equals("authorization_request_not_found") ? Trouble.STALE : Trouble.FAILED;
    }

    private static String code(AuthenticationException problem) {
        // A code that comes from outside goes into no log as it is.
        return problem instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode().replaceAll("[^a-z_]", "?")
                : problem.getClass().getSimpleName();
    }

    private static Stream<Throwable> causes(Throwable problem) {
        return Stream.iterate(problem, each -> each != null, Throwable::getCause);
    }

    /** Remembers, for as long as the session lasts, that it began there. */
    static void stay(HttpSession session, String provider, String idToken) {
        session.setAttribute(AT, new At(provider, idToken));
    }

    /** Before a session ends: notes where it began. */
    static void leave(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null) {
            request.setAttribute(AT, session.getAttribute(AT));
        }
    }

    /** Where somebody goes who has signed out here: by way of where they signed in, so that they are out there, too. */
    String out(HttpServletRequest request) {
        String home = address.of(request) + "/";
        return Optional.ofNullable(request.getAttribute(AT) instanceof At at ? at : null)
                .flatMap(at -> ending(at, home))
                .orElse("/");
    }

    private Optional<String> ending(At at, String home) {
        return Optional.ofNullable(providers.findByRegistrationId(at.provider()))
                .map(ClientRegistration::getProviderDetails)
                .map(details -> details.getConfigurationMetadata().get("end_session_endpoint"))
                .map(end -> end + (end.toString().contains("?") ? "&" : "?") + "id_token_hint=" + encoded(at.idToken())
                        + "&post_logout_redirect_uri=" + encoded(home));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String first(@Nullable String... texts) {
        for (@Nullable String text : texts) {
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return "";
    }
}
