package org.whorl.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;

/** My passkeys: making, naming and removing them. */
@Controller
@RequestMapping("/account/passkeys")
class PasskeyPages {

    private final OwnSignIn own;
    private final Passkeys passkeys;
    private final Address address;
    private final Entry entry;
    private final Clock clock;

    PasskeyPages(OwnSignIn own, Passkeys passkeys, Address address, Entry entry, Clock clock) {
        this.own = own;
        this.passkeys = passkeys;
        this.address = address;
        this.entry = entry;
        this.clock = clock;
    }

    @GetMapping("/new")
    ResponseEntity<String> make(Screen s, Form form) {
        own.standing();
        return entry.isFresh()
                ? s.show("people/passkey", Map.of("form", form))
                : s.leaveFor(Entry.again("/account/passkeys/new"));
    }

    /** What a browser asks a new passkey. */
    @PostMapping(path = "/new/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> offer(HttpServletRequest request) {
        Standing standing = own.standing();
        if (!entry.isFresh()) {
            return ResponseEntity.badRequest().build();
        }
        String name = standing.email().isEmpty() ? standing.name() : standing.email();
        var offered = passkeys.offer(address.of(request), new PasskeyOwners.Owner(standing.account(), name));
        Parked.put(request.getSession(), new Parked.NewPasskey(offered, standing.account(), clock.instant()));
        return ResponseEntity.ok(passkeys.written(offered));
    }

    @PostMapping("/new")
    ResponseEntity<String> doMake(Screen s, Form form, HttpServletRequest request, HttpServletResponse response) {
        Standing standing = own.standing();
        if (!entry.isFresh()) {
            return s.leaveFor(Entry.again("/account/passkeys/new"));
        }
        form.require("label", "passkey.label.blank");
        Optional<Parked.NewPasskey> parked = Parked.take(request.getSession(), Parked.NewPasskey.class, clock.instant())
                .filter(found -> found.account().equals(standing.account()));
        if (form.isRight() && (parked.isEmpty() || form.value("credential").isEmpty())) {
            form.refuse("label", "passkey.script");
        }
        if (form.isRight()) {
            try {
                own.addPasskey(new Passkeys.Made(
                        address.of(request),
                        parked.orElseThrow().offered(),
                        form.value("credential"),
                        form.value("label")));
                // Making one shows the same as signing in with one.
                entry.goOn(own.standing(), Way.PASSKEY, request, response);
                if (own.countCodes() > 0 || standing.hasPassword()) {
                    return s.leaveFor("/account", "passkey.made");
                }
                return Parked.showCodes(s, own.freshCodes(), "/account", request, clock.instant());
            } catch (Passkeys.Unfit _) {
                form.refuse("label", "passkey.unfit");
            }
        }
        return s.again("people/passkey", Map.of("form", form));
    }

    @PostMapping("/{passkey}/name")
    ResponseEntity<String> name(Screen s, Form form, @PathVariable UUID passkey) {
        if (!form.value("label").isEmpty()) {
            own.namePasskey(passkey, form.value("label"));
        }
        return s.leaveFor("/account", "saved");
    }

    @PostMapping("/{passkey}/remove")
    ResponseEntity<String> remove(
            Screen s, @PathVariable UUID passkey, HttpServletRequest request, HttpServletResponse response) {
        own.standing();
        if (!entry.isFresh()) {
            return s.leaveFor(Entry.again("/account"));
        }
        if (!own.removePasskey(passkey)) {
            return s.leaveFor("/account");
        }
        entry.goOn(own.standing(), Entry.who().orElseThrow().way(), request, response);
        return s.leaveFor("/account", "passkey.removed");
    }
}
