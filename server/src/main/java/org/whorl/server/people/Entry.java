package org.whorl.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.whorl.server.design.Languages;

/** The one place where a session becomes somebody's, however they have shown who they are. */
@Component
class Entry {

    private static final Logger LOG = LoggerFactory.getLogger(Entry.class);

    private final Clock clock;
    private final CsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    // A session's name and its forms' proof from before signing in are worth nothing afterwards.
    private final SessionAuthenticationStrategy anew = new CompositeSessionAuthenticationStrategy(
            List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(tokens)));

    Entry(Clock clock) {
        this.clock = clock;
    }

    /** Lets somebody in, and gives them their language. */
    void letIn(Standing standing, Way way, HttpServletRequest request, HttpServletResponse response) {
        letIn(standing, way, clock.instant(), request, response);
    }

    /** Lets somebody in who has shown some time ago who they are. */
    void letIn(Standing standing, Way way, Instant shown, HttpServletRequest request, HttpServletResponse response) {
        Instant now = clock.instant();
        Instant believed = shown.isBefore(now) ? shown : now;
        begin(new SignedIn(standing.account(), way, now, believed, standing.stamp()), request, response);
        Languages.choose(standing.language(), request, response);
        LOG.info("signed in: account {} by {}", standing.account(), way.key());
    }

    /** Goes on with the session after a change that ended all others. It becomes no younger by it. */
    void goOn(Standing standing, Way way, HttpServletRequest request, HttpServletResponse response) {
        SignedIn before = who().orElseThrow();
        begin(new SignedIn(standing.account(), way, before.at(), before.shown(), standing.stamp()), request, response);
    }

    private void begin(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = UsernamePasswordAuthenticationToken.authenticated(who, "", List.of());
        anew.onAuthentication(authentication, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        request.getSession().setAttribute(Sessions.DEVICE, Device.of(request.getHeader("User-Agent")));
    }

    /** Who has signed in. */
    static Optional<SignedIn> who() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? Optional.of(who)
                : Optional.empty();
    }

    /** Whoever finds a telephone lying about shall not change how its owner signs in. */
    boolean isFresh() {
        return who().filter(session -> session.isFresh(clock.instant())).isPresent();
    }

    /** Where somebody shows once more who they are, before they go on. */
    static String again(String next) {
        return signIn(next, "again");
    }

    /** The page to sign in on, with what to say on it. */
    static String signIn(String next, String problem) {
        String page = Next.carry("/sign-in", next);
        return page + (page.contains("?") ? "&" : "?") + "problem=" + problem;
    }

    /** What proves that forms are ours. */
    CsrfTokenRepository tokens() {
        return tokens;
    }
}
