package org.whorl.server.spirals;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.draw.Spiral.Whorl;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.trust.Action;

/** Our spiral: where we are, what is next, and the few forms that move it on. */
@Controller
@RequestMapping("/p/{slug}")
class SpiralPages {

    private final Spirals spirals;
    private final Plans plans;
    private final Asks asks;
    private final Ties ties;
    private final Companies companies;
    private final Commitments commitments;
    private final Community community;
    private final Clock clock;
    private final ObjectProvider<ForYou> forYou;

    SpiralPages(
            Spirals spirals,
            Plans plans,
            Asks asks,
            Ties ties,
            Companies companies,
            Commitments commitments,
            Community community,
            Clock clock,
            ObjectProvider<ForYou> forYou) {
        this.spirals = spirals;
        this.plans = plans;
        this.asks = asks;
        this.ties = ties;
        this.companies = companies;
        this.commitments = commitments;
        this.community = community;
        this.clock = clock;
        this.forYou = forYou;
    }

    @GetMapping
    ResponseEntity<String> home(Screen s) {
        List<Spiral> all = spirals.listAll();
        return all.isEmpty() ? s.show("spirals/empty", Map.of("waiting", waiting(s))) : home(s, all.getFirst(), all);
    }

    @GetMapping("/spirals/{id}")
    ResponseEntity<String> spiral(Screen s, @PathVariable UUID id) {
        return home(s, spirals.find(id).orElseThrow(), spirals.listAll());
    }

    private ResponseEntity<String> home(Screen s, Spiral spiral, List<Spiral> all) {
        LocalDate today = LocalDate.now(clock);
        List<Turn> turns = spirals.listTurns(spiral.id());
        Plan plan = plans.plan(spiral.id());
        List<Ask> open = asks.listOpen(spiral.id());
        Map<String, Object> parts = new HashMap<>();
        parts.put("spiral", spiral);
        parts.put("turns", turns);
        parts.put(
                "others",
                all.stream().filter(other -> !other.id().equals(spiral.id())).toList());
        parts.put("now", plan.in(YearMonth.from(today)));
        parts.put("asks", open.stream().limit(3).toList());
        parts.put("next", NextStep.of(s.viewer(), spiral, turns, plan, open, voiceMissing(s, spiral, today), today));
        parts.put(
                "minutes",
                asks.minutesAskedOfMe()
                        + forYou.stream().mapToInt(ForYou::minutesAsked).sum());
        parts.put("waiting", waiting(s));
        parts.put("ask", spirals.findFirstAsk(spiral.id()).orElseThrow());
        parts.put("decisions", spirals.listDecisions(spiral.id()));
        parts.put(
                "ties",
                new TiesAtHome(ties.listFixed(spiral.id()), ties.listWoven(spiral.id()), ties.listPulled(spiral.id())));
        int turn = turns.getLast().number();
        parts.put(
                "commitments",
                commitments.list(spiral.id()).stream()
                        .filter(each -> each.turn() == turn || (each.turn() == turn - 1 && each.isOpen()))
                        .toList());
        parts.put("today", today);
        parts.put("picture", grown(s, turns, today).figure("spiral"));
        return s.show("spirals/home", parts);
    }

    private List<ForYou.Thing> waiting(Screen s) {
        return forYou.stream().flatMap(each -> each.list(s).stream()).toList();
    }

    /** How the spiral has grown, to be drawn. */
    private static org.whorl.draw.Spiral grown(Screen s, List<Turn> turns, LocalDate today) {
        List<Whorl> whorls = turns.stream()
                .map(turn -> new Whorl(
                        turn.number() + ". " + s.say("phase." + turn.phase().key()),
                        turn.startedOn(),
                        turn.endedOn().orElse(today.isBefore(turn.startedOn()) ? turn.startedOn() : today),
                        turn.endedOn().isEmpty(),
                        turn.drawn(),
                        s.number(turn.newcomers()),
                        s.number(turn.people()),
                        s.people("people", turn.people())))
                .toList();
        String sentence = s.say(
                "spiral.sentence",
                s.count("turns", turns.size()),
                s.people("people", turns.getLast().people()));
        return new org.whorl.draw.Spiral(s.language().words(), s.say("spiral.title"), sentence, whorls);
    }

    private boolean voiceMissing(Screen s, Spiral spiral, LocalDate today) {
        return s.may(Action.SEE_PEOPLE) && companies.get(spiral.id()).isGapInTime(today);
    }

