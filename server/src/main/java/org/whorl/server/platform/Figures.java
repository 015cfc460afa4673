package org.whorl.server.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shows the figures about running (how many requests, how much memory) only to this machine, or to whoever brings the
 * token. They hold no word or name of a person, but whoever wants to do harm could learn from them when to.
 */
@Component
final class Figures extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final String token;

    /** @param token what {@code Authorization: Bearer} must hold; blank for nobody from elsewhere */
    Figures(@Value("${whorl.metrics-token:}") String token) {
        this.token = token;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/metrics");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isFromHere(request) || bringsToken(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Behind a proxy of this machine, the address is that of whoever asked the proxy. */
    private static boolean isFromHere(HttpServletRequest request) {
        return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
    }

    private boolean bringsToken(HttpServletRequest request) {
        String brought = request.getHeader("Authorization");
        return !token.isBlank()
                && brought != null
                && brought.startsWith(BEARER)
                && MessageDigest.isEqual(
                        brought.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }
}
