package org.whorl.server.spirals;

import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
import org.whorl.server.people.Member;
import org.whorl.server.trust.Action;

/** For programs: what people are asked for in a spiral. */
@RestController
@RequestMapping("/api/v1/p/{slug}")
class AskApi {

    private final Spirals spirals;
    private final Asks asks;
    private final Community community;

    AskApi(Spirals spirals, Asks asks, Community community) {
        this.spirals = spirals;
        this.asks = asks;
        this.community = community;
    }

    /**
     * Something to ask for.
     *
     * @param kind time, skill, place, question or connection
     * @param what in plain words
     * @param minutes how long it takes, 1 to 480
     * @param of of whom, by the id of a member; absent for nobody in particular
     * @param by until when an answer helps; may be absent
     */
    record SentAsk(
            Optional<String> kind,
            Optional<String> what,
            Optional<Integer> minutes,
            Optional<UUID> of,
            Optional<LocalDate> by) {}

    /**
     * Something that is asked for, and nobody has answered.
     *
     * @param id which one
     * @param spiral for which spiral
     * @param kind time, skill, place, question or connection
     * @param what in plain words
     * @param minutes how long it takes
     * @param of of whom; absent for nobody in particular
     * @param askedOn when
     * @param by until when an answer helps
     * @param version counts its changes, from 1
     */
    record OpenAsk(
            UUID id,
            UUID spiral,
            String kind,
            String what,
            int minutes,
            Optional<UUID> of,
            LocalDate askedOn,
            Optional<LocalDate> by,
            int version) {

        static OpenAsk of(Ask ask) {
            return new OpenAsk(
                    ask.id(),
                    ask.spiral(),
                    ask.kind().key(),
                    ask.what(),
                    ask.minutes(),
                    ask.askedOf(),
                    ask.askedOn(),
                    ask.wantedBy(),
                    ask.version());
        }
    }

    /**
     * An answer to an ask.
     *
     * @param yes yes or no
     * @param version the version of the ask that was read
     */
    record SentAnswer(Optional<Boolean> yes, Optional<Integer> version) {}

    /**
     * An ask as it should be; of whom, and of what kind, stays.
     *
     * @param what in plain words
     * @param minutes how long it takes, 1 to 480
     * @param by until when an answer helps; absent for no such day
     * @param version the version that is changed
     */
    record ChangedAsk(
            Optional<String> what, Optional<Integer> minutes, Optional<LocalDate> by, Optional<Integer> version) {}

    @GetMapping("/spirals/{id}/asks")
    Listed<OpenAsk> listAsks(
            Screen s,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "50") int limit) {
        return Listed.of(
                s,
                asks.listOpen(spirals.find(id).orElseThrow().id()).stream()
                        .map(OpenAsk::of)
                        .toList(),
                from,
                limit);
    }

    /** The key of a repeated request is the ask's id: sent twice, it asks once. */
    @PostMapping("/spirals/{id}/asks")
    ResponseEntity<OpenAsk> createAsk(
            Screen s,
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") Optional<UUID> key,
            @RequestBody SentAsk sent) {
        s.refuseUnless(Action.ASK);
        UUID spiral = spirals.find(id).orElseThrow().id();
        Optional<Ask> before = key.flatMap(asks::findOpen);
        if (before.isPresent()) {
            return ResponseEntity.ok(OpenAsk.of(before.get()));
        }
        Form form = Form.empty();
        SpiralApi.put(form, "what", sent.what());
        Optional<Ask.Kind> kind = Arrays.stream(Ask.Kind.values())
                .filter(each -> each.key().equals(sent.kind().orElse("")))
                .findFirst();
        if (kind.isEmpty()) {
            form.refuse("kind", "ask.kind.blank");
        }
        int minutes = sent.minutes().orElse(0);
        check(form, minutes);
        if (sent.of().isPresent()
                && community.listMembers().stream()
                        .map(Member::id)
                        .noneMatch(sent.of().get()::equals)) {
            form.refuse("of", "api.no-such-member");
        }
        if (!form.isRight()) {
            throw Wrong.form(s, form);
        }
        UUID ask = key.orElseGet(UUID::randomUUID);
        return switch (asks.ask(ask, spiral, kind.orElseThrow(), form.value("what"), minutes, sent.of(), sent.by())) {
            case Asks.Asked.Yes _ ->
                ResponseEntity.created(URI.create("/api/v1" + s.to("/spirals/" + id + "/asks")))
                        .body(OpenAsk.of(asks.findOpen(ask).orElseThrow()));
            case Asks.Asked.TooMuch _ -> throw Wrong.field(s, "of", "ask.too-much");
            case Asks.Asked.Twice _ -> throw Wrong.field(s, "of", "ask.already");
        };
    }

    /** As whoever asked changes it, or who looks after the spiral. */
    @PutMapping("/asks/{ask}")
    OpenAsk changeAsk(Screen s, @PathVariable UUID ask, @RequestBody ChangedAsk sent) {
        s.refuseUnless(Action.ASK);
        Ask before =
                asks.findOpen(ask).filter(one -> one.isChangedBy(s.viewer())).orElseThrow();
        Form form = Form.empty();
        SpiralApi.put(form, "what", sent.what());
        int minutes = sent.minutes().orElse(0);
        check(form, minutes);
        if (sent.version().isEmpty()) {
            form.refuse("version", "api.missing");
        }
        if (!form.isRight()) {
            throw Wrong.form(s, form);
        }
        Ask wanted = new Ask(
                ask,
                before.spiral(),
                before.kind(),
                form.value("what"),
                minutes,
                before.askedOf(),
                "",
                before.askedBy(),
                before.askedOn(),
                sent.by(),
                sent.version().orElseThrow());
        if (asks.isTooMuchFor(wanted)) {
            throw Wrong.field(s, "minutes", "ask.too-much");
        }
        if (asks.findTwice(wanted).isPresent()) {
            throw Wrong.field(s, "what", "ask.already");
        }
        SpiralApi.saved(asks.change(wanted));
        return OpenAsk.of(asks.findOpen(ask).orElseThrow());
    }

    private static void check(Form form, int minutes) {
        if (form.value("what").length() < Ask.SHORTEST) {
            form.refuse("what", "ask.what.blank");
        }
        if (minutes < 1 || minutes > Ask.LONGEST_MINUTES) {
            form.refuse("minutes", "ask.minutes.wrong");
        }
    }

    @PostMapping("/asks/{ask}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answerAsk(Screen s, @PathVariable UUID ask, @RequestBody SentAnswer sent) {
        boolean yes = sent.yes().orElseThrow(() -> Wrong.field(s, "yes", "api.missing"));
        int version = sent.version().orElseThrow(() -> Wrong.field(s, "version", "api.missing"));
        SpiralApi.saved(asks.answer(ask, version, yes, ""));
    }

    @DeleteMapping("/asks/{ask}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawAsk(@PathVariable UUID ask, @RequestParam int version) {
        SpiralApi.saved(asks.withdraw(ask, version));
    }
}
