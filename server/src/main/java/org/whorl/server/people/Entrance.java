package org.whorl.server.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.whorl.server.design.Here;
import org.whorl.server.platform.Tenancy;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/**
 * Everybody comes in here: from the account and the address follow the partnership and the roles. A partnership one has
 * no business in is not there, exactly like one that does not exist.
 */
final class Entrance extends OncePerRequestFilter {

    private static final Pattern INSIDE = Pattern.compile("/p/([a-z0-9-]+)(/.*)?");

    private final PeopleStore store;
    private final TransactionTemplate transaction;

    Entrance(PeopleStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<UUID> account = account();
        Matcher inside = INSIDE.matcher(request.getRequestURI());
        Optional<Viewer> viewer;
        if (inside.matches()) {
            Optional<Partnership> partnership = partnership(inside.group(1));
            viewer = partnership.flatMap(found -> visitor(found, account));
            partnership.ifPresent(found -> request.setAttribute(
                    Here.class.getName(),
                    new Here(found.slug(), found.nameEn(), found.nameCy(), found.illustrative())));
        } else {
            Set<Role> roles = account.isPresent() ? EnumSet.of(Role.ANYBODY, Role.SIGNED_IN) : EnumSet.of(Role.ANYBODY);
            viewer = Optional.of(new Viewer(account, Optional.empty(), Optional.empty(), roles));
        }
        if (viewer.isEmpty()) {
            request.removeAttribute(Here.class.getName());
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        enter(viewer.get(), request, response, chain);
    }

    private static void enter(
            Viewer viewer, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            viewer.doing(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Optional<Partnership> partnership(String slug) {
        return whole(() -> Tenancy.acrossAll(() -> transaction.execute(_ -> store.findPartnership(slug))));
    }

    private Optional<Viewer> visitor(Partnership partnership, Optional<UUID> account) {
        Optional<PeopleStore.Membership> membership = account.flatMap(id -> whole(
                () -> Tenancy.within(partnership.id(), () -> transaction.execute(_ -> store.findMembership(id)))));
        if (membership.isPresent()) {
            Set<Role> roles = EnumSet.of(Role.ANYBODY, Role.SIGNED_IN);
            roles.addAll(membership.get().roles());
            // Who is there only to look is not there to take part.
            if (!roles.contains(Role.OBSERVER) && !roles.contains(Role.REGULATOR)) {
                roles.add(Role.MEMBER);
            }
            return Optional.of(
                    new Viewer(account, Optional.of(membership.get().member()), Optional.of(partnership.id()), roles));
        }
        return partnership.open()
                ? Optional.of(new Viewer(
                        account, Optional.empty(), Optional.of(partnership.id()), EnumSet.of(Role.ANYBODY, Role.GUEST)))
                : Optional.empty();
    }

    private static <T> T whole(java.util.function.Supplier<@Nullable T> work) {
        T found = work.get();
        if (found == null) {
            throw new IllegalStateException("a store answered with nothing");
        }
        return found;
    }

    private static Optional<UUID> account() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || authentication instanceof AnonymousAuthenticationToken
                || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        return Optional.of(UUID.fromString(authentication.getName()));
    }
}
