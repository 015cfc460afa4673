package org.whorl.server.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;
import org.whorl.server.people.PrivateCode;

/** Where the links in letters lead that need nobody signed in: that an address is right, and fewer letters. */
@Controller
@RequestMapping("/letters")
class LetterPages {

    private final Mailboxes mailboxes;

    LetterPages(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** Asks once more, by a button: programs that look into letters follow every link. */
    @GetMapping("/confirm/{secret}")
    ResponseEntity<String> confirmation(Screen s, Form form, @PathVariable String secret) {
        if (!mailboxes.isAsked(secret)) {
            throw new NoSuchElementException("no such letter, or it is too old");
        }
        return s.show("mail/confirm", Map.of("done", false));
    }

    @PostMapping("/confirm/{secret}")
    ResponseEntity<String> confirm(Screen s, @PathVariable String secret) {
        if (!mailboxes.confirm(secret)) {
            throw new NoSuchElementException("no such letter, or it is too old");
        }
        return s.show("mail/confirm", Map.of("done", true));
    }

    @GetMapping("/{secret}")
    ResponseEntity<String> choices(Screen s, Form form, @PathVariable String secret) {
        Mailboxes.Wanted wanted = found(secret);
        if (form.isEmpty()) {
            form.preset("news", wanted.news().key());
            if (wanted.asks()) {
                form.preset("asks", "yes");
            }
        }
        return s.show("mail/fewer", parts(s, form, wanted));
    }

    @PostMapping("/{secret}")
    ResponseEntity<String> choose(Screen s, Form form, @PathVariable String secret) {
        Mailboxes.Wanted wanted = found(secret);
        boolean none = !form.value("none").isEmpty();
        Optional<HowOften> news =
                wanted.signsIn() && !none ? HowOften.find(form.value("news")) : Optional.of(HowOften.NEVER);
        if (news.isEmpty()) {
            form.refuse("news", "mailbox.news.blank");
            return s.again("mail/fewer", parts(s, form, wanted));
        }
        mailboxes.want(secret, !none && form.ticked("asks"), news.orElseThrow());
        return s.leaveFor("/letters/" + PrivateCode.written(secret).replace("-", ""), none ? "mailbox.none" : "saved");
    }

    private Mailboxes.Wanted found(String secret) {
        return mailboxes
                .findWanted(secret)
                .orElseThrow(() -> new NoSuchElementException("no such letter, or it is too old"));
    }

    private static Map<String, Object> parts(Screen s, Form form, Mailboxes.Wanted wanted) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("signsIn", wanted.signsIn());
        parts.put("none", !wanted.asks() && wanted.news() == HowOften.NEVER);
        parts.put("often", MailPages.often(s));
        return parts;
    }
}
