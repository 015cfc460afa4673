package org.whorl.server.spirals;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.whorl.server.design.Form;
import org.whorl.server.design.Listed;
import org.whorl.server.design.Screen;
import org.whorl.server.design.Wrong;
import org.whorl.server.people.Community;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** For programs: spirals, their turns and their scope. */
@RestController
@RequestMapping("/api/v1/p/{slug}/spirals")
class SpiralApi {

    private final Spirals spirals;
    private final Community community;

    SpiralApi(Spirals spirals, Community community) {
        this.spirals = spirals;
        this.community = community;
    }

    /**
     * One turn of a spiral.
     *
     * @param number from 1
     * @param phase a key: emerging, developing, delivering or evaluating
     * @param question what it is about
     * @param startedOn its first day
     * @param endedOn its last; absent while it goes on
     * @param learned what was learned
     * @param joined who joined
     * @param matters what matters now
     * @param newcomers who took part for the first time, as a number; an asterisk where how many is not told
     * @param people who has taken part since the spiral began, likewise
     */
    record SpiralTurn(
            int number,
            String phase,
            String question,
            LocalDate startedOn,
            Optional<LocalDate> endedOn,
            String learned,
            String joined,
            String matters,
            String newcomers,
            String people) {

        static SpiralTurn of(Turn turn) {
            return new SpiralTurn(
                    turn.number(),
                    turn.phase().key(),
                    turn.question(),
                    turn.startedOn(),
                    turn.endedOn(),
                    turn.learned(),
                    turn.joined(),
                    turn.matters(),
                    turn.newcomers().toString(),
                    turn.people().toString());
        }
    }

    /**
     * A question to begin a spiral with.
     *
     * @param question in people's own words
     * @param population which people
     * @param place which place, by its id
     * @param parent the spiral it grows from; absent for none
     * @param afresh with nothing of the parent's but what somebody pulls in later; absent for yes
     */
    record SentSpiral(
            Optional<String> question,
            Optional<String> population,
            Optional<UUID> place,
            Optional<UUID> parent,
            Optional<Boolean> afresh) {}

    /**
     * Question and scope as they should be.
     *
     * @param question in people's own words
     * @param translation the question in the other language; may be absent
     * @param population which people
     * @param place which place, by its id
     * @param out what is out of scope; may be absent
     * @param widen when it will be widened; may be absent
     * @param direction same, wider or narrower; absent for same
     * @param why said for everybody to read
     * @param version the version that is changed
     */
    record SentScope(
            Optional<String> question,
            Optional<String> translation,
            Optional<String> population,
            Optional<UUID> place,
            Optional<String> out,
            Optional<String> widen,
            Optional<String> direction,
            Optional<String> why,
            Optional<Integer> version) {}

    /**
     * What is said at the end of a turn.
     *
     * @param learned what was learned
     * @param joined who joined
     * @param matters what matters now
     */
    record TurnEnd(Optional<String> learned, Optional<String> joined, Optional<String> matters) {}

    @GetMapping
    Listed<Spiral> listSpirals(
            Screen s, @RequestParam(defaultValue = "0") int from, @RequestParam(defaultValue = "50") int limit) {
        return Listed.of(s, spirals.listAll(), from, limit);
    }

    @GetMapping("/{id}")
    Spiral getSpiral(@PathVariable UUID id) {
        return spirals.find(id).orElseThrow();
    }

    /** The key of a repeated request is the spiral's id: sent twice, it starts one. */
    @PostMapping
    ResponseEntity<Spiral> startSpiral(
            Screen s, @RequestHeader("Idempotency-Key") Optional<UUID> key, @RequestBody SentSpiral sent) {
        s.refuseUnless(Action.START_SPIRAL);
        Optional<Spiral> before = key.flatMap(spirals::find);
        if (before.isPresent()) {
            return ResponseEntity.ok(before.get());
        }
        Form form = Form.empty();
        put(form, "question", sent.question());
        put(form, "population", sent.population());
        form.require("question", "start.question.blank");
        form.require("population", "start.population.blank");
        UUID place = place(s, form, sent.place());
        sent.parent().ifPresent(this::getSpiral);
        Spiral begun = spirals.start(
                key.orElseGet(UUID::randomUUID),
                sent.parent(),
                form.value("question"),
                s.language().code(),
                form.value("population"),
                place,
                sent.afresh().orElse(true));
        return ResponseEntity.created(URI.create("/api/v1" + s.to("/spirals/" + begun.id())))
                .body(begun);
    }

