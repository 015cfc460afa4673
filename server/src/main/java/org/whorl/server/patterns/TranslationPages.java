package org.whorl.server.patterns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.stories.Heard;
import org.whorl.server.stories.Released;
import org.whorl.server.trust.Action;

/** Whole lives and services: tagging stories with both, and reading from either side. */
@Controller
@RequestMapping("/p/{slug}/patterns/lives")
class TranslationPages {

    private static final int LONGEST_NAME = 80;

    private final Translation translation;
    private final Heard heard;

    TranslationPages(Translation translation, Heard heard) {
        this.translation = translation;
        this.heard = heard;
    }

    @GetMapping
    ResponseEntity<String> all(Screen s, Form form) {
        return s.show("patterns/lives", listed(form));
    }

    @PostMapping
    ResponseEntity<String> add(Screen s, Form form) {
        Optional<Strand.Kind> side = Strand.Kind.find(form.value("side"));
        if (side.isEmpty()) {
            form.refuse("side", "lives.side.blank");
        }
        if (form.value("name-en").isEmpty() && form.value("name-cy").isEmpty()) {
            form.refuse("name-en", "lives.name.blank");
        }
        for (String field : List.of("name-en", "name-cy")) {
            if (form.value(field).length() > LONGEST_NAME) {
                form.refuse(field, "tell.too-long");
            }
        }
        Names.refuseTaken(
                form,
                translation.list().stream()
                        .filter(strand -> side.equals(Optional.of(strand.side())))
                        .flatMap(strand -> Stream.of(strand.nameEn(), strand.nameCy())),
                "lives.name.there");
        if (!form.isRight()) {
            return s.again("patterns/lives", listed(form));
        }
        translation.add(
                new Strand(UUID.randomUUID(), side.orElseThrow(), form.value("name-en"), form.value("name-cy")));
        return s.leaveFor(s.to("/patterns/lives"), "saved");
    }

    @GetMapping("/{id}")
    ResponseEntity<String> behind(Screen s, @PathVariable UUID id) {
        return s.show(
                "patterns/behind", Map.of("behind", translation.findBehind(id).orElseThrow()));
    }

    @GetMapping("/stories/{id}")
    ResponseEntity<String> story(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        return s.show("patterns/tag", parts(s, form, heard.find(id).orElseThrow()));
    }

    @PostMapping("/stories/{id}")
    ResponseEntity<String> tag(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        Released story = heard.find(id).orElseThrow();
        Optional<Passage> passage = Quotes.chosen(form, story);
        Optional<UUID> service = chosen(form, Strand.Kind.SERVICE);
        Optional<UUID> life = chosen(form, Strand.Kind.LIFE);
        if (passage.isEmpty()) {
            form.refuse("sentence-0", "quote.blank");
        }
        if (service.isEmpty()) {
            form.refuse("service", "lives.service.blank");
        }
        if (life.isEmpty()) {
            form.refuse("life", "lives.life.blank");
        }
        if (!form.isRight()) {
            return s.again("patterns/tag", parts(s, form, story));
        }
        boolean done = translation.tag(passage.orElseThrow(), service.orElseThrow(), life.orElseThrow());
        return done ? s.leaveFor(path(s, id), "saved") : s.refused("story.gone", s.to("/patterns/lives"));
    }

    @PostMapping("/stories/{id}/untag")
    ResponseEntity<String> untag(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        boolean done = translation.untag(UUID.fromString(form.value("fragment")));
        return done ? s.leaveFor(path(s, id), "saved") : s.refused("lives.not-yours", path(s, id));
    }

    private Optional<UUID> chosen(Form form, Strand.Kind side) {
        return translation.list().stream()
                .filter(strand -> strand.side() == side)
                .map(Strand::id)
                .filter(id -> id.toString().equals(form.value(side.key())))
                .findFirst();
    }

    private Map<String, Object> listed(Form form) {
        return Map.of("form", form, "strands", translation.list(), "stories", heard.list());
    }

    private Map<String, Object> parts(Screen s, Form form, Released story) {
        List<Strand> strands = translation.list();
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("story", story);
        parts.put("strands", strands.stream().collect(Collectors.toMap(Strand::id, Function.identity())));
        parts.put("services", options(s, strands, Strand.Kind.SERVICE));
        parts.put("lives", options(s, strands, Strand.Kind.LIFE));
        parts.put("tags", translation.listTags(story.id()));
        return parts;
    }

    private static List<Option> options(Screen s, List<Strand> strands, Strand.Kind side) {
        return strands.stream()
                .filter(strand -> strand.side() == side)
                .map(strand -> new Option(strand.id().toString(), strand.name(s.language())))
                .toList();
    }

    private static String path(Screen s, UUID story) {
        return s.to("/patterns/lives/stories/" + story);
    }
}
