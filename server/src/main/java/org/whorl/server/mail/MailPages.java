package org.whorl.server.mail;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;

/** My account: where I am written to, and about what. */
@Controller
@RequestMapping("/account/letters")
class MailPages {

    private static final int LONGEST = 254;

    private final Mailboxes mailboxes;
    private final Letters letters;

    MailPages(Mailboxes mailboxes, Letters letters) {
        this.mailboxes = mailboxes;
        this.letters = letters;
    }

    @GetMapping
    ResponseEntity<String> show(Screen s, Form form) {
        Optional<Mailbox> mine = mailboxes.findMine();
        if (form.isEmpty()) {
            form.preset("address", mine.map(Mailbox::address).orElseGet(mailboxes::suggest))
                    .preset(
                            "news",
                            mine.map(Mailbox::news).orElse(HowOften.WEEKLY).key());
            if (mine.map(Mailbox::asks).orElse(true)) {
                form.preset("asks", "yes");
            }
        }
        return s.show("mail/mine", parts(s, form, mine));
    }

    @PostMapping
    ResponseEntity<String> choose(Screen s, Form form) {
        Optional<Mailbox> mine = mailboxes.findMine();
        Optional<HowOften> news = HowOften.find(form.value("news"));
        if (!isAddress(form.value("address"))) {
            form.refuse("address", "email.wrong");
        }
        if (news.isEmpty()) {
            form.refuse("news", "mailbox.news.blank");
        }
        if (!form.isRight() || !letters.areSent()) {
            return s.again("mail/mine", parts(s, form, mine));
        }
        return switch (mailboxes.choose(
                form.value("address"),
                form.ticked("asks"),
                news.orElseThrow(),
                form.number("version").orElse(0))) {
            case KEPT -> s.leaveFor("/account/letters", "saved");
            case TO_CONFIRM -> s.leaveFor("/account/letters", "mailbox.to-confirm");
            case TOO_SOON -> refused(s, form, "mailbox.soon");
            case CHANGED -> refused(s, form, "mailbox.changed");
        };
    }

    @PostMapping("/forget")
    ResponseEntity<String> forget(Screen s) {
        mailboxes.forget();
        return s.leaveFor("/account/letters", "mailbox.forgotten");
    }

    private ResponseEntity<String> refused(Screen s, Form form, String why) {
        form.refuse("address", why);
        return s.again("mail/mine", parts(s, form, mailboxes.findMine()));
    }

    private Map<String, Object> parts(Screen s, Form form, Optional<Mailbox> mine) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("mine", mine);
        parts.put("sent", letters.areSent());
        parts.put("often", often(s));
        return parts;
    }

    static List<Option> often(Screen s) {
        return Arrays.stream(HowOften.values())
                .map(each -> new Option(each.key(), s.say("mailbox.news." + each.key())))
                .toList();
    }

    private static boolean isAddress(String text) {
        return text.length() <= LONGEST && MailSettings.isAddress(text) && text.matches(".*@.+\\..+");
    }
}
