package org.whorl.server.people;

import com.google.zxing.WriterException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.secrets.Totp;

/** My account: how I sign in. */
@Controller
@RequestMapping("/account")
class AccountPages {

    private final OwnSignIn own;
    private final Accounts accounts;
    private final Providers providers;
    private final Partnerships partnerships;
    private final Entry entry;
    private final Clock clock;

    AccountPages(
            OwnSignIn own,
            Accounts accounts,
            Providers providers,
            Partnerships partnerships,
            Entry entry,
            Clock clock) {
        this.own = own;
        this.providers = providers;
        this.accounts = accounts;
        this.partnerships = partnerships;
        this.entry = entry;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> account(Screen s) {
        Standing standing = own.standing();
        Map<String, Object> parts = new HashMap<>();
        parts.put("name", standing.name());
        parts.put("email", standing.email());
        parts.put("passkeys", own.listPasskeys());
        parts.put("onlyWay", own.hasOneWay());
        parts.put("connected", organisations(s, true));
        parts.put("unconnected", organisations(s, false));
        parts.put("hasPassword", standing.hasPassword());
        parts.put("hasFirstStep", hasFirstStep(standing));
        parts.put("hasSecondStep", standing.hasSecondStep());
        parts.put("codes", own.countCodes());
        parts.put("heldBack", isHeldBack(standing));
        parts.put("partnerships", partnerships.listMine());
        return s.show("people/account", parts);
    }

    @GetMapping("/password")
    ResponseEntity<String> password(Screen s, Form form) {
        Standing standing = own.standing();
        return !entry.isFresh()
                ? s.leaveFor(Entry.again("/account/password"))
                : s.show("people/password", password(form, standing));
    }

    @PostMapping("/password")
    ResponseEntity<String> doPassword(Screen s, Form form, HttpServletRequest request, HttpServletResponse response) {
        Standing standing = own.standing();
        if (!entry.isFresh()) {
            return s.leaveFor(Entry.again("/account/password"));
        }
        if (standing.hasPassword() && !accounts.isPassword(standing, form.exactly("password-now"))) {
            form.refuse("password-now", "password.now.wrong");
        }
        if (standing.email().isEmpty()) {
            AccountForm.checkEmail(form);
        }
        AccountForm.checkPassword(
                form, List.of(standing.name(), standing.email().isEmpty() ? form.value("email") : standing.email()));
        if (form.isRight() && standing.email().isEmpty() && !own.setEmail(form.value("email"))) {
            form.refuse("email", "email.taken");
        }
        if (!form.isRight()) {
            return s.again("people/password", password(form, standing));
        }
        own.setPassword(form.exactly("password"));
        if (form.ticked("tokens")) {
            own.endTokens();
        }
        renew(request, response, way());
        return s.leaveFor("/account", "password.changed");
    }

    @GetMapping("/second-step")
    ResponseEntity<String> secondStep(
            Screen s, Form form, @RequestParam(defaultValue = "") String next, HttpServletRequest request)
            throws WriterException {
        Standing standing = own.standing();
        if (standing.hasSecondStep() || !hasFirstStep(standing)) {
            return s.leaveFor("/account");
        }
        return !entry.isFresh()
                ? s.leaveFor(Entry.again("/account/second-step"))
                : s.show("people/second-step", secondStep(s, form, standing, next, request));
    }

    @PostMapping("/second-step")
    ResponseEntity<String> doSecondStep(
            Screen s,
            Form form,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response)
            throws WriterException {
        Standing standing = own.standing();
        if (!entry.isFresh() || standing.hasSecondStep()) {
            return s.leaveFor(Entry.again("/account/second-step"));
        }
        byte[] secret = offered(request);
        OptionalLong step = Totp.of(secret).stepOf(form.value("code"), clock.instant(), 0);
        if (step.isEmpty()) {
            form.refuse("code", form.value("code").isEmpty() ? "code.blank" : "second-step.wrong");
            return s.again("people/second-step", secondStep(s, form, standing, next, request));
        }
        List<String> codes = own.setSecondStep(secret, step.getAsLong());
        Parked.take(request.getSession(), Parked.NewSecondStep.class, clock.instant());
        renew(request, response, way().withCode());
        return Parked.showCodes(s, codes, next, request, clock.instant());
    }

    @PostMapping("/second-step/remove")
    ResponseEntity<String> removeSecondStep(Screen s, HttpServletRequest request, HttpServletResponse response) {
        own.standing();
        if (!entry.isFresh()) {
            return s.leaveFor(Entry.again("/account"));
        }
        own.removeSecondStep();
        renew(request, response, way().withoutCode());
        return s.leaveFor("/account", "second-step.removed");
    }

    @GetMapping("/codes")
    ResponseEntity<String> codes(Screen s, HttpServletRequest request) {
        Optional<Parked.NewCodes> parked = Parked.find(request.getSession(), Parked.NewCodes.class, clock.instant());
        return parked.isEmpty()
                ? s.leaveFor("/account")
                : s.show(
                        "people/codes",
                        Map.of(
                                "codes",
                                parked.get().codes().lines().toList(),
                                "next",
                                parked.get().next()));
    }

    @PostMapping("/codes")
    ResponseEntity<String> freshCodes(Screen s, HttpServletRequest request) {
        own.standing();
        if (!entry.isFresh()) {
            return s.leaveFor(Entry.again("/account"));
        }
        return Parked.showCodes(s, own.freshCodes(), "/account", request, clock.instant());
    }

    private Map<String, Object> secondStep(
            Screen s, Form form, Standing standing, String next, HttpServletRequest request) throws WriterException {
        Totp totp = Totp.of(offered(request));
        String name = standing.email().isEmpty() ? standing.name() : standing.email();
        return Map.of(
                "form", form,
                "qr", QrPicture.of(totp.address(name), s.say("second-step.qr")),
                "secret", totp.written(),
                "wanted", accounts.wantsSecondStep(standing.account()),
                "next", Next.local(next));
    }

    /** The secret on offer stays the same until it is taken, so that a wrong code or another language do not change it. */
    private byte[] offered(HttpServletRequest request) {
        return Parked.find(request.getSession(), Parked.NewSecondStep.class, clock.instant())
                .orElseGet(() -> {
                    var fresh = new Parked.NewSecondStep(Totp.fresh().secret(), clock.instant());
                    Parked.put(request.getSession(), fresh);
                    return fresh;
                })
                .secret();
    }

    private void renew(HttpServletRequest request, HttpServletResponse response, Way way) {
        entry.goOn(own.standing(), way, request, response);
    }

    /** Those that sign one in, or those that might. */
    private List<Option> organisations(Screen s, boolean connected) {
        List<String> theirs = own.listProviders();
        return connected
                ? theirs.stream()
                        .map(each -> new Option(each, providers.name(each, s.language())))
                        .toList()
                : providers.list(s.language(), Optional.empty()).stream()
                        .filter(each -> !theirs.contains(each.value()))
                        .toList();
    }

    /** Is there a way to sign in that a code may follow? */
    private boolean hasFirstStep(Standing standing) {
        return standing.hasPassword() || !own.listProviders().isEmpty();
    }

    private boolean isHeldBack(Standing standing) {
        return !way().isStrong() && accounts.wantsSecondStep(standing.account());
    }

    private static Way way() {
        return Entry.who().orElseThrow().way();
    }

    private Map<String, Object> password(Form form, Standing standing) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("hasPassword", standing.hasPassword());
        parts.put("email", standing.email());
        parts.put("hasTokens", own.hasTokens());
        return parts;
    }
}
