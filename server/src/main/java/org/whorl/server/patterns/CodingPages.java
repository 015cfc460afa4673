package org.whorl.server.patterns;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.whorl.server.trust.Saved;

/** The codebook, reading a story with it, and how far two who read the same stories agree. */
@Controller
@RequestMapping("/p/{slug}/patterns/codes")
class CodingPages {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_NOTE = 1_000;

    private final Coding coding;
    private final Heard heard;

    CodingPages(Coding coding, Heard heard) {
        this.coding = coding;
        this.heard = heard;
    }

    @GetMapping
    ResponseEntity<String> codes(Screen s, Form form) {
        return s.show("patterns/codes", listed(s, form));
    }

    @PostMapping
    ResponseEntity<String> addCode(Screen s, Form form) {
        Optional<Code.Kind> kind = Code.Kind.find(form.value("kind"));
        if (kind.isEmpty()) {
            form.refuse("kind", "code.kind.blank");
        }
        checkNames(form, coding.listCodes().stream());
        if (!form.isRight()) {
            return s.again("patterns/codes", listed(s, form));
        }
        coding.addCode(
                new Code(UUID.randomUUID(), kind.orElseThrow(), form.value("name-en"), form.value("name-cy"), 1));
        return s.leaveFor(s.to("/patterns/codes"), "code.added");
    }

    @GetMapping("/{id}/name")
    ResponseEntity<String> name(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        Code code = code(id);
        form.preset("name-en", code.nameEn())
                .preset("name-cy", code.nameCy())
                .preset("version", Integer.toString(code.version()));
        return s.show("patterns/code-name", Map.of("form", form, "code", code));
    }

    @PostMapping("/{id}/name")
    ResponseEntity<String> rename(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        Code code = code(id);
        checkNames(form, coding.listCodes().stream().filter(each -> !each.id().equals(id)));
        if (!form.isRight()) {
            return s.again("patterns/code-name", Map.of("form", form, "code", code));
        }
        Saved saved = coding.rename(id, form.number("version").orElse(0), form.value("name-en"), form.value("name-cy"));
        if (saved instanceof Saved.Yes yes) {
            return s.leaveFor(s.to("/patterns/codes"), "saved", Code.VERSIONED.kind(), id, yes.version());
        }
        Code now = code(id);
        form.refuse("name-en", "code.changed-first");
        form.replace("version", Integer.toString(now.version()));
        return s.again("patterns/code-name", Map.of("form", form, "code", now));
    }

    private Code code(UUID id) {
        return coding.listCodes().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void checkNames(Form form, Stream<Code> others) {
        if (form.value("name-en").isEmpty() && form.value("name-cy").isEmpty()) {
            form.refuse("name-en", "code.name.blank");
        }
        for (String field : List.of("name-en", "name-cy")) {
            if (form.value(field).length() > LONGEST_NAME) {
                form.refuse(field, "tell.too-long");
            }
        }
        Names.refuseTaken(form, others.flatMap(code -> Stream.of(code.nameEn(), code.nameCy())), "code.name.there");
    }

    @GetMapping("/stories/{id}")
    ResponseEntity<String> story(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        return s.show("patterns/read", parts(s, form, heard.find(id).orElseThrow()));
    }

    @PostMapping("/stories/{id}")
    ResponseEntity<String> mark(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        Released story = heard.find(id).orElseThrow();
        Optional<Passage> passage = Quotes.chosen(form, story);
        Optional<UUID> code = form.chosen("code", coding.listCodes(), Code::id);
        if (passage.isEmpty()) {
            form.refuse("sentence-0", "quote.blank");
        }
        if (code.isEmpty()) {
            form.refuse("code", "read.code.blank");
        }
        if (!form.isRight()) {
            return s.again("patterns/read", parts(s, form, story));
        }
        boolean done = coding.mark(code.orElseThrow(), passage.orElseThrow());
        return done ? s.leaveFor(path(s, id), "read.marked") : refused(s, id, "read.is-closed");
    }

    @PostMapping("/stories/{id}/unmark")
    ResponseEntity<String> unmark(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        boolean done = coding.unmark(UUID.fromString(form.value("mark")));
        return done ? s.leaveFor(path(s, id), "saved") : refused(s, id, "read.is-closed");
    }

    @PostMapping("/stories/{id}/close")
    ResponseEntity<String> close(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        coding.close(id);
        return s.leaveFor(path(s, id), coding.listReadings(id).isEmpty() ? "read.closed.first" : "read.closed.both");
    }

    @PostMapping("/stories/{id}/note")
    ResponseEntity<String> note(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        form.require("words", "read.note.blank");
        if (form.value("words").length() > LONGEST_NOTE) {
            form.refuse("words", "tell.too-long");
        }
        if (!form.isRight()) {
            return s.again("patterns/read", parts(s, form, heard.find(id).orElseThrow()));
        }
        boolean done = coding.note(id, form.value("words"), s.language().code());
        return done ? s.leaveFor(path(s, id), "saved") : refused(s, id, "read.note.not-yet");
    }

    @GetMapping("/agreement")
    ResponseEntity<String> agreement(Screen s) {
        List<Code> codes = coding.listCodes();
        List<ReadTwice> all = coding.listReadTwice();
        Map<UUID, Released> stories =
                heard.list().stream().collect(Collectors.toMap(Released::id, Function.identity()));
        return s.show(
                "patterns/agreement",
                Map.of(
                        "rows",
                        AgreementShown.of(s, codes, all, stories),
                        "twice",
                        all.size(),
                        "chart",
                        AgreementShown.newCodes(s, coding.listNewCodes())));
    }

    private ResponseEntity<String> refused(Screen s, UUID id, String why) {
        return story(s.refuse(why, path(s, id)), Form.empty(), id);
    }

    private Map<String, Object> listed(Screen s, Form form) {
        List<Code> codes = coding.listCodes();
        Map<UUID, Reading> mine =
                coding.listMine().stream().collect(Collectors.toMap(Reading::story, Function.identity()));
        List<UUID> twice = coding.listReadTwice().stream().map(ReadTwice::story).toList();
        List<ToRead> stories = new ArrayList<>();
        for (Released story : heard.list()) {
            String state = Optional.ofNullable(mine.get(story.id()))
                    .map(reading -> reading.isDone() ? "done" : "begun")
                    .orElse("new");
            stories.add(new ToRead(story, state, twice.contains(story.id())));
        }
        return Map.of("form", form, "codes", codes, "kinds", kinds(s), "stories", stories);
    }

    private Map<String, Object> parts(Screen s, Form form, Released story) {
        List<Code> codes = coding.listCodes();
        Optional<Reading> mine = coding.findMine(story.id());
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("story", story);
        parts.put("codes", codes.stream().collect(Collectors.toMap(Code::id, Function.identity())));
        parts.put(
                "options",
                codes.stream()
                        .map(code -> new Option(code.id().toString(), code.name(s.language())))
                        .toList());
        parts.put("mine", mine);
        parts.put("readings", coding.listReadings(story.id()));
        parts.put("notes", coding.listNotes(story.id()));
        return parts;
    }

    private static List<Option> kinds(Screen s) {
        return Arrays.stream(Code.Kind.values())
                .map(kind -> new Option(kind.key(), s.say("code.kind." + kind.key())))
                .toList();
    }

    private static String path(Screen s, UUID story) {
        return s.to("/patterns/codes/stories/" + story);
    }
}
