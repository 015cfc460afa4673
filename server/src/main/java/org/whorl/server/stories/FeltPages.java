package org.whorl.server.stories;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.PrivateCode;

/**
 * Three questions after taking part, which nobody has to answer. What somebody adds in words is told like everything else:
 * it has a code of its own, and is held until a trained person has read it.
 */
@Controller
class FeltPages {

    private final Feelings feelings;
    private final Stories stories;
    private final Intake intake;

    FeltPages(Feelings feelings, Stories stories, Intake intake) {
        this.feelings = feelings;
        this.stories = stories;
        this.intake = intake;
    }

    @GetMapping({"/p/{slug}/felt", "/p/{slug}/tell/felt", "/t/{code}/felt"})
    ResponseEntity<String> ask(
            Screen s,
            Form form,
            @PathVariable(required = false) Optional<String> code,
            @RequestParam Optional<UUID> spiral) {
        return s.show("stories/felt", parts(s, form, where(code, spiral)));
    }

    @PostMapping({"/p/{slug}/felt", "/p/{slug}/tell/felt", "/t/{code}/felt"})
    ResponseEntity<String> say(
            Screen s,
            Form form,
            @PathVariable(required = false) Optional<String> code,
            @RequestParam Optional<UUID> spiral) {
        Where where = where(code, spiral);
        Map<String, Integer> answers = new HashMap<>();
        for (String question : Felt.QUESTIONS) {
            form.number(question)
                    .filter(each -> each >= Rating.LOWEST && each <= Rating.HIGHEST)
                    .ifPresent(each -> answers.put(question, each));
        }
        String comment = form.value("comment");
        if (answers.isEmpty() && comment.isEmpty()) {
            form.refuse("heard", "felt.blank");
        }
        if (comment.length() > TellForm.LONGEST) {
            form.refuse("comment", "tell.too-long");
        }
        if (!comment.isEmpty() && TellForm.age(form).isEmpty()) {
            form.refuse("age", "tell.age.blank");
        }
        if (!form.isRight()) {
            return s.again("stories/felt", parts(s, form, where));
        }
        Felt.After after =
                s.path().endsWith("/tell/felt") || code.isPresent() ? Felt.After.TELLING : Felt.After.SESSION;
        if (!answers.isEmpty()) {
            Felt felt = new Felt(after, where.spiral(), s.language().code(), answers);
            where.teller().doing(() -> {
                feelings.say(felt);
                return true;
            });
        }
        String key = comment.isEmpty() ? "" : told(s, form, where, comment);
        String link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/t/mine/" + key)
                .toUriString();
        return s.show("stories/felt-said", Map.of("code", key, "link", link));
    }

    private String told(Screen s, Form form, Where where, String comment) {
        TellForm.begin(form);
        Telling telling = new Telling(
                form.value("key"),
                Kind.STORY,
                Came.by(where.link() ? "link" : "page", where),
                s.language(),
                "",
                s.say("felt.title"),
                comment,
                "own",
                TellForm.age(form).orElseThrow(),
                where.nation(),
                Optional.empty(),
                "none",
                "",
                s.language(),
                "",
                form.ticked("for-team") ? Set.of(Audience.TEAM) : Set.of());
        intake.take(where, telling);
        return PrivateCode.written(telling.code());
    }

    private Where where(Optional<String> code, Optional<UUID> spiral) {
        return code.isPresent()
                ? stories.findLink(code.get()).orElseThrow()
                : stories.find(spiral).orElseThrow();
    }

    private static Map<String, Object> parts(Screen s, Form form, Where where) {
        TellForm.begin(form);
        List<Option> marks = IntStream.rangeClosed(Rating.LOWEST, Rating.HIGHEST)
                .boxed()
                .map(each -> new Option(each.toString(), s.say("felt.mark." + each)))
                .toList()
                .reversed();
        List<Option> ages = Arrays.stream(Age.values())
                .map(age -> new Option(age.key(), s.say("tell.age." + age.key())))
                .toList();
        return Map.of("form", form, "where", where, "marks", marks, "ages", ages);
    }
}
