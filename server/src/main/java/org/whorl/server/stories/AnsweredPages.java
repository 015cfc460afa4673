package org.whorl.server.stories;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.spirals.FirstAsk;
import org.whorl.server.spirals.Spiral;
import org.whorl.server.spirals.Spirals;

/** What people said, and what happened: for everybody who may look. */
@Controller
class AnsweredPages {

    private final Answering answering;
    private final Promises promises;
    private final Feelings feelings;
    private final Spirals spirals;
    private final Clock clock;

    AnsweredPages(Answering answering, Promises promises, Feelings feelings, Spirals spirals, Clock clock) {
        this.answering = answering;
        this.promises = promises;
        this.feelings = feelings;
        this.spirals = spirals;
        this.clock = clock;
    }

    @GetMapping("/p/{slug}/answered")
    ResponseEntity<String> answered(Screen s, @RequestParam Map<String, String> put) {
        Form form = new Form(put);
        List<Spiral> all = spirals.listAll();
        Optional<UUID> chosen = form.chosen("spiral", all, Spiral::id);
        List<WhatHappened> told = answering.listWhatHappened(chosen);
        List<FirstAsk> asks = all.stream()
                .filter(spiral -> chosen.isEmpty() || chosen.get().equals(spiral.id()))
                .flatMap(spiral -> spirals.findFirstAsk(spiral.id()).stream())
                .toList();
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put(
                "questions",
                all.stream()
                        .map(spiral -> new Option(spiral.id().toString(), question(s, spiral)))
                        .toList());
        parts.put("told", told);
        parts.put("asks", asks);
        parts.put("closure", Closure.of(told, asks));
        parts.put("prompt", answering.listPromptness());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        parts.put("today", today);
        parts.put("kept", Kept.of(promises.list(), today));
        parts.put("telling", feelings.list(Felt.After.TELLING));
        parts.put("session", feelings.list(Felt.After.SESSION));
        return s.show("stories/answered", parts);
    }

    private static String question(Screen s, Spiral spiral) {
        return spiral.isTranslatedFor(s.language().code()) ? spiral.translation() : spiral.question();
    }
}
