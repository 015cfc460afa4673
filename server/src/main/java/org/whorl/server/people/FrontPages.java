package org.whorl.server.people;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;

/** The pages outside every partnership: the first one, signing in, joining, opening a partnership. */
@Controller
class FrontPages {

    private final Partnerships partnerships;
    private final Invitations invitations;
    private final Accounts accounts;

    FrontPages(Partnerships partnerships, Invitations invitations, Accounts accounts) {
        this.partnerships = partnerships;
        this.invitations = invitations;
        this.accounts = accounts;
    }

    @GetMapping("/")
    ResponseEntity<String> front(Screen s) {
        return s.show(
                "people/front",
                Map.of(
                        "open", partnerships.listOpen(),
                        "mine", s.signedIn() ? partnerships.listMine() : List.of(),
                        "keeper", s.viewer().account().filter(this::keeps).isPresent()));
    }

    @GetMapping("/sign-in")
    ResponseEntity<String> signIn(Screen s, Form form, @RequestParam(defaultValue = "") String problem) {
        switch (problem) {
            case "locked" -> form.refuse("email", "sign-in.locked");
            case "wrong" -> form.refuse("email", "sign-in.wrong");
            default -> {}
        }
        return s.show("people/sign-in", Map.of("form", form));
    }

    @GetMapping("/accessibility")
    ResponseEntity<String> accessibility(Screen s) {
        return s.show("design/plain", Map.of("page", "accessibility", "paragraphs", 4));
    }

    @GetMapping("/privacy")
    ResponseEntity<String> privacy(Screen s) {
        return s.show("design/plain", Map.of("page", "privacy", "paragraphs", 4));
    }

    @GetMapping("/set-up")
    ResponseEntity<String> setUp(Screen s, Form form, @RequestParam(defaultValue = "") String code) {
        if (!accounts.isSetUpCode(code)) {
            throw new NoSuchElementException("not the code");
        }
        return s.show("people/account", account(s, form, "set-up.heading", "set-up.what", "set-up.button"));
    }

    @PostMapping("/set-up")
    ResponseEntity<String> doSetUp(Screen s, Form form, @RequestParam(defaultValue = "") String code) {
        if (!accounts.isSetUpCode(code)) {
            throw new NoSuchElementException("not the code");
        }
        checkAccount(form);
        if (form.isRight()
                && accounts.make(
                                form.value("email"),
                                form.value("name"),
                                form.value("password"),
                                s.language().code(),
                                true)
                        .isPresent()) {
            return s.leaveFor("/sign-in", "account.made");
        }
        return s.again("people/account", account(s, form, "set-up.heading", "set-up.what", "set-up.button"));
    }

    @GetMapping("/join/{secret}")
    ResponseEntity<String> join(Screen s, Form form, @PathVariable String secret) {
        return s.show("people/account", joining(s, form, secret));
    }

    @PostMapping("/join/{secret}")
    ResponseEntity<String> doJoin(Screen s, Form form, @PathVariable String secret) {
        Map<String, Object> parts = joining(s, form, secret);
        if (s.signedIn()) {
            return s.leaveFor("/p/" + invitations.join(secret).slug(), "joined");
        }
        checkAccount(form);
        if (!form.isRight()) {
            return s.again("people/account", parts);
        }
        if (invitations
                .register(
                        secret,
                        form.value("name"),
                        form.value("email"),
                        form.value("password"),
                        s.language().code())
                .isEmpty()) {
            form.refuse("email", "email.taken");
            return s.again("people/account", parts);
        }
        return s.leaveFor("/sign-in", "account.made");
    }

    @GetMapping("/partnerships/new")
    ResponseEntity<String> newPartnership(Screen s, Form form) {
        refuseUnlessKeeper(s);
        return s.show("people/new-partnership", Map.of("form", form));
    }

    @PostMapping("/partnerships/new")
    ResponseEntity<String> openPartnership(Screen s, Form form) {
        refuseUnlessKeeper(s);
        form.require("name-en", "partnership.name-en.blank");
        form.require("name-cy", "partnership.name-cy.blank");
        form.require("place-en", "partnership.place-en.blank");
        form.require("place-cy", "partnership.place-cy.blank");
        if (!form.isRight()) {
            return s.again("people/new-partnership", Map.of("form", form));
        }
        Partnership opened = partnerships.open(
                form.value("name-en"), form.value("name-cy"), form.value("place-en"), form.value("place-cy"));
        return s.leaveFor("/p/" + opened.slug(), "partnership.opened");
    }

    private void refuseUnlessKeeper(Screen s) {
        if (s.viewer().account().filter(this::keeps).isEmpty()) {
            throw new NoSuchElementException("only whoever keeps the house opens partnerships");
        }
    }

    private boolean keeps(UUID account) {
        return accounts.keepsHouse(account);
    }

    private Map<String, Object> joining(Screen s, Form form, String secret) {
        Partnership partnership = invitations.find(secret).orElseThrow();
        return Map.of(
                "form", form,
                "heading", s.say("join.heading", s.pick(partnership.nameEn(), partnership.nameCy())),
                "what", s.say(s.signedIn() ? "join.what.signed-in" : "join.what"),
                "button", s.say("join.button"));
    }

    private static Map<String, Object> account(Screen s, Form form, String heading, String what, String button) {
        return Map.of("form", form, "heading", s.say(heading), "what", s.say(what), "button", s.say(button));
    }

    private static void checkAccount(Form form) {
        form.require("name", "name.blank");
        if (!form.value("email").matches("[^@\\s]+@[^@\\s]+")) {
            form.refuse("email", "email.wrong");
        }
        if (form.value("password").codePoints().count() < Accounts.SHORTEST_PASSWORD) {
            form.refuse("password", "password.short");
        }
    }
}
