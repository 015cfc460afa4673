package org.whorl.server.people;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.whorl.server.design.Languages;

/**
 * Sessions, forms that prove they are ours, and what browsers are told. Who may do what is not decided here but at the
 * doors: here every address is open, because a guest may look. How somebody gets in is {@link SignInPages}.
 */
@Configuration(proxyBeanMethods = false)
class Security {

    /** No script or style but our own files, no foreign origin, no frame around us. */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            // Nothing but sound: what a browser has just recorded is played from its own memory.
            "media-src 'self' blob:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    /** Programs: no session, no cookie, no form; a key in each request is the proof. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http,
            PeopleStore people,
            TokenStore tokens,
            Across across,
            Providers providers,
            PlatformTransactionManager transactions,
            Clock clock) {
        http.securityMatcher("/api/**");
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.csrf(csrf -> csrf.disable());
        http.anonymous(anonymous -> anonymous.disable());
        http.logout(logout -> logout.disable());
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()));
        http.requestCache(cache -> cache.disable());
        headers(http, providers);
        http.addFilterBefore(new RateLimit(clock), AuthorizationFilter.class);
        http.addFilterAfter(new TokenEntrance(people, tokens, across, transactions, clock), AuthorizationFilter.class);
        return http.build();
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            PeopleStore people,
            AccountStore accounts,
            Across across,
            Entry entry,
            Providers providers,
            ProviderSignIn signIn,
            PlatformTransactionManager transactions,
            Clock clock) {
        http.authorizeHttpRequests(requests ->
                requests.requestMatchers("/actuator/**").denyAll().anyRequest().permitAll());
        http.csrf(csrf -> csrf.csrfTokenRepository(entry.tokens()));
        signIn.configure(http);
        http.exceptionHandling(handling -> handling.authenticationEntryPoint(new Http403ForbiddenEntryPoint()));
        http.logout(logout -> logout.logoutUrl("/sign-out")
                .addLogoutHandler((request, _, _) -> ProviderSignIn.leave(request))
                .logoutSuccessHandler((request, response, _) -> response.sendRedirect(signIn.out(request))));
        http.requestCache(cache -> cache.disable());
        headers(http, providers);
        http.addFilterBefore(new RateLimit(clock), CsrfFilter.class);
        http.addFilterAfter(new Languages(), CsrfFilter.class);
        http.addFilterAfter(new Entrance(people, accounts, across, transactions, clock), AuthorizationFilter.class);
        return http.build();
    }

    private static void headers(HttpSecurity http, Providers providers) {
        http.headers(headers -> headers.addHeaderWriter(
                        (_, response) -> response.setHeader("Content-Security-Policy", policy(providers)))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), geolocation=(), microphone=(self), payment=()")));
    }

    /** Sessions are in the database; a browser holds their secret in a cookie no script sees. */
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<KeptSession>> sessionFilter(Sessions sessions) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("whorl-session");
        cookie.setUseBase64Encoding(false);
        cookie.setSameSite("Lax");
        CookieHttpSessionIdResolver cookies = new CookieHttpSessionIdResolver();
        cookies.setCookieSerializer(cookie);
        SessionRepositoryFilter<KeptSession> filter = new SessionRepositoryFilter<>(sessions);
        filter.setHttpSessionIdResolver(cookies);
        FilterRegistrationBean<SessionRepositoryFilter<KeptSession>> first = new FilterRegistrationBean<>(filter);
        first.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        first.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        return first;
    }

    /** Signing in and out at an organisation begins with a form of ours and goes on to theirs. */
    private static String policy(Providers providers) {
        return (POLICY + "; form-action 'self' " + String.join(" ", providers.sites())).strip();
    }
}
