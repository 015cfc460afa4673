package org.whorl.server.strengths;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.spirals.Ask;
import org.whorl.server.spirals.Asks;
import org.whorl.server.spirals.Spiral;
import org.whorl.server.spirals.Spirals;
import org.whorl.server.trust.Action;

/** For whom one may come to: what they say about themselves, what they were asked in private, and their answers. */
@Controller
@RequestMapping("/p/{slug}/help")
class TrustedPages {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_SENTENCE = 200;

    private final Confiding confiding;
    private final Spirals spirals;
    private final Asks asks;

    TrustedPages(Confiding confiding, Spirals spirals, Asks asks) {
        this.confiding = confiding;
        this.spirals = spirals;
        this.asks = asks;
    }

    @GetMapping("/trusted")
    ResponseEntity<String> say(Screen s, Form form) {
        s.refuseUnless(Action.BE_TRUSTED);
        Optional<Trusted> me = confiding.findMe();
        me.ifPresent(trusted -> {
            form.preset("sentence", trusted.sentence());
            form.preset("outside", trusted.namedOutside() ? "yes" : "");
        });
        return s.show("strengths/trusted", Map.of("form", form, "me", me));
    }

    @PostMapping("/trusted")
    ResponseEntity<String> doSay(Screen s, Form form) {
        s.refuseUnless(Action.BE_TRUSTED);
        form.require("sentence", "trusted.sentence.blank");
        if (form.value("sentence").length() > LONGEST_SENTENCE) {
            form.refuse("sentence", "offer.what.long");
        }
        if (!form.isRight()) {
            return s.again("strengths/trusted", Map.of("form", form, "me", confiding.findMe()));
        }
        confiding.beTrusted(form.value("sentence"), s.language().code(), form.ticked("outside"));
        return s.leaveFor(s.to("/help/heard"), "saved");
    }

    @PostMapping("/trusted/stop")
    ResponseEntity<String> stop(Screen s) {
        confiding.stopBeingTrusted();
        return s.leaveFor(s.to("/help/trusted"), "trusted.stopped");
    }

    @GetMapping("/heard")
    ResponseEntity<String> heard(Screen s) {
        s.refuseUnless(Action.HEAR_CONFIDED);
        return page(s, Form.empty(), false);
    }

    @PostMapping("/heard/{id}/answer")
    ResponseEntity<String> answer(Screen s, Form form, @PathVariable UUID id) {
        if (!isWritten(form, "answer", id)) {
            return page(s, form, true);
        }
        return gone(s, confiding.answer(id, version(form), form.value("answer")), "heard.answered");
    }

    @PostMapping("/heard/{id}/offer")
    ResponseEntity<String> offer(Screen s, Form form, @PathVariable UUID id) {
        if (!isWritten(form, "ask", id)) {
            return page(s, form, true);
        }
        return gone(s, confiding.offerAsk(id, version(form), form.value("ask")), "heard.offered");
    }

    /** Asks in the words that were agreed to, by the one way in which anybody is asked. */
    @PostMapping("/heard/{id}/ask")
    ResponseEntity<String> ask(Screen s, Form form, @PathVariable UUID id) {
        Optional<Spiral> spiral = spirals.listAll().stream()
                .filter(each -> each.id().toString().equals(form.value("spiral")))
                .findFirst();
        Optional<Ask.Kind> kind = Arrays.stream(Ask.Kind.values())
                .filter(each -> each.key().equals(form.value("kind")))
                .findFirst();
        int minutes = form.number("minutes").orElse(0);
        if (spiral.isEmpty() || kind.isEmpty() || minutes < 1 || minutes > Ask.LONGEST_MINUTES) {
            form.refuse("minutes-" + id, "ask.minutes.wrong");
            return page(s, form, true);
        }
        Optional<String> words = confiding.takeAsk(id, version(form));
        if (words.isEmpty()) {
            return s.refused("help.changed", s.to("/help/heard"));
        }
        UUID ask = UUID.randomUUID();
        asks.ask(
                ask,
                spiral.get().id(),
                kind.get(),
                words.get(),
                minutes,
                Optional.empty(),
                Optional.<LocalDate>empty());
        return s.leaveFor(s.to("/asks/" + ask + "/matches"), "ask.done");
    }

    private static boolean isWritten(Form form, String field, UUID id) {
        String words = form.value(field);
        if (words.length() < Ask.SHORTEST || words.length() > LONGEST) {
            form.refuse(field + "-" + id, "heard.blank");
            form.replace(field + "-" + id, words);
        }
        return form.isRight();
    }

    private static ResponseEntity<String> gone(Screen s, boolean done, String notice) {
        return done ? s.leaveFor(s.to("/help/heard"), notice) : s.refused("help.changed", s.to("/help/heard"));
    }

    private ResponseEntity<String> page(Screen s, Form form, boolean again) {
        List<Option> kinds = Arrays.stream(Ask.Kind.values())
                .map(kind -> new Option(kind.key(), s.say("ask.kind." + kind.key())))
                .toList();
        List<Option> questions = spirals.listAll().stream()
                .map(each -> new Option(each.id().toString(), each.question()))
                .toList();
        Map<String, Object> parts = Map.of(
                "form",
                form,
                "heard",
                confiding.listMine(),
                "me",
                confiding.findMe(),
                "kinds",
                kinds,
                "spirals",
                questions,
                "today",
                LocalDate.now(ZoneId.of("Europe/London")));
        return again ? s.again("strengths/heard", parts) : s.show("strengths/heard", parts);
    }

    private static int version(Form form) {
        return form.number("version").orElse(0);
    }
}
