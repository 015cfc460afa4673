package org.whorl.server.people;

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
import org.whorl.server.design.Form;
import org.whorl.server.design.Language;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** A partnership's own settings: its name, who may look, whose words it uses, and what it calls the phases. */
@Controller
@RequestMapping("/p/{slug}/settings")
class SettingPages {

    private static final List<Merge.Field> FIELDS = List.of(
            new Merge.Field("name-en", "name_en", "partnership.name-en"),
            new Merge.Field("name-cy", "name_cy", "partnership.name-cy"),
            new Merge.Field("open", "open_to_guests", "settings.open"),
            new Merge.Field("nation", "nation", "settings.nation"),
            new Merge.Field("first", "first_language", "settings.first"));

    private final Settings settings;

    SettingPages(Settings settings) {
        this.settings = settings;
    }

    @GetMapping
    ResponseEntity<String> show(Screen s, Form form) {
        s.refuseUnless(Action.CHANGE_PARTNERSHIP);
        Partnership now = settings.get();
        if (form.isEmpty() && now.open()) {
            form.preset("open", "yes");
        }
        form.preset("version", Integer.toString(now.version()))
                .preset("name-en", now.nameEn())
                .preset("name-cy", now.nameCy())
                .preset("nation", now.wording().nation())
                .preset("first", now.wording().first().map(Language::code).orElse("any"));
        return s.show("people/settings", parts(s, form, Optional.empty()));
    }

    @PostMapping
    ResponseEntity<String> change(Screen s, Form form) {
        form.require("name-en", "partnership.name-en.blank");
        form.require("name-cy", "partnership.name-cy.blank");
        if (!form.isRight()) {
            return s.again("people/settings", parts(s, form, Optional.empty()));
        }
        UUID id = settings.get().id();
        Saved saved = settings.change(
                form.number("version").orElse(0),
                Map.of(
                        "name_en", form.value("name-en"),
                        "name_cy", form.value("name-cy"),
                        "open_to_guests", form.ticked("open"),
                        "nation", form.value("nation").equals("england") ? "england" : "wales",
                        "first_language",
                                Language.find(form.value("first"))
                                        .map(Language::code)
                                        .orElse("")));
        return switch (saved) {
            case Saved.Yes yes -> s.leaveFor(s.to("/settings"), "saved", Settings.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, FIELDS, SettingPages::inForm);
                yield s.again("people/settings", parts(s, merge.form(), Optional.of(merge)));
            }
            case Saved.Gone _ -> throw new NoSuchElementException("no such partnership");
        };
    }

    @GetMapping("/phases")
    ResponseEntity<String> phases(Screen s, Form form) {
        s.refuseUnless(Action.CHANGE_PARTNERSHIP);
        Partnership now = settings.get();
        Settings.OWN_WORDS.forEach(
                word -> form.preset(word + "-en", now.wording().english().getOrDefault(word, ""))
                        .preset(word + "-cy", now.wording().welsh().getOrDefault(word, "")));
        return s.show("people/phases", Map.of("form", form, "words", Settings.OWN_WORDS));
    }

    @PostMapping("/phases")
    ResponseEntity<String> callPhases(Screen s, Form form) {
        for (String word : Settings.OWN_WORDS) {
            if (form.value(word + "-en").isEmpty() != form.value(word + "-cy").isEmpty()) {
                form.refuse(form.value(word + "-en").isEmpty() ? word + "-en" : word + "-cy", "phases.both");
            }
        }
        if (!form.isRight()) {
            return s.again("people/phases", Map.of("form", form, "words", Settings.OWN_WORDS));
        }
        Settings.OWN_WORDS.forEach(word -> settings.call(word, form.value(word + "-en"), form.value(word + "-cy")));
        return s.leaveFor(s.to("/settings"), "saved");
    }

    private static String inForm(String kept) {
        return switch (kept) {
            case "true" -> "yes";
            case "false" -> "";
            // No language comes first: the only one of these that can be blank.
            case "" -> "any";
            default -> kept;
        };
    }

    private static Map<String, Object> parts(Screen s, Form form, Optional<Merge> merge) {
        List<Option> nations = List.of(
                new Option("wales", s.say("settings.nation.wales")),
                new Option("england", s.say("settings.nation.england")));
        List<Option> firsts = List.of(
                new Option("any", s.say("settings.first.any")),
                new Option("cy", s.say("settings.first.cy")),
                new Option("en", s.say("settings.first.en")));
        return Map.of("form", form, "nations", nations, "firsts", firsts, "merge", merge);
    }
}
