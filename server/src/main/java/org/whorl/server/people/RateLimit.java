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
 * Lets nobody try passwords and secrets faster than people do. Addresses are kept for as long as they are counted, in
 * memory only.
 */
final class RateLimit extends OncePerRequestFilter {

    private static final Set<String> GUARDED = Set.of("/sign-in", "/set-up", "/join");
    private static final int TRIES = 30;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int MANY = 10_000;

    private final Clock clock;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    RateLimit(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String first = request.getRequestURI().replaceFirst("^(/[^/]*).*", "$1");
        return !request.getMethod().equals("POST") || !GUARDED.contains(first);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant now = clock.instant();
        if (windows.size() > MANY) {
            windows.values().removeIf(window -> window.until().isBefore(now));
        }
        Window window = windows.compute(
                request.getRemoteAddr(),
                (_, old) -> old == null || old.until().isBefore(now)
                        ? new Window(now.plus(WINDOW), 1)
                        : new Window(old.until(), old.tries() + 1));
        if (window.tries() > TRIES) {
            response.setHeader(
                    "Retry-After",
                    Long.toString(Duration.between(now, window.until()).toSeconds() + 1));
            response.sendError(429);
            return;
        }
        chain.doFilter(request, response);
    }

    private record Window(Instant until, int tries) {}
}
