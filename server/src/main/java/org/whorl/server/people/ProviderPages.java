package org.whorl.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Screen;

/** Signing in at one's own organisation: to come back, to come for the first time, or to connect it to one's account. */
@Controller
class ProviderPages {

    private final Providers providers;
    private final Identities identities;
    private final FirstVisits visits;
    private final OwnSignIn own;
    private final Accounts accounts;
    private final Arrival arrival;
    private final Entry entry;
    private final Clock clock;

    ProviderPages(
            Providers providers,
            Identities identities,
            FirstVisits visits,
            OwnSignIn own,
            Accounts accounts,
            Arrival arrival,
            Entry entry,
            Clock clock) {
        this.providers = providers;
        this.identities = identities;
        this.visits = visits;
        this.own = own;
        this.accounts = accounts;
        this.arrival = arrival;
        this.entry = entry;
        this.clock = clock;
    }

    @GetMapping("/sign-in/with/{provider}")
    ResponseEntity<String> signIn(
            Screen s,
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request) {
        return send(s, provider, Parked.Purpose.COME_BACK, Next.local(next), request);
    }

    @GetMapping({"/set-up/with/{provider}", "/join/{secret}/with/{provider}"})
    ResponseEntity<String> join(
            Screen s,
            @PathVariable String provider,
            @PathVariable(required = false) Optional<String> secret,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        FirstVisits.Visit visit = visits.find(secret.orElse(""), code);
        if (!visits.isFor(visit, provider)) {
            throw new NoSuchElementException("not for this visit");
        }
        Parked.Purpose purpose = visit.keepsHouse() ? Parked.Purpose.SET_UP : Parked.Purpose.JOIN;
        return send(s, provider, purpose, visit.secret(), request);
    }

    /** Only by a form of ours: a link from elsewhere could connect somebody else's identity. */
    @PostMapping("/account/with/{provider}")
    ResponseEntity<String> connect(Screen s, @PathVariable String provider, HttpServletRequest request) {
        Standing standing = own.standing();
        return entry.isFresh()
                ? send(s, provider, Parked.Purpose.CONNECT, standing.account().toString(), request)
                : s.leaveFor(Entry.again("/account"));
    }

    @PostMapping("/account/with/{provider}/remove")
    ResponseEntity<String> disconnect(
            Screen s, @PathVariable String provider, HttpServletRequest request, HttpServletResponse response) {
        own.standing();
        if (!entry.isFresh()) {
            return s.leaveFor(Entry.again("/account"));
        }
        if (!own.disconnect(provider)) {
            return s.leaveFor("/account");
        }
        entry.goOn(own.standing(), Entry.who().orElseThrow().way(), request, response);
        return s.leaveFor("/account", "provider.removed");
    }

    /** Somebody has come back from their organisation. */
    @GetMapping("/sign-in/arrived")
    ResponseEntity<String> arrived(Screen s, HttpServletRequest request, HttpServletResponse response) {
        Optional<Parked.Arrived> came = Parked.take(request.getSession(), Parked.Arrived.class, clock.instant());
        if (came.isEmpty()) {
            return s.leaveFor("/sign-in");
        }
        Parked.Errand errand = Parked.take(request.getSession(), Parked.Errand.class, clock.instant())
                .orElseGet(() -> new Parked.Errand(Parked.Purpose.COME_BACK, "/", clock.instant()));
        Identity identity = came.get().identity();
        if (errand.purpose() == Parked.Purpose.CONNECT) {
            boolean theirs = s.viewer().account().map(UUID::toString).equals(Optional.of(errand.what()));
            return s.leaveFor("/account", theirs && own.connect(identity) ? "provider.connected" : "provider.taken");
        }
        Optional<UUID> known = identities.whose(identity);
        if (known.isPresent()) {
            return letIn(s, known.get(), after(errand), came.get(), request, response);
        }
        return errand.purpose() == Parked.Purpose.COME_BACK
                ? s.show(
                        HttpStatus.FORBIDDEN,
                        "people/uninvited",
                        Map.of("name", providers.name(identity.provider(), s.language())))
                : enter(s, errand, came.get(), request, response);
    }

