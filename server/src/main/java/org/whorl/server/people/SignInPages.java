package org.whorl.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;

/** Signing in: by passkey; by address and password, with a code after it where there is one; by a code on paper. */
@Controller
class SignInPages {

    private final Accounts accounts;
    private final SecondSteps steps;
    private final Passkeys passkeys;
    private final Providers providers;
    private final Arrival arrival;
    private final Address address;
    private final Entry entry;
    private final Clock clock;

    SignInPages(
            Accounts accounts,
            SecondSteps steps,
            Passkeys passkeys,
            Providers providers,
            Arrival arrival,
            Address address,
            Entry entry,
            Clock clock) {
        this.accounts = accounts;
        this.steps = steps;
        this.passkeys = passkeys;
        this.providers = providers;
        this.arrival = arrival;
        this.address = address;
        this.entry = entry;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    ResponseEntity<String> signIn(
            Screen s,
            Form form,
            @RequestParam(defaultValue = "") String problem,
            @RequestParam(defaultValue = "") String next) {
        switch (problem) {
            case "again" -> form.refuse("email", "sign-in.again");
            case "known" -> form.refuse("email", "provider.known");
            default -> {}
        }
        return s.show("people/sign-in", parts(s, form, next));
    }

    @PostMapping("/sign-in")
    ResponseEntity<String> doSignIn(
            Screen s,
            Form form,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        switch (accounts.signIn(form.value("email"), form.exactly("password"))) {
            case Accounts.SignIn.Right right -> {
                return arrival.of(s, right.standing(), Way.PASSWORD, next, request, response);
            }
            case Accounts.SignIn.Wrong _ -> form.refuse("email", "sign-in.wrong");
            case Accounts.SignIn.Locked _ -> form.refuse("email", "sign-in.locked");
        }
        return s.again("people/sign-in", parts(s, form, next));
    }

    @GetMapping("/sign-in/code")
    ResponseEntity<String> code(Screen s, Form form, HttpServletRequest request) {
        return arrival.halfIn(request).isEmpty() ? s.leaveFor("/sign-in") : s.show("people/code", Map.of("form", form));
    }

    @PostMapping("/sign-in/code")
    ResponseEntity<String> doCode(Screen s, Form form, HttpServletRequest request, HttpServletResponse response) {
        Optional<Parked.HalfIn> half = arrival.halfIn(request);
        Optional<Standing> standing = half.flatMap(found -> accounts.standing(found.account()));
        if (half.isEmpty() || standing.isEmpty()) {
            return s.leaveFor("/sign-in");
        }
        form.require("code", "code.blank");
        if (form.isRight()) {
            switch (steps.take(half.get().account(), form.value("code"))) {
                case RIGHT -> {
                    return arrival.wholly(s, half.get(), standing.get(), request, response);
                }
                case WRONG -> form.refuse("code", "code.wrong");
                case LOCKED -> form.refuse("code", "code.locked");
            }
        }
        return s.again("people/code", Map.of("form", form));
    }

    @GetMapping("/sign-in/paper")
    ResponseEntity<String> paper(Screen s, Form form) {
        return s.show("people/paper", Map.of("form", form));
    }

    /** For whoever has lost the passkey they sign in with. */
    @PostMapping("/sign-in/paper")
    ResponseEntity<String> doPaper(Screen s, Form form, HttpServletRequest request, HttpServletResponse response) {
        form.require("code", "paper.blank");
        if (form.isRight()) {
            Optional<UUID> account = steps.takeAlone(form.value("code"));
            if (account.isPresent()) {
                entry.letIn(accounts.standing(account.get()).orElseThrow(), Way.RECOVERY_CODE, request, response);
                return s.leaveFor("/account", "paper.right");
            }
            form.refuse("code", "paper.wrong");
        }
        return s.again("people/paper", Map.of("form", form));
    }

    /** What a browser asks its owner's passkey. */
    @PostMapping(path = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> askPasskey(HttpServletRequest request) {
        var asked = passkeys.ask(address.of(request));
        Parked.put(request.getSession(), new Parked.PasskeyAsked(asked, clock.instant()));
        return ResponseEntity.ok(passkeys.written(asked));
    }

    @PostMapping("/sign-in/passkey")
    ResponseEntity<String> doPasskey(
            Screen s,
            Form form,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Standing> standing = Parked.take(request.getSession(), Parked.PasskeyAsked.class, clock.instant())
                .flatMap(parked -> passkeys.recognise(address.of(request), parked.asked(), form.value("credential")))
                .flatMap(accounts::standing);
        if (standing.isPresent()) {
            return arrival.of(s, standing.get(), Way.PASSKEY, next, request, response);
        }
        form.refuse("passkey", form.value("credential").isEmpty() ? "passkey.script" : "passkey.unknown");
        return s.again("people/sign-in", parts(s, form, next));
    }

    private Map<String, Object> parts(Screen s, Form form, String next) {
        List<Option> organisations = providers.list(s.language(), Optional.empty()).stream()
                .map(each -> new Option(Next.carry("/sign-in/with/" + each.value(), next), each.label()))
                .toList();
        return Map.of("form", form, "passkey", Next.carry("/sign-in/passkey", next), "providers", organisations);
    }
}
