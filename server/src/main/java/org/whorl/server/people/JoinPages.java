package org.whorl.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;

/** The first page of a first visit: all ways of coming in, and the form for a password. */
@Controller
class JoinPages {

    private final FirstVisits visits;
    private final Accounts accounts;
    private final Entry entry;

    JoinPages(FirstVisits visits, Accounts accounts, Entry entry) {
        this.visits = visits;
        this.accounts = accounts;
        this.entry = entry;
    }

    @GetMapping({"/set-up", "/join/{secret}"})
    ResponseEntity<String> show(
            Screen s,
            Form form,
            @PathVariable(required = false) Optional<String> secret,
            @RequestParam(defaultValue = "") String code) {
        return s.show("people/join", visits.find(secret.orElse(""), code).parts(s, form));
    }

    @PostMapping({"/set-up", "/join/{secret}"})
    ResponseEntity<String> enter(
            Screen s,
            Form form,
            @PathVariable(required = false) Optional<String> secret,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        FirstVisits.Visit visit = visits.find(secret.orElse(""), code);
        if (s.signedIn() && !visit.keepsHouse()) {
            visits.join(visit);
            return s.leaveFor(visit.next(), "joined");
        }
        AccountForm.check(form);
        if (!form.isRight()) {
            return s.again("people/join", visit.parts(s, form));
        }
        AccountStore.Newcomer newcomer = new AccountStore.Newcomer(
                UUID.randomUUID(),
                Optional.of(form.value("email")),
                false,
                form.value("name"),
                Optional.of(accounts.hide(form.exactly("password"))),
                s.language(),
                visit.keepsHouse());
        if (!visits.enter(visit, newcomer)) {
            form.refuse("email", "email.taken");
            return s.again("people/join", visit.parts(s, form));
        }
        entry.letIn(accounts.standing(newcomer.id()).orElseThrow(), Way.PASSWORD, request, response);
        return accounts.wantsSecondStep(newcomer.id())
                ? s.leaveFor(Next.carry("/account/second-step", visit.next()))
                : s.leaveFor(visit.next(), visit.keepsHouse() ? "account.made" : "joined");
    }
}
