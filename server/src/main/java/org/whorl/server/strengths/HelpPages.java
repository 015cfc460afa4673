package org.whorl.server.strengths;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.stories.Stories;
import org.whorl.server.stories.Where;
import org.whorl.server.trust.Viewer;

/**
 * Asking one person for help, in private: inside a partnership, or by the link people tell by. Whoever has signed in is
 * nobody in particular here; what they get is a code.
 */
@Controller
class HelpPages {

    private static final int LONGEST = 4_000;
    private static final String ANY = "any";

    private final Confiding confiding;
    private final Stories stories;

    HelpPages(Confiding confiding, Stories stories) {
        this.confiding = confiding;
        this.stories = stories;
    }

    @GetMapping({"/p/{slug}/help", "/t/{link}/help"})
    ResponseEntity<String> begin(Screen s, Form form, @PathVariable(required = false) Optional<String> link) {
        Where where = where(link);
        return s.show("strengths/help", parts(s, form, where, trusted(where, link)));
    }

    @PostMapping({"/p/{slug}/help", "/t/{link}/help"})
    ResponseEntity<String> send(Screen s, Form form, @PathVariable(required = false) Optional<String> link) {
        Where where = where(link);
        List<Trusted> trusted = trusted(where, link);
        List<UUID> whom = trusted.stream()
                .map(Trusted::member)
                .filter(member ->
                        form.value("whom").equals(ANY) || member.toString().equals(form.value("whom")))
                .toList();
        if (whom.isEmpty()) {
            form.refuse("whom", "help.whom.blank");
        }
        if (form.value("words").isEmpty() && form.value("contact").isEmpty()) {
            form.refuse("words", "help.words.blank");
        }
        for (String field : List.of("words", "contact", "name")) {
            if (form.value(field).length() > LONGEST) {
                form.refuse(field, "offer.what.long");
            }
        }
        if (!form.isRight()) {
            return s.again("strengths/help", parts(s, form, where, trusted));
        }
        String code = PrivateCode.isOne(form.value("key")) ? form.value("key") : PrivateCode.fresh();
        Confided confided = Confiding.asker(where.partnership()).doing(() -> {
            confiding.confide(
                    code,
                    whom,
                    new Confided.Letter(
                            form.value("words"),
                            form.value("contact"),
                            form.value("name"),
                            s.language().code()));
            return confiding.find(code).orElseThrow();
        });
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/t/help/" + code)
                .toUriString();
        return s.show("strengths/help-sent", Map.of("confided", confided, "code", code, "address", address));
    }

    @GetMapping("/t/help")
    ResponseEntity<String> ask(Screen s, Form form) {
        return s.show("strengths/help-code", Map.of("form", form));
    }

    @PostMapping("/t/help")
    ResponseEntity<String> open(Screen s, Form form) {
        String code = PrivateCode.written(form.value("code"));
        if (!PrivateCode.isOne(code)
                || Viewer.stranger().doing(() -> confiding.find(code)).isEmpty()) {
            form.refuse("code", "mine.code.wrong");
            return s.again("strengths/help-code", Map.of("form", form));
        }
        return s.leaveFor("/t/help/" + code);
    }

    @GetMapping("/t/help/{code}")
    ResponseEntity<String> show(Screen s, @PathVariable String code) {
        Confided confided = found(code);
        List<Option> others = as(confided, () -> confiding.listTrusted()).stream()
                .filter(each -> !each.member().equals(confided.trusted()))
                .map(each -> new Option(each.member().toString(), each.name()))
                .toList();
        return s.show(
                "strengths/help-mine",
                Map.of(
                        "form",
                        Form.empty(),
                        "confided",
                        confided,
                        "code",
                        code,
                        "others",
                        others,
                        "today",
                        LocalDate.now(ZoneId.of("Europe/London"))));
    }

    @PostMapping("/t/help/{code}/agree")
    ResponseEntity<String> agree(Screen s, Form form, @PathVariable String code) {
        boolean yes = form.value("answer").equals("yes");
        boolean done = as(
                found(code), () -> confiding.agree(code, form.number("version").orElse(0), yes));
        return done
                ? s.leaveFor("/t/help/" + code, yes ? "help.agreed" : "help.refused")
                : s.refused("help.changed", "/t/help/" + code);
    }

    @PostMapping("/t/help/{code}/move")
    ResponseEntity<String> move(Screen s, Form form, @PathVariable String code) {
        Confided confided = found(code);
        Optional<UUID> whom = as(confided, () -> confiding.listTrusted()).stream()
                .map(Trusted::member)
                .filter(member -> member.toString().equals(form.value("whom")))
                .findFirst();
        if (whom.isEmpty()) {
            return s.refused("help.whom.blank", "/t/help/" + code);
        }
        boolean done = as(confided, () -> confiding.move(code, whom.get()));
        return done ? s.leaveFor("/t/help/" + code, "help.moved") : s.refused("help.changed", "/t/help/" + code);
    }

    @PostMapping("/t/help/{code}/withdraw")
    ResponseEntity<String> withdraw(Screen s, @PathVariable String code) {
        as(found(code), () -> {
            confiding.withdraw(code);
            return true;
        });
        return s.leaveFor("/t/help", "help.withdrawn");
    }

    private Where where(Optional<String> link) {
        return link.map(code -> stories.findLink(code))
                .orElseGet(() -> stories.find(Optional.empty()))
                .orElseThrow();
    }

    /** By a link one is outside, whoever one is. */
    private List<Trusted> trusted(Where where, Optional<String> link) {
        return link.isPresent()
                ? Confiding.asker(where.partnership()).doing(confiding::listTrusted)
                : confiding.listTrusted();
    }

    private Confided found(String code) {
        return Viewer.stranger()
                .doing(() -> confiding.find(code))
                .orElseThrow(() -> new NoSuchElementException("nothing was asked with that code"));
    }

    private static <T> T as(Confided confided, ScopedValue.CallableOp<T, RuntimeException> work) {
        return Confiding.asker(confided.partnership()).doing(work);
    }

    private static Map<String, Object> parts(Screen s, Form form, Where where, List<Trusted> trusted) {
        form.preset("key", PrivateCode.fresh());
        List<Option> whom = new ArrayList<>();
        if (trusted.size() > 1) {
            whom.add(new Option(ANY, s.say("help.any")));
        }
        trusted.forEach(each -> whom.add(new Option(each.member().toString(), each.name() + ": " + each.sentence())));
        return Map.of("form", form, "where", where, "whom", whom);
    }
}
