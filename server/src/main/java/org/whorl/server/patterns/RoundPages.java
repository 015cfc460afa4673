package org.whorl.server.patterns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;
import org.whorl.server.stories.Heard;
import org.whorl.server.stories.Released;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** Most significant change: a panel reads at most eight stories, chooses one, and writes why. */
@Controller
@RequestMapping("/p/{slug}/patterns/significant")
class RoundPages {

    private static final int LONGEST = 1_000;
    private static final int LONGEST_LINE = 120;
    private static final int USUAL_MONTHS = 3;

    private final Rounds rounds;
    private final Heard heard;
    private final Clock clock;

    RoundPages(Rounds rounds, Heard heard, Clock clock) {
        this.rounds = rounds;
        this.heard = heard;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> all(Screen s) {
        List<UUID> mine = heard.list().stream().map(Released::id).toList();
        return s.show("patterns/rounds", Map.of("rounds", rounds.list(), "mine", mine));
    }

    @GetMapping("/new")
    ResponseEntity<String> start(Screen s, Form form, @RequestParam Map<String, String> put) {
        s.refuseUnless(Action.MAKE_SENSE);
        return s.show("patterns/round-new", starting(form.presetAll(put)));
    }

    @PostMapping("/new")
    ResponseEntity<String> doStart(Screen s, Form form) {
        s.refuseUnless(Action.MAKE_SENSE);
        checkLine(form, "domain", "round.domain.blank");
        checkLine(form, "panel", "round.panel.blank");
        Map<String, Object> parts = starting(form);
        int level = level(form);
        List<UUID> stories = rounds.listCandidates(level).stream()
                .map(Released::id)
                .filter(id -> form.ticked("story-" + id))
                .toList();
        if (stories.size() < Round.LEAST || stories.size() > Round.MOST) {
            form.refuse("stories", "round.stories.wrong");
        }
        if (!form.isRight()) {
            return s.again("patterns/round-new", parts);
        }
        Round round = new Round(
                UUID.randomUUID(),
                level,
                form.value("domain"),
                s.language().code(),
                LocalDate.parse(form.value("from")),
                LocalDate.parse(form.value("until")),
                form.value("panel"),
                stories,
                Optional.empty(),
                1);
        return rounds.open(round)
                ? s.leaveFor(s.to("/patterns/significant/" + round.id()), "round.opened")
                : all(s.refuse("story.gone", s.to("/patterns/significant")));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> round(Screen s, Form form, @PathVariable UUID id) {
        return s.show("patterns/round", parts(form, rounds.find(id).orElseThrow()));
    }

    @PostMapping("/{id}")
    ResponseEntity<String> choose(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        Round round = rounds.find(id).orElseThrow();
        Optional<UUID> story = form.chosen("story", round.stories());
        if (story.isEmpty()) {
            form.refuse("story", "round.story.blank");
        }
        form.require("why", "round.why.blank");
        if (form.value("why").length() > LONGEST) {
            form.refuse("why", "tell.too-long");
        }
        if (!form.isRight()) {
            return s.again("patterns/round", parts(form, round));
        }
        String why = form.value("why");
        int size = round.stories().size();
        boolean done = rounds.choose(
                id,
                story.orElseThrow(),
                why,
                s.say("round.told.chosen", round.domain(), size, why),
                s.say("round.told.other", round.domain(), size, why),
                s.language().code());
        String here = s.to("/patterns/significant/" + id);
        return done ? s.leaveFor(here, "round.chosen") : round(s.refuse("round.not-chosen", here), Form.empty(), id);
    }

    @GetMapping("/{id}/name")
    ResponseEntity<String> name(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        Round round = rounds.find(id).orElseThrow();
        form.preset("domain", round.domain())
                .preset("panel", round.panel())
                .preset("version", Integer.toString(round.version()));
        return s.show("patterns/round-name", Map.of("form", form, "round", round));
    }

    @PostMapping("/{id}/name")
    ResponseEntity<String> rename(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        checkLine(form, "domain", "round.domain.blank");
        checkLine(form, "panel", "round.panel.blank");
        if (form.isRight()) {
            Saved saved = rounds.rename(
                    id,
                    form.number("version").orElse(0),
                    form.value("domain"),
                    form.value("panel"),
                    s.language().code());
            if (saved instanceof Saved.Yes yes) {
                return s.leaveFor(
                        s.to("/patterns/significant/" + id), "saved", Round.VERSIONED.kind(), id, yes.version());
            }
            form.refuse("domain", "code.changed-first");
            form.replace(
                    "version", Integer.toString(rounds.find(id).orElseThrow().version()));
        }
        return s.again(
                "patterns/round-name",
                Map.of("form", form, "round", rounds.find(id).orElseThrow()));
    }

    private Map<String, Object> parts(Form form, Round round) {
        Map<UUID, Released> mine = heard.list().stream().collect(Collectors.toMap(Released::id, Function.identity()));
        List<Released> read = round.stories().stream()
                .filter(mine::containsKey)
                .map(id -> Objects.requireNonNull(mine.get(id)))
                .toList();
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("round", round);
        parts.put("stories", read);
        long kept = round.stories().stream().filter(heard.listKept()::contains).count();
        parts.put("others", kept - read.size());
        parts.put("gone", round.stories().size() - kept);
        return parts;
    }

    /** The form for a new one, with the stories of its period to choose from. */
    private Map<String, Object> starting(Form form) {
        LocalDate today = LocalDate.now(clock);
        form.preset("from", today.minusMonths(USUAL_MONTHS).toString())
                .preset("until", today.toString())
                .preset("level", "1");
        Optional<LocalDate> from = form.pastDay("from", "round.day.blank", today);
        Optional<LocalDate> until = form.pastDay("until", "round.day.blank", today);
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            form.refuse("until", "round.period.wrong");
        }
        int level = level(form);
        // What was chosen below stands for its own period.
        List<Released> stories = rounds.listCandidates(level).stream()
                .filter(story -> level > 1
                        || (from.isPresent()
                                && until.isPresent()
                                && !story.on().isBefore(from.get())
                                && !story.on().isAfter(until.get())))
                .toList();
        return Map.of("form", form, "stories", stories, "level", level);
    }

    private static int level(Form form) {
        return Math.clamp(form.number("level").orElse(1), 1, Round.HIGHEST);
    }

    private static void checkLine(Form form, String field, String blank) {
        form.require(field, blank);
        if (form.value(field).length() > LONGEST_LINE) {
            form.refuse(field, "tell.too-long");
        }
    }
}
