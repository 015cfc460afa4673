package org.whorl.server.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody try passwords, codes and secrets faster than people do. What came out right is not counted: forty people
 * who join from one room share one address. Addresses are kept for as long as they are counted, in memory only.
 */
final class RateLimit extends OncePerRequestFilter {

    private static final Set<String> GUARDED =
            Set.of("/sign-in", "/set-up", "/join", "/account", "/let-in", "/letters");
    /** A teller's own page is opened by its code; telling itself is not guarded, or a full room could not tell. */
    private static final String OWN_STORY = "/t/mine";

    /** Where a code to vote is typed; voting itself is not guarded either. */
    private static final String VOTE_CODE = "/v";

    /** And where a code to say how sure one feels is typed. */
    private static final String SURE_CODE = "/c";

    private static final int TRIES = 30;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int MANY = 10_000;

    /** Here wrong keys are counted, and nothing else: programs make many requests at once. */
    private static final String PROGRAMS = "/api/";

    /** And here: forty phones in one room look at once. */
    private static final String ROOMS = "/j";

    /** And here: phones in a meeting, and people with a link of their own. */
    private static final String CIRCLES = "/d";

    private static final String FAILED = RateLimit.class.getName();

    private final Clock clock;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    RateLimit(Clock clock) {
        this.clock = clock;
    }

    /** Has this request counted as a wrong try, however it is answered. */
    static void count(HttpServletRequest request) {
        request.setAttribute(FAILED, true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String first = request.getRequestURI().replaceFirst("^(/[^/]*).*", "$1");
        return !isProgram(request)
                && !isRoom(request)
                && !request.getRequestURI().startsWith(OWN_STORY)
                && !request.getRequestURI().equals(VOTE_CODE)
                && !request.getRequestURI().equals(SURE_CODE)
                && (!GUARDED.contains(first) || !(request.getMethod().equals("POST") || isSecret(request)));
    }

    private static boolean isProgram(HttpServletRequest request) {
        return request.getRequestURI().startsWith(PROGRAMS);
    }

    private static boolean isRoom(HttpServletRequest request) {
        return isWhereCodesAreTyped(request)
                || request.getRequestURI().startsWith(ROOMS + "/")
                || request.getRequestURI().startsWith(CIRCLES + "/");
    }

    private static boolean isWhereCodesAreTyped(HttpServletRequest request) {
        return request.getRequestURI().equals(ROOMS) || request.getRequestURI().equals(CIRCLES);
    }

    /** Addresses that hold a secret are guessed by opening them. */
    private static boolean isSecret(HttpServletRequest request) {
        return request.getRequestURI().startsWith(Providers.BACK)
                || (!request.getRequestURI().startsWith("/sign-in")
                        && !request.getRequestURI().startsWith("/account"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant now = clock.instant();
        if (windows.size() > MANY) {
            windows.values().removeIf(window -> window.until().isBefore(now));
        }
        // Counted before it is known how it ends, or many at once would all slip through.
        boolean program = isProgram(request);
        boolean many = program || isRoom(request);
        Window window = count(request.getRemoteAddr(), now, many ? 0 : 1);
        if (window.tries() > (many ? TRIES - 1 : TRIES)) {
            response.setHeader(
                    "Retry-After",
                    Long.toString(Duration.between(now, window.until()).toSeconds() + 1));
            response.sendError(429);
            return;
        }
        chain.doFilter(request, response);
        if (many) {
            boolean wrong = program
                    ? response.getStatus() == 401 && request.getHeader("Authorization") != null
                    : response.getStatus() == 404 || (isWhereCodesAreTyped(request) && response.getStatus() == 422);
            count(request.getRemoteAddr(), now, wrong ? 1 : 0);
        } else if (response.getStatus() < 400 && request.getAttribute(FAILED) == null) {
            count(request.getRemoteAddr(), now, -1);
        }
    }

    private Window count(String address, Instant now, int tries) {
        return windows.compute(
                address,
                (_, old) -> old == null || old.until().isBefore(now)
                        ? new Window(now.plus(WINDOW), Math.max(0, tries))
                        : new Window(old.until(), Math.max(0, old.tries() + tries)));
    }

    private record Window(Instant until, int tries) {}
}