    @GetMapping("/{id}/turns")
    List<SpiralTurn> listTurns(@PathVariable UUID id) {
        return spirals.listTurns(getSpiral(id).id()).stream()
                .map(SpiralTurn::of)
                .toList();
    }

    /** Ends a turn, once; the number says which, so that nobody ends the next by mistake. */
    @PostMapping("/{id}/turns/{number}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endTurn(Screen s, @PathVariable UUID id, @PathVariable int number, @RequestBody TurnEnd end) {
        s.refuseUnless(Action.CLOSE_TURN);
        Form form = Form.empty();
        put(form, "learned", end.learned());
        put(form, "joined", end.joined());
        put(form, "matters", end.matters());
        form.require("learned", "close.learned.blank");
        form.require("joined", "close.joined.blank");
        form.require("matters", "close.matters.blank");
        if (!form.isRight()) {
            throw Wrong.form(s, form);
        }
        if (!spirals.closeTurn(
                getSpiral(id).id(), number, form.value("learned"), form.value("joined"), form.value("matters"))) {
            throw Wrong.conflict(spirals.listTurns(id).getLast().number());
        }
    }

    /** Why the scope was changed, the latest first. */
    @GetMapping("/{id}/decisions")
    List<Decision> listDecisions(@PathVariable UUID id) {
        return spirals.listDecisions(getSpiral(id).id());
    }

    @PutMapping("/{id}/scope")
    Spiral changeScope(Screen s, @PathVariable UUID id, @RequestBody SentScope sent) {
        s.refuseUnless(Action.CHANGE_SCOPE);
        Spiral spiral = getSpiral(id);
        Form form = Form.empty();
        put(form, "question", sent.question());
        put(form, "population", sent.population());
        put(form, "why", sent.why());
        put(form, "version", sent.version().map(Object::toString));
        form.require("question", "start.question.blank");
        form.require("population", "start.population.blank");
        form.require("why", "scope.why.blank");
        form.require("version", "api.missing");
        String direction = sent.direction().orElse("same");
        if (!Decision.DIRECTIONS.contains(direction)) {
            form.refuse("direction", "api.not-of-this-shape");
        }
        UUID place = place(s, form, sent.place());
        Spiral wanted = new Spiral(
                id,
                spiral.parent(),
                form.value("question"),
                form.value("question").equals(spiral.question())
                        ? spiral.language()
                        : s.language().code(),
                sent.translation().orElse("").strip(),
                new Spiral.Scope(
                        form.value("population"),
                        place,
                        "",
                        "",
                        sent.out().orElse("").strip(),
                        sent.widen().orElse("").strip()),
                spiral.afresh(),
                spiral.startedOn(),
                sent.version().orElse(0));
        saved(spirals.changeScope(wanted, direction, form.value("why")));
        return getSpiral(id);
    }

    /** Checks the place too, and refuses the whole if anything is wrong. */
    private UUID place(Screen s, Form form, Optional<UUID> sent) {
        sent.ifPresent(place -> form.replace("place", place.toString()));
        Optional<UUID> place = Forms.place(form, community);
        if (place.isEmpty()) {
            form.refuse("place", "start.place.blank");
        }
        if (!form.isRight()) {
            throw Wrong.form(s, form);
        }
        return place.orElseThrow();
    }

    static void put(Form form, String field, Optional<String> value) {
        value.ifPresent(text -> form.replace(field, text));
    }
    /** Says that somebody else was first, or that it is gone. */
    static void saved(Saved saved) {
        switch (saved) {
            case Saved.Yes _ -> {}
            case Saved.Conflict conflict -> throw Wrong.conflict(conflict.version());
            case Saved.Gone _ -> throw new java.util.NoSuchElementException("gone");
        }
    }
}