    /** What went wrong on the way to an organisation or back, and how to go on. */
    @GetMapping("/sign-in/trouble/{kind}/{provider}")
    ResponseEntity<String> trouble(
            Screen s, @PathVariable String kind, @PathVariable String provider, HttpServletRequest request) {
        ProviderSignIn.Trouble trouble = java.util.stream.Stream.of(ProviderSignIn.Trouble.values())
                .filter(each -> each.key().equals(kind) && providers.isKnown(provider))
                .findFirst()
                .orElseThrow();
        Optional<Parked.Errand> errand = Parked.find(request.getSession(), Parked.Errand.class, clock.instant());
        return s.show(
                trouble == ProviderSignIn.Trouble.AWAY || trouble == ProviderSignIn.Trouble.CLOCK
                        ? HttpStatus.BAD_GATEWAY
                        : HttpStatus.OK,
                "people/trouble",
                Map.of(
                        "kind", trouble.key(),
                        "name", providers.name(provider, s.language()),
                        "again", errand.map(each -> again(each, provider)).orElse("/sign-in/with/" + provider),
                        "other", errand.map(ProviderPages::other).orElse("/sign-in")));
    }

    /** A first visit that ends here: the name comes from the organisation. */
    private ResponseEntity<String> enter(
            Screen s,
            Parked.Errand errand,
            Parked.Arrived came,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean first = errand.purpose() == Parked.Purpose.SET_UP;
        FirstVisits.Visit visit = visits.find(first ? "" : errand.what(), first ? errand.what() : "");
        Identity identity = came.identity();
        if (!identity.email().isEmpty() && accounts.isTaken(identity.email())) {
            // Theirs, it may be; but an address they have in common is no reason to give one the other.
            return s.leaveFor(Entry.signIn(first ? "/" : "/join/" + errand.what(), "known"));
        }
        AccountStore.Newcomer newcomer = new AccountStore.Newcomer(
                UUID.randomUUID(),
                Optional.of(identity.email()).filter(email -> !email.isEmpty()),
                true,
                identity.name().isEmpty() ? s.say("name.unknown") : identity.name(),
                Optional.empty(),
                s.language(),
                visit.keepsHouse());
        visits.enter(visit, newcomer, identity);
        return letIn(s, newcomer.id(), visit.next(), came, request, response);
    }

    private ResponseEntity<String> letIn(
            Screen s,
            UUID account,
            String next,
            Parked.Arrived came,
            HttpServletRequest request,
            HttpServletResponse response) {
        ProviderSignIn.stay(request.getSession(), came.identity().provider(), came.idToken());
        return arrival.of(
                s,
                accounts.standing(account).orElseThrow(),
                came.twoSteps() ? Way.PROVIDER_TWO_STEPS : Way.PROVIDER,
                came.shown(),
                next,
                request,
                response);
    }

    /** Whoever has an account already joins with one press, on the page of the invitation. */
    private static String after(Parked.Errand errand) {
        return switch (errand.purpose()) {
            case COME_BACK -> errand.what();
            case JOIN -> "/join/" + errand.what();
            case SET_UP, CONNECT -> "/";
        };
    }

    private static String again(Parked.Errand errand, String provider) {
        return switch (errand.purpose()) {
            case COME_BACK -> Next.carry("/sign-in/with/" + provider, errand.what());
            case JOIN -> "/join/" + errand.what() + "/with/" + provider;
            case SET_UP -> "/set-up/with/" + provider + "?code=" + errand.what();
            case CONNECT -> "/account";
        };
    }

    private static String other(Parked.Errand errand) {
        return switch (errand.purpose()) {
            case COME_BACK -> Next.carry("/sign-in", errand.what());
            case JOIN -> "/join/" + errand.what();
            case SET_UP -> "/set-up?code=" + errand.what();
            case CONNECT -> "/account";
        };
    }

    private ResponseEntity<String> send(
            Screen s, String provider, Parked.Purpose purpose, String what, HttpServletRequest request) {
        if (!providers.isKnown(provider)) {
            throw new NoSuchElementException("no such organisation");
        }
        Parked.put(request.getSession(), new Parked.Errand(purpose, what, clock.instant()));
        return s.leaveFor(
                providers.isThere(provider)
                        ? ProviderSignIn.start(provider)
                        : ProviderSignIn.trouble(ProviderSignIn.Trouble.AWAY, provider));
    }
}
