package org.whorl.server.people;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;

/** The pages outside every partnership: the first one, and opening a partnership. */
@Controller
class FrontPages {

    private final Partnerships partnerships;
    private final Accounts accounts;

    FrontPages(Partnerships partnerships, Accounts accounts) {
        this.partnerships = partnerships;
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

    @GetMapping("/accessibility")
    ResponseEntity<String> accessibility(Screen s) {
        return s.show("design/plain", Map.of("page", "accessibility", "paragraphs", 4));
    }

    @GetMapping("/privacy")
    ResponseEntity<String> privacy(Screen s) {
        return s.show("design/plain", Map.of("page", "privacy", "paragraphs", 4));
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
}
