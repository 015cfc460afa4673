package org.whorl.server.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.whorl.server.design.Here;
import org.whorl.server.design.Language;
import org.whorl.server.design.Languages;
import org.whorl.server.design.Screen;
import org.whorl.server.platform.Tenancy;
import org.whorl.server.trust.Permissions;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/**
 * Everybody comes in here: from the account and the address follow the partnership and the roles. A partnership one has
 * no business in is not there, exactly like one that does not exist. A session that is too old, or older than the last
 * change to how its owner signs in, is over.
 */
final class Entrance extends OncePerRequestFilter {

    private static final Pattern INSIDE = Pattern.compile("/p/([a-z0-9-]+)(/.*)?");

    private final PeopleStore people;
    private final AccountStore accounts;
    private final Across across;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Entrance(
            PeopleStore people,
            AccountStore accounts,
            Across across,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.across = across;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher inside = INSIDE.matcher(request.getRequestURI());
        Found found = look(inside.matches() ? Optional.of(inside.group(1)) : Optional.empty());
        Optional<SignedIn> who = Entry.who()
                .filter(session -> found.standing()
                        .filter(standing -> session.holds(standing, clock.instant()))
                        .isPresent());
        if (who.isEmpty()) {
            end(request);
        } else {
            found.standing().ifPresent(standing -> rememberLanguage(standing, request));
        }
        Viewer viewer;
        if (inside.matches()) {
            Optional<Guest> guest = found.partnership().flatMap(partnership -> guest(partnership, who));
            if (guest.isEmpty()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            viewer = guest.get().viewer();
            request.setAttribute(Here.class.getName(), guest.get().here());
            guest.get().here().wording().first().ifPresent(first -> Languages.propose(first, request));
        } else {
            Set<Role> roles = who.isPresent() ? EnumSet.of(Role.ANYBODY, Role.SIGNED_IN) : EnumSet.of(Role.ANYBODY);
            if (who.isPresent()
                    && found.standing().filter(Standing::houseKeeper).isPresent()) {
                boolean strong = who.get().way().isStrong();
                roles.add(strong ? Role.HOUSE_KEEPER : Role.SIGNED_IN);
                request.setAttribute(Screen.HELD_BACK, !strong);
            }
            viewer = new Viewer(who.map(SignedIn::account), Optional.empty(), Optional.empty(), roles);
        }
        enter(viewer, request, response, chain);
    }

    /** Does the rest of a request as that viewer. */
    static void enter(Viewer viewer, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
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

    /**
     * What the database knows about a request.
     *
     * @param partnership the one it names, if there is one of that name
     * @param standing its account's, if somebody has signed in
     */
    private record Found(Optional<Partnership> partnership, Optional<Standing> standing) {}

    private Found look(Optional<String> slug) {
        Optional<UUID> account = Entry.who().map(SignedIn::account);
        if (slug.isEmpty() && account.isEmpty()) {
            return new Found(Optional.empty(), Optional.empty());
        }
        return across.all(
                () -> new Found(slug.flatMap(people::findPartnership), account.flatMap(accounts::findStanding)));
    }

    /** Who somebody is in a partnership, and how it shows itself to them. */
    private record Guest(Viewer viewer, Here here) {}

    private Optional<Guest> guest(Partnership partnership, Optional<SignedIn> who) {
        Optional<UUID> account = who.map(SignedIn::account);
        Optional<PeopleStore.Membership> membership = account.flatMap(id -> whole(
                () -> Tenancy.within(partnership.id(), () -> transaction.execute(_ -> people.findMembership(id)))));
        if (membership.isPresent()) {
            Set<Role> roles = roles(membership.get());
            boolean strong = who.filter(session -> session.way().isStrong()).isPresent();
            boolean heldBack = !strong && roles.removeIf(Permissions::needsSecondStep);
            Viewer viewer = new Viewer(
                    account,
                    Optional.of(membership.get().member()),
                    Optional.of(partnership.id()),
                    membership.get().only(),
                    roles);
            return Optional.of(new Guest(viewer, here(partnership, heldBack)));
        }
        if (!partnership.open()) {
            return Optional.empty();
        }
        Viewer viewer = new Viewer(
                account, Optional.empty(), Optional.of(partnership.id()), EnumSet.of(Role.ANYBODY, Role.GUEST));
        return Optional.of(new Guest(viewer, here(partnership, false)));
    }

    /** Everything a member is here. */
    static Set<Role> roles(PeopleStore.Membership membership) {
        Set<Role> roles = EnumSet.of(Role.ANYBODY, Role.SIGNED_IN);
        roles.addAll(Role.ofMember(membership.roles()));
        return roles;
    }

    /** How a partnership shows itself. */
    static Here here(Partnership partnership, boolean heldBack) {
        return new Here(
                partnership.slug(),
                partnership.nameEn(),
                partnership.nameCy(),
                partnership.illustrative(),
                partnership.wording(),
                heldBack);
    }

    /** Whoever changes the language while signed in has it changed for what is sent to them, too. */
    private void rememberLanguage(Standing standing, HttpServletRequest request) {
        Optional<Language> chosen = Languages.chosen(request);
        if (chosen.isPresent() && chosen.get() != standing.language()) {
            across.all(() -> accounts.setLanguage(standing.account(), chosen.get()));
        }
    }

    private static void end(HttpServletRequest request) {
        if (Entry.who().isPresent()) {
            @Nullable HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
        }
    }

    /** What a store found, which is never nothing at all. */
    static <T> T whole(java.util.function.Supplier<@Nullable T> work) {
        T found = work.get();
        if (found == null) {
            throw new IllegalStateException("a store answered with nothing");
        }
        return found;
    }
}
