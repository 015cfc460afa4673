package org.whorl.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;

/** Where I am signed in, and ending it. Who finds a stranger there needs no proof to throw them out. */
@Controller
@RequestMapping("/account/sessions")
class SessionPages {

    private final OwnSignIn own;
    private final Entry entry;

    SessionPages(OwnSignIn own, Entry entry) {
        this.own = own;
        this.entry = entry;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s, HttpServletRequest request) {
        return s.show(
                "people/sessions",
                Map.of("sessions", own.listSessions(request.getSession().getId()), "hasTokens", own.hasTokens()));
    }

    @PostMapping("/{session}/end")
    ResponseEntity<String> end(Screen s, @PathVariable UUID session) {
        own.endSession(session);
        return s.leaveFor("/account/sessions", "sessions.ended");
    }

    @PostMapping("/end")
    ResponseEntity<String> endOthers(Screen s, Form form, HttpServletRequest request, HttpServletResponse response) {
        own.endSessions();
        if (form.ticked("tokens")) {
            own.endTokens();
        }
        entry.goOn(own.standing(), Entry.who().orElseThrow().way(), request, response);
        return s.leaveFor("/account/sessions", "account.ended");
    }
}