    @GetMapping("/spirals")
    ResponseEntity<String> tree(Screen s) {
        return s.show("spirals/tree", Map.of("spirals", spirals.listAll()));
    }

    @GetMapping("/spirals/new")
    ResponseEntity<String> start(Screen s, Form form) {
        return showStart(s, form, Optional.empty());
    }

    @PostMapping("/spirals/new")
    ResponseEntity<String> doStart(Screen s, Form form) {
        return start(s, form, Optional.empty());
    }

    @GetMapping("/spirals/{id}/child")
    ResponseEntity<String> child(Screen s, Form form, @PathVariable UUID id) {
        return showStart(s, form, Optional.of(spirals.find(id).orElseThrow()));
    }

    @PostMapping("/spirals/{id}/child")
    ResponseEntity<String> doChild(Screen s, Form form, @PathVariable UUID id) {
        return start(s, form, Optional.of(spirals.find(id).orElseThrow()));
    }

    private ResponseEntity<String> showStart(Screen s, Form form, Optional<Spiral> parent) {
        s.refuseUnless(Action.START_SPIRAL);
        return s.show("spirals/start", starting(s, form, parent));
    }

    private ResponseEntity<String> start(Screen s, Form form, Optional<Spiral> parent) {
        form.require("question", "start.question.blank");
        form.require("population", "start.population.blank");
        Optional<UUID> place = Forms.place(form, community);
        if (place.isEmpty()) {
            form.refuse("place", "start.place.blank");
        }
        if (!form.isRight()) {
            return s.again("spirals/start", starting(s, form, parent));
        }
        // A child starts afresh: nothing of the parent's is carried over but the tie between them.
        Spiral started = spirals.start(
                UUID.randomUUID(),
                parent.map(Spiral::id),
                form.value("question"),
                s.language().code(),
                form.value("population"),
                place.orElseThrow(),
                true);
        return s.leaveFor(s.to("/spirals/" + started.id()), "start.done");
    }

    private Map<String, Object> starting(Screen s, Form form, Optional<Spiral> parent) {
        return Map.of(
                "form",
                form,
                "places",
                Forms.places(s, community),
                "parent",
                parent.map(Spiral::question).orElse(""));
    }

    @GetMapping("/spirals/{id}/close")
    ResponseEntity<String> close(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.CLOSE_TURN);
        return s.show("spirals/close", closing(form, id));
    }

    @PostMapping("/spirals/{id}/close")
    ResponseEntity<String> doClose(Screen s, Form form, @PathVariable UUID id) {
        form.require("learned", "close.learned.blank");
        form.require("joined", "close.joined.blank");
        form.require("matters", "close.matters.blank");
        if (!form.isRight()) {
            return s.again("spirals/close", closing(form, id));
        }
        boolean closed = spirals.closeTurn(
                id,
                form.number("number").orElse(0),
                form.value("learned"),
                form.value("joined"),
                form.value("matters"));
        return s.leaveFor(s.to("/spirals/" + id), closed ? "close.done" : "close.already");
    }

    private Map<String, Object> closing(Form form, UUID id) {
        Turn turn = turn(id);
        return Map.of(
                "form",
                form,
                "turn",
                turn,
                "unseen",
                commitments.list(id).stream()
                        .filter(each -> each.turn() == turn.number() && each.isOpen())
                        .toList());
    }

    @GetMapping("/spirals/{id}/taking-part")
    ResponseEntity<String> takingPart(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.TAKE_PART);
        turn(id);
        return s.show("spirals/taking-part", Map.of("form", form, "fast", false));
    }

    @PostMapping("/spirals/{id}/taking-part")
    ResponseEntity<String> noteTakingPart(Screen s, Form form, @PathVariable UUID id) {
        int people = form.number("people").orElse(0);
        if (people < 1 || people > 9_999) {
            form.refuse("people", "taking-part.people.wrong");
        }
        form.require("how", "taking-part.how.blank");
        if (!form.isRight()) {
            return s.again("spirals/taking-part", Map.of("form", form, "fast", form.ticked("sure")));
        }
        if (!spirals.notePeople(id, people, form.value("how"), form.ticked("sure"))) {
            form.refuse("sure", "taking-part.fast");
            return s.again("spirals/taking-part", Map.of("form", form, "fast", true));
        }
        return s.leaveFor(s.to("/spirals/" + id), "saved");
    }

    private Turn turn(UUID spiral) {
        List<Turn> turns = spirals.listTurns(spiral);
        if (turns.isEmpty()) {
            throw new NoSuchElementException("no such spiral");
        }
        return turns.getLast();
    }
}
