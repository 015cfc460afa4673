package org.whorl.server.spirals;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.trust.Action;

/** Asks: what somebody could do, never blank, never without its minutes. */
@Controller
@RequestMapping("/p/{slug}/asks")
class AskPages {

    private final Spirals spirals;
    private final Asks asks;
    private final Community community;

    AskPages(Spirals spirals, Asks asks, Community community) {
        this.spirals = spirals;
        this.asks = asks;
        this.community = community;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s, @RequestParam Optional<UUID> spiral) {
        Spiral chosen = chosen(spiral);
        return s.show("spirals/asks", Map.of("spiral", chosen, "asks", asks.listOpen(chosen.id())));
    }

    @GetMapping("/new")
    ResponseEntity<String> ask(Screen s, Form form, @RequestParam Optional<UUID> spiral) {
        Forms.refuseUnless(s, Action.ASK);
        chosen(spiral);
        return s.show("spirals/ask", asking(s, form.preset("kind", Ask.Kind.TIME.key()), ""));
    }

    @PostMapping("/new")
    ResponseEntity<String> doAsk(Screen s, Form form, @RequestParam Optional<UUID> spiral) {
        Spiral chosen = chosen(spiral);
        Optional<Ask.Kind> kind = Arrays.stream(Ask.Kind.values())
                .filter(each -> each.key().equals(form.value("kind")))
                .findFirst();
        int minutes = form.number("minutes").orElse(0);
        if (kind.isEmpty()) {
            form.refuse("kind", "ask.kind.blank");
        }
        if (form.value("what").length() < Ask.SHORTEST) {
            form.refuse("what", "ask.what.blank");
        }
        if (minutes < 1 || minutes > Ask.LONGEST_MINUTES) {
            form.refuse("minutes", "ask.minutes.wrong");
        }
        Optional<LocalDate> by = day(form);
        if (by.isEmpty() && !form.value("by").isEmpty()) {
            form.refuse("by", "ask.until.wrong");
        }
        if (!form.isRight()) {
            return s.again("spirals/ask", asking(s, form, ""));
        }
        Optional<UUID> whom = community.listMembers().stream()
                .map(Member::id)
                .filter(id -> id.toString().equals(form.value("of")))
                .findFirst();
        return switch (asks.ask(chosen.id(), kind.orElseThrow(), form.value("what"), minutes, whom, by)) {
            case Asks.Asked.Yes _ -> s.leaveFor(s.to("/asks?spiral=" + chosen.id()), "ask.done");
            case Asks.Asked.TooMuch much -> {
                form.refuse("of", "ask.too-much");
                yield s.again("spirals/ask", asking(s, form, s.count("ask.too-much.already", much.minutesAlready())));
            }
        };
    }

    @PostMapping("/answer")
    ResponseEntity<String> answer(Screen s, Form form) {
        boolean yes = form.value("answer").equals("yes");
        boolean answered = asks.answer(UUID.fromString(form.value("ask")), yes, "");
        String notice = answered ? yes ? "ask.answered.yes" : "ask.answered.no" : "ask.answered.gone";
        return s.leaveFor(s.to("/asks?spiral=" + UUID.fromString(form.value("spiral"))), notice);
    }

    private Map<String, Object> asking(Screen s, Form form, String already) {
        List<Option> kinds = Arrays.stream(Ask.Kind.values())
                .map(kind -> new Option(kind.key(), s.say("ask.kind." + kind.key())))
                .toList();
        List<Option> members = community.listMembers().stream()
                .map(member -> new Option(member.id().toString(), member.name()))
                .toList();
        return Map.of("form", form, "kinds", kinds, "members", members, "already", already);
    }

    private Spiral chosen(Optional<UUID> id) {
        return id.isPresent()
                ? spirals.find(id.get()).orElseThrow()
                : spirals.listAll().stream().findFirst().orElseThrow(() -> new NoSuchElementException("no spiral yet"));
    }

    private static Optional<LocalDate> day(Form form) {
        try {
            return Optional.of(LocalDate.parse(form.value("by")));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
