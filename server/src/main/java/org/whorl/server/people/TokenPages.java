package org.whorl.server.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.trust.Role;

/** Keys for programs: one's own, making one, ending one; for administrators, everybody's. */
@Controller
@RequestMapping("/p/{slug}/tokens")
class TokenPages {

    private static final int LONGEST_NAME = 100;
    private static final List<Integer> DAYS = List.of(7, 30, Tokens.USUAL_DAYS, 180, Tokens.MOST_DAYS);

    private final Tokens tokens;
    private final Entry entry;

    TokenPages(Tokens tokens, Entry entry) {
        this.tokens = tokens;
        this.entry = entry;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s) {
        return s.show("people/tokens", Map.of("tokens", tokens.listMine()));
    }

    @GetMapping("/new")
    ResponseEntity<String> start(Screen s, Form form) {
        if (!entry.isFresh()) {
            return s.leaveFor(Entry.again(s.to("/tokens/new")));
        }
        form.preset("days", String.valueOf(Tokens.USUAL_DAYS));
        return s.show("people/token", parts(s, form));
    }

    @PostMapping("/new")
    ResponseEntity<String> make(Screen s, Form form) {
        if (!entry.isFresh()) {
            return s.leaveFor(Entry.again(s.to("/tokens/new")));
        }
        form.require("name", "token.name.missing");
        if (form.value("name").length() > LONGEST_NAME) {
            form.refuse("name", "token.name.long");
        }
        Set<Role> roles = tokens.listRoles().stream()
                .filter(role -> form.ticked("as-" + role.key()))
                .collect(Collectors.toUnmodifiableSet());
        if (roles.isEmpty()) {
            form.refuse("as-guest", "token.roles.missing");
        }
        int days = form.number("days").orElse(0);
        if (!DAYS.contains(days)) {
            form.refuse("days", "token.days.wrong");
        }
        Optional<UUID> only = tokens.listSpirals().stream()
                .filter(spiral -> spiral.value().equals(form.value("only")))
                .findFirst()
                .map(spiral -> UUID.fromString(spiral.value()));
        if (only.isEmpty() && !form.value("only").isEmpty()) {
            form.refuse("only", "token.only.wrong");
        }
        if (!form.isRight()) {
            return s.again("people/token", parts(s, form));
        }
        String secret = tokens.make(form.value("name"), roles, only, days);
        ResponseEntity<String> shown = s.show(
                "people/token-made",
                Map.of("name", form.value("name"), "secret", secret, "example", "/api/v1" + s.to("")));
        return ResponseEntity.status(shown.getStatusCode())
                .headers(shown.getHeaders())
                .cacheControl(CacheControl.noStore())
                .body(shown.getBody());
    }

    @PostMapping("/{id}/withdraw")
    ResponseEntity<String> withdraw(Screen s, @PathVariable UUID id) {
        return s.leaveFor(s.to("/tokens"), tokens.withdraw(id) ? "token.withdrawn" : "token.gone");
    }

    @GetMapping("/everybody")
    ResponseEntity<String> listAll(Screen s) {
        return s.show("people/tokens-all", Map.of("tokens", tokens.listAll()));
    }

    @PostMapping("/everybody/{id}/end")
    ResponseEntity<String> end(Screen s, @PathVariable UUID id) {
        return s.leaveFor(s.to("/tokens/everybody"), tokens.end(id) ? "token.withdrawn" : "token.gone");
    }

    private Map<String, Object> parts(Screen s, Form form) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("roles", tokens.listRoles());
        parts.put("spirals", tokens.listSpirals());
        parts.put(
                "days",
                IntStream.range(0, DAYS.size())
                        .mapToObj(i -> new Option(DAYS.get(i).toString(), s.count("token.days", DAYS.get(i))))
                        .toList());
        return parts;
    }
}
