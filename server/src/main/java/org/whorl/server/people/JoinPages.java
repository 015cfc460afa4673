package org.whorl.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.NoSuchElementException;
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

/** Coming in for the first time: with an invitation, or as the very first. */
@Controller
class JoinPages {

    private final Invitations invitations;
    private final Accounts accounts;
    private final Entry entry;

    JoinPages(Invitations invitations, Accounts accounts, Entry entry) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.entry = entry;
    }

    @GetMapping("/set-up")
    ResponseEntity<String> setUp(Screen s, Form form, @RequestParam(defaultValue = "") String code) {
        return s.show("people/join", settingUp(s, form, code));
    }

    @PostMapping("/set-up")
    ResponseEntity<String> doSetUp(
            Screen s,
            Form form,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        Map<String, Object> parts = settingUp(s, form, code);
        AccountForm.check(form);
        AccountStore.Newcomer newcomer = newcomer(s, form, true);
        if (form.isRight() && accounts.make(newcomer)) {
            return arrive(s, newcomer.id(), "/", "account.made", request, response);
        }
        return s.again("people/join", parts);
    }

    @GetMapping("/join/{secret}")
    ResponseEntity<String> join(Screen s, Form form, @PathVariable String secret) {
        return s.show("people/join", joining(s, form, secret));
    }

    @PostMapping("/join/{secret}")
    ResponseEntity<String> doJoin(
            Screen s,
            Form form,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        Map<String, Object> parts = joining(s, form, secret);
        if (s.signedIn()) {
            return s.leaveFor("/p/" + invitations.join(secret).slug(), "joined");
        }
        AccountForm.check(form);
        if (!form.isRight()) {
            return s.again("people/join", parts);
        }
        AccountStore.Newcomer newcomer = newcomer(s, form, false);
        Optional<Partnership> partnership = invitations.register(secret, newcomer);
        if (partnership.isEmpty()) {
            form.refuse("email", "email.taken");
            return s.again("people/join", parts);
        }
        return arrive(s, newcomer.id(), "/p/" + partnership.get().slug(), "joined", request, response);
    }

    private ResponseEntity<String> arrive(
            Screen s,
            UUID account,
            String next,
            String notice,
            HttpServletRequest request,
            HttpServletResponse response) {
        entry.letIn(accounts.standing(account).orElseThrow(), Way.PASSWORD, request, response);
        return accounts.wantsSecondStep(account)
                ? s.leaveFor(Next.carry("/account/second-step", next))
                : s.leaveFor(next, notice);
    }

    private AccountStore.Newcomer newcomer(Screen s, Form form, boolean houseKeeper) {
        return new AccountStore.Newcomer(
                UUID.randomUUID(),
                Optional.of(form.value("email")),
                false,
                form.value("name"),
                Optional.of(form.exactly("password"))
                        .filter(_ -> form.isRight())
                        .map(accounts::hide),
                s.language(),
                houseKeeper);
    }

    private Map<String, Object> settingUp(Screen s, Form form, String code) {
        if (!accounts.isSetUpCode(code)) {
            throw new NoSuchElementException("not the code");
        }
        return Map.of(
                "form", form,
                "heading", s.say("set-up.heading"),
                "what", s.say("set-up.what"),
                "button", s.say("set-up.button"));
    }

    private Map<String, Object> joining(Screen s, Form form, String secret) {
        Partnership partnership = invitations.find(secret).orElseThrow();
        return Map.of(
                "form", form,
                "heading", s.say("join.heading", s.pick(partnership.nameEn(), partnership.nameCy())),
                "what", s.say(s.signedIn() ? "join.what.signed-in" : "join.what"),
                "button", s.say("join.button"));
    }
}
