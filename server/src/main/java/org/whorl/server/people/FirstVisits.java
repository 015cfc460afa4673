package org.whorl.server.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;

/** Somebody's first visit: with an invitation, or as the very first, with the link from the console. */
@Component
class FirstVisits {

    private final Invitations invitations;
    private final Accounts accounts;
    private final SecondSteps steps;
    private final Passkeys passkeys;
    private final Identities identities;
    private final Providers providers;

    FirstVisits(
            Invitations invitations,
            Accounts accounts,
            SecondSteps steps,
            Passkeys passkeys,
            Identities identities,
            Providers providers) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.steps = steps;
        this.passkeys = passkeys;
        this.identities = identities;
        this.providers = providers;
    }

    /**
     * A visit whose secret is good.
     *
     * @param secret of the invitation, or of the link from the console
     * @param into where the invitation leads; nowhere yet for the very first
     * @param providers the organisations that may sign them in
     */
    record Visit(String secret, Optional<Partnership> into, Providers providers) {

        /** Where they get to when they are in. */
        String next() {
            return into.map(partnership -> "/p/" + partnership.slug()).orElse("/");
        }

        /** The address of one of the pages of this visit. */
        String path(String rest) {
            return into.isPresent() ? "/join/" + secret + rest : "/set-up" + rest + "?code=" + secret;
        }

        /** Whoever comes first looks after the house. */
        boolean keepsHouse() {
            return into.isEmpty();
        }

        /** What the pages of this visit show. */
        Map<String, Object> parts(Screen s, Form form) {
            Map<String, Object> parts = new HashMap<>();
            parts.put("form", form);
            parts.put(
                    "heading",
                    into.map(where -> s.say("join.heading", s.pick(where.nameEn(), where.nameCy())))
                            .orElseGet(() -> s.say("set-up.heading")));
            parts.put("what", into.isEmpty() ? s.say("set-up.what") : s.say(whatToInvited(s)));
            parts.put("button", s.say(into.isEmpty() ? "set-up.button" : "join.button"));
            parts.put("passkey", path("/passkey"));
            parts.put("options", path("/passkey/options"));
            parts.put("back", path(""));
            parts.put(
                    "providers",
                    providers.list(s.language(), into.map(Partnership::slug)).stream()
                            .map(each -> new Option(path("/with/" + each.value()), each.label()))
                            .toList());
            return parts;
        }

        private static String whatToInvited(Screen s) {
            return s.signedIn() ? "join.what.signed-in" : "join.what";
        }
    }

    /**
     * The visit somebody's link is for.
     *
     * @param invitation the secret of an invitation; blank for the link from the console
     * @throws NoSuchElementException if the link is not, or no longer, good
     */
    Visit find(String invitation, String code) {
        if (!invitation.isEmpty()) {
            return new Visit(
                    invitation, Optional.of(invitations.find(invitation).orElseThrow()), providers);
        }
        if (!accounts.isSetUpCode(code)) {
            throw new NoSuchElementException("not the code");
        }
        return new Visit(code, Optional.empty(), providers);
    }

    /** Makes an account with a password; false if the address is taken. */
    boolean enter(Visit visit, AccountStore.Newcomer newcomer) {
        return visit.keepsHouse()
                ? accounts.make(newcomer)
                : invitations.register(visit.secret(), newcomer).isPresent();
    }

    /**
     * Makes an account with a passkey.
     *
     * @return ten codes on paper, shown once
     * @throws Passkeys.Unfit if the browser has made something else
     */
    List<String> enter(Visit visit, AccountStore.Newcomer newcomer, Passkeys.Made passkey) {
        enter(visit, newcomer, () -> passkeys.keep(passkey));
        return steps.freshCodes(newcomer.id());
    }

    /** Makes an account for somebody whom their organisation has signed in. */
    void enter(Visit visit, AccountStore.Newcomer newcomer, Identity identity) {
        enter(visit, newcomer, () -> identities.add(identity, newcomer.id()));
    }

    private void enter(Visit visit, AccountStore.Newcomer newcomer, Runnable way) {
        if (visit.keepsHouse()) {
            accounts.make(newcomer, way);
        } else {
            invitations.register(visit.secret(), newcomer, way);
        }
    }

    /** May that organisation sign people in on this visit? */
    boolean isFor(Visit visit, String provider) {
        return visit.into()
                .map(where -> providers.isFor(provider, where.slug()))
                .orElseGet(() -> providers.isKnown(provider));
    }

    /** Joins with the account one has signed in with. */
    void join(Visit visit) {
        invitations.join(visit.secret());
    }
}
