package org.whorl.server.opinions;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
import org.whorl.server.design.Language;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.stories.Heard;
import org.whorl.server.stories.Hints;
import org.whorl.server.stories.Quoted;
import org.whorl.server.stories.Released;
import org.whorl.server.trust.Action;

/** Saying something that people could vote on, and looking at it before they do. */
@Controller
@RequestMapping("/p/{slug}/patterns/opinions/{id}")
class StatementPages {

    private static final int LONGEST_NOTE = 500;

    private final Conversations conversations;
    private final Heard heard;

    StatementPages(Conversations conversations, Heard heard) {
        this.conversations = conversations;
        this.heard = heard;
    }

    @GetMapping("/statements")
    ResponseEntity<String> all(Screen s, Form form, @PathVariable UUID id) {
        form.preset("language", s.language().code());
        return s.show("opinions/statements", parts(s, form, id));
    }

    @PostMapping("/statements")
    ResponseEntity<String> say(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.SAY_STATEMENT);
        Optional<Language> language = Language.find(form.value("language"));
        words(form, "words");
        if (language.isEmpty()) {
            form.refuse("language", "statement.language.blank");
        }
        refuseTaken(form, conversations.listShown(id), conversations.listMine(id));
        if (!form.isRight()) {
            return s.again("opinions/statements", parts(s, form, id));
        }
        conversations.say(id, form.value("words"), language.orElseThrow().code());
        return s.leaveFor(s.to("/patterns/opinions/" + id + "/statements"), "statement.said");
    }

    @PostMapping("/statements/{statement}")
    ResponseEntity<String> judge(Screen s, Form form, @PathVariable UUID id, @PathVariable UUID statement) {
        s.refuseUnless(Action.KEEP_OPINIONS);
        Statement.State state = Statement.State.find(form.value("state"))
                .filter(each -> each != Statement.State.WAITING)
                .orElse(Statement.State.ACCEPTED);
        String here = s.to("/patterns/opinions/" + id + "/statements");
        String note = cut(form.value("note"));
        if (state != Statement.State.ACCEPTED && note.isEmpty()) {
            form.refuse("note-" + statement, "statement.why.blank");
            return s.at(here).again("opinions/statements", parts(s, form, id));
        }
        String translation = form.value("translation")
                .substring(
                        0, Math.min(Statement.LONGEST, form.value("translation").length()));
        boolean done = conversations.judge(
                statement,
                form.number("version").orElse(0),
                new Conversations.Judged(state, note, translation, translator(form)));
        return done
                ? s.leaveFor(here, "statement.judged." + state.key())
                : all(s.refuse("statement.changed", here), Form.empty(), id);
    }

    @PostMapping("/statements/{statement}/reword")
    ResponseEntity<String> reword(Screen s, Form form, @PathVariable UUID id, @PathVariable UUID statement) {
        String here = s.to("/patterns/opinions/" + id + "/statements");
        words(form, "words");
        if (!form.isRight()) {
            String field = "reword-" + statement;
            Form again = new Form(Map.of(field, form.value("words")));
            again.refuse(field, form.error("words"));
            return s.at(here).again("opinions/statements", parts(s, again, id));
        }
        boolean done = conversations.reword(statement, form.number("version").orElse(0), form.value("words"));
        return done ? s.leaveFor(here, "statement.said") : all(s.refuse("statement.changed", here), Form.empty(), id);
    }

    /** Chooses a story; each one the viewer may hear has its own page to draw from. */
    @GetMapping("/story")
    ResponseEntity<String> stories(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_OPINIONS);
        return s.show(
                "opinions/stories",
                Map.of("conversation", conversations.find(id).orElseThrow(), "stories", heard.list()));
    }

    @GetMapping("/story/{story}")
    ResponseEntity<String> story(Screen s, Form form, @PathVariable UUID id, @PathVariable UUID story) {
        s.refuseUnless(Action.KEEP_OPINIONS);
        return s.show("opinions/story", ofStory(s, form, id, story));
    }

    @PostMapping("/story/{story}")
    ResponseEntity<String> draw(Screen s, Form form, @PathVariable UUID id, @PathVariable UUID story) {
        s.refuseUnless(Action.KEEP_OPINIONS);
        words(form, "words");
        if (form.value("translation").length() > Statement.LONGEST) {
            form.refuse("translation", "statement.long");
        }
        if (!form.isRight()) {
            return s.again("opinions/story", ofStory(s, form, id, story));
        }
        Conversation conversation = conversations.find(id).orElseThrow();
        Released released = heard.find(story).orElseThrow();
        boolean done = conversations.draw(
                id,
                story,
                new Quoted.Wanted(
                        form.value("words"),
                        released.language(),
                        form.value("translation"),
                        translator(form),
                        conversation.questionEn(),
                        conversation.questionCy()));
        String here = s.to("/patterns/opinions/" + id + "/statements");
        return done ? s.leaveFor(here, "statement.drawn") : all(s.refuse("statement.changed", here), Form.empty(), id);
    }

    private Map<String, Object> ofStory(Screen s, Form form, UUID id, UUID story) {
        form.preset("translated", "person");
        return Map.of(
                "form",
                form,
                "conversation",
                conversations.find(id).orElseThrow(),
                "story",
                heard.find(story).orElseThrow(),
                "by",
                by(s));
    }

    private Map<String, Object> parts(Screen s, Form form, UUID id) {
        boolean keeps = s.may(Action.SEE_WAITING);
        List<Statement> all = keeps ? conversations.listAll(id) : conversations.listShown(id);
        Map<UUID, List<String>> hints = all.stream()
                .collect(Collectors.toMap(
                        Statement::id,
                        each -> Hints.of(each.words()).stream().map(s::say).toList()));
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("conversation", conversations.find(id).orElseThrow());
        parts.put("all", all);
        parts.put("mine", conversations.listMine(id));
        parts.put("hints", hints);
        parts.put("keeps", keeps);
        parts.put(
                "quoted",
                keeps
                        ? conversations.listQuoted(id).values().stream()
                                .collect(Collectors.toMap(Quoted::id, Function.identity()))
                        : Map.of());
        parts.put("why", keeps ? conversations.listWhy(id) : List.of());
        parts.put("by", by(s));
        parts.put(
                "languages",
                List.of(new Option("en", s.say("statement.in.en")), new Option("cy", s.say("statement.in.cy"))));
        return parts;
    }

    /** Who put it into the other language: person or machine; nobody where nothing is. */
    private static String translator(Form form) {
        return form.value("translation").isEmpty()
                ? ""
                : form.value("translated").equals("machine") ? "machine" : "person";
    }

    static List<Option> by(Screen s) {
        return List.of(
                new Option("person", s.say("statement.by.person")),
                new Option("machine", s.say("statement.by.machine")));
    }

    static void words(Form form, String field) {
        form.require(field, "statement.blank");
        if (form.value(field).length() > Statement.LONGEST) {
            form.refuse(field, "statement.long");
        }
    }

    /** Refuses what people vote on already, or what whoever writes has said before; what waits from others is not told. */
    static void refuseTaken(Form form, List<Statement> shown, List<Statement> own) {
        String words = plain(form.value("words"));
        if (!words.isEmpty()
                && Stream.concat(shown.stream(), own.stream())
                        .anyMatch(
                                each -> words.equals(plain(each.words())) || words.equals(plain(each.translation())))) {
            form.refuse("words", "statement.there");
        }
    }

    /** Signs at the end and capitals make no other statement. */
    private static String plain(String words) {
        return words.strip().replaceAll("\\s+", " ").replaceFirst("[.!]+$", "").toLowerCase(Locale.ROOT);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST_NOTE, text.length()));
    }
}
