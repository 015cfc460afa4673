package org.whorl.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;

/** A first visit that ends with a passkey: a name is all that is asked for. */
@Controller
class JoinPasskeyPages {

    private final FirstVisits visits;
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final Address address;
    private final Entry entry;
    private final Clock clock;

    JoinPasskeyPages(
            FirstVisits visits, Accounts accounts, Passkeys passkeys, Address address, Entry entry, Clock clock) {
        this.visits = visits;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.address = address;
        this.entry = entry;
        this.clock = clock;
    }

    @GetMapping({"/set-up/passkey", "/join/{secret}/passkey"})
    ResponseEntity<String> show(
            Screen s,
            Form form,
            @PathVariable(required = false) Optional<String> secret,
            @RequestParam(defaultValue = "") String code) {
        FirstVisits.Visit visit = visits.find(secret.orElse(""), code);
        return s.signedIn() ? s.leaveFor(visit.path("")) : s.show("people/join-passkey", visit.parts(s, form));
    }

    /** What a browser asks a new passkey. The account comes into being only with the answer. */
    @PostMapping(
            path = {"/set-up/passkey/options", "/join/{secret}/passkey/options"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> offer(
            Form form,
            @PathVariable(required = false) Optional<String> secret,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        visits.find(secret.orElse(""), code);
        if (form.value("name").isEmpty()) {
            return ResponseEntity.unprocessableContent().build();
        }
        UUID account = UUID.randomUUID();
        var offered = passkeys.offer(address.of(request), new PasskeyOwners.Owner(account, form.value("name")));
        Parked.put(request.getSession(), new Parked.NewPasskey(offered, account, clock.instant()));
        return ResponseEntity.ok(passkeys.written(offered));
    }

    @PostMapping({"/set-up/passkey", "/join/{secret}/passkey"})
    ResponseEntity<String> enter(
            Screen s,
            Form form,
            @PathVariable(required = false) Optional<String> secret,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        FirstVisits.Visit visit = visits.find(secret.orElse(""), code);
        AccountForm.checkName(form);
        Optional<Parked.NewPasskey> parked =
                Parked.take(request.getSession(), Parked.NewPasskey.class, clock.instant());
        if (form.isRight() && (parked.isEmpty() || form.value("credential").isEmpty())) {
            form.refuse("name", "passkey.script");
        }
        if (!form.isRight()) {
            return s.again("people/join-passkey", visit.parts(s, form));
        }
        AccountStore.Newcomer newcomer = new AccountStore.Newcomer(
                parked.orElseThrow().account(),
                Optional.empty(),
                false,
                form.value("name"),
                Optional.empty(),
                s.language(),
                visit.keepsHouse());
        try {
            List<String> codes = visits.enter(
                    visit,
                    newcomer,
                    new Passkeys.Made(
                            address.of(request),
                            parked.get().offered(),
                            form.value("credential"),
                            s.say("passkey.first")));
            entry.letIn(accounts.standing(newcomer.id()).orElseThrow(), Way.PASSKEY, request, response);
            return Parked.showCodes(s, codes, visit.next(), request, clock.instant());
        } catch (Passkeys.Unfit _) {
            form.refuse("name", "passkey.unfit");
            return s.again("people/join-passkey", visit.parts(s, form));
        }
    }
}
