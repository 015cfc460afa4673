package org.whorl.server.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.whorl.server.design.Here;
import org.whorl.server.people.secrets.Fingerprint;
import org.whorl.server.platform.Tenancy;
import org.whorl.server.trust.Permissions;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/**
 * Programs come in here, with a key and nothing else: a browser's session counts for nothing, so no page elsewhere can
 * use it. Without a key a partnership that is open to guests is read as a guest reads it. A key is worth what both it and
 * its owner are at this moment.
 */
final class TokenEntrance extends OncePerRequestFilter {

    private static final Pattern INSIDE = Pattern.compile("/api/v1/p/([a-z0-9-]+)(/.*)?");
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S+)");
    private static final long MOST_BYTES = 40_000_000;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final PeopleStore people;
    private final TokenStore tokens;
    private final Across across;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TokenEntrance(
            PeopleStore people,
            TokenStore tokens,
            Across across,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.people = people;
        this.tokens = tokens;
        this.across = across;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST_BYTES || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            // Also what does not say how long it is.
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        Matcher inside = INSIDE.matcher(request.getRequestURI());
        if (!inside.matches()) {
            Entrance.enter(Viewer.stranger(), request, response, chain);
            return;
        }
        String slug = inside.group(1);
        Optional<Partnership> partnership = across.all(() -> people.findPartnership(slug));
        Optional<Viewer> viewer = partnership.flatMap(found -> viewer(found, request));
        if (viewer.isEmpty()) {
            // The same whether the partnership is closed or is not there at all.
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        request.setAttribute(Here.class.getName(), Entrance.here(partnership.orElseThrow(), false));
        Entrance.enter(viewer.get(), request, response, chain);
    }

    private Optional<Viewer> viewer(Partnership partnership, HttpServletRequest request) {
        @Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return partnership.open() ? Optional.of(guest(partnership)) : Optional.empty();
        }
        Matcher bearer = BEARER.matcher(header);
        return bearer.matches()
                ? within(partnership.id(), () -> holder(partnership, bearer.group(1)))
                : Optional.empty();
    }

    private static Viewer guest(Partnership partnership) {
        return new Viewer(
                Optional.empty(),
                Optional.empty(),
                Optional.of(partnership.id()),
                EnumSet.of(Role.ANYBODY, Role.GUEST));
    }

    private Optional<Viewer> holder(Partnership partnership, String secret) {
        Instant now = clock.instant();
        return tokens.find(Fingerprint.of(secret), now)
                .flatMap(held -> people.findMembership(held.account()).map(membership -> {
                    if (held.usedAt()
                            .filter(used -> used.plus(NOTED_EVERY).isAfter(now))
                            .isEmpty()) {
                        tokens.use(held.id(), now);
                    }
                    return new Viewer(
                            Optional.of(held.account()),
                            Optional.of(membership.member()),
                            Optional.of(partnership.id()),
                            membership.only().or(held::only),
                            roles(held, membership),
                            Optional.of(held.id()));
                }));
    }

    /** What both are; never what concerns an account rather than a partnership. */
    private static Set<Role> roles(TokenStore.Held held, PeopleStore.Membership membership) {
        Set<Role> owner = Entrance.roles(membership);
        owner.add(Role.GUEST);
        if (!held.strong()) {
            owner.removeIf(Permissions::needsSecondStep);
        }
        Set<Role> roles = EnumSet.of(Role.ANYBODY);
        held.roles().stream().filter(owner::contains).forEach(roles::add);
        return roles;
    }

    private Optional<Viewer> within(UUID partnership, Supplier<Optional<Viewer>> work) {
        return Entrance.whole(() -> Tenancy.within(partnership, () -> transaction.execute(_ -> work.get())));
    }
}
