package org.whorl.server.spirals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** Asks: what somebody could do, never blank, never without its minutes. */
@Controller
@RequestMapping("/p/{slug}/asks")
class AskPages {

    private static final List<Merge.Field> FIELDS = List.of(
            new Merge.Field("what", "what", "ask.what"),
            new Merge.Field("minutes", "minutes", "ask.minutes"),
            new Merge.Field("by", "wanted_by", "ask.until"));

    private final Spirals spirals;
    private final Asks asks;
    private final Community community;

    AskPages(Spirals spirals, Asks asks, Community community) {
        this.spirals = spirals;
        this.asks = asks;
        this.community = community;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s, @RequestParam Optional<UUID> spiral) {
        Spiral chosen = Forms.spiral(spirals, spiral);
        Optional<Integer> each = s.may(Action.SEE_PEOPLE) ? asks.findMinutesEach(chosen.id()) : Optional.empty();
        return s.show(
                "spirals/asks",
                Map.of(
                        "spiral",
                        chosen,
                        "asks",
                        asks.listOpen(chosen.id()),
                        "each",
                        each,
                        "minutes",
                        asks.minutesAskedOfMe()));
    }

    @GetMapping("/new")
    ResponseEntity<String> ask(
            Screen s, Form form, @RequestParam Map<String, String> put, @RequestParam Optional<UUID> spiral) {
        s.refuseUnless(Action.ASK);
        Forms.spiral(spirals, spiral);
        // A link may bring an ask that is prepared; nothing is asked before somebody sends it.
        return s.show("spirals/ask", asking(s, form.presetAll(put).preset("kind", Ask.Kind.TIME.key()), ""));
    }

    @PostMapping("/new")
    ResponseEntity<String> doAsk(Screen s, Form form, @RequestParam Optional<UUID> spiral) {
        Spiral chosen = Forms.spiral(spirals, spiral);
        Optional<Ask.Kind> kind = Arrays.stream(Ask.Kind.values())
                .filter(each -> each.key().equals(form.value("kind")))
                .findFirst();
        if (kind.isEmpty()) {
            form.refuse("kind", "ask.kind.blank");
        }
        Optional<LocalDate> by = check(form);
        if (!form.isRight()) {
            return s.again("spirals/ask", asking(s, form, ""));
        }
        Optional<UUID> whom = form.chosen("of", community.listMembers(), Member::id);
        UUID id = UUID.randomUUID();
        return switch (asks.ask(
                id,
                chosen.id(),
                kind.orElseThrow(),
                form.value("what"),
                form.number("minutes").orElseThrow(),
                whom,
                by)) {
            // Who asks nobody in particular sees at once who or what could help.
            case Asks.Asked.Yes _ ->
                s.leaveFor(
                        s.to(whom.isEmpty() ? "/asks/" + id + "/matches" : "/asks?spiral=" + chosen.id()), "ask.done");
            case Asks.Asked.TooMuch much -> {
                form.refuse("of", "ask.too-much");
                yield s.again("spirals/ask", asking(s, form, s.count("ask.too-much.already", much.minutesAlready())));
            }
            case Asks.Asked.Twice twice -> {
                form.refuse("of", "ask.already");
                yield s.again("spirals/ask", asking(s, form, AskedPages.said(s, twice.before())));
            }
        };
    }

    @PostMapping("/answer")
    ResponseEntity<String> answer(Screen s, Form form) {
        boolean yes = form.value("answer").equals("yes");
        UUID id = UUID.fromString(form.value("ask"));
        String list = s.to("/asks?spiral=" + UUID.fromString(form.value("spiral")));
        return switch (asks.answer(id, form.number("version").orElse(0), yes, "")) {
            case Saved.Yes saved ->
                s.leaveFor(
                        list, yes ? "ask.answered.yes" : "ask.answered.no", Ask.VERSIONED.kind(), id, saved.version());
            case Saved.Conflict _ -> s.leaveFor(list + "#ask-" + id, "ask.answered.changed");
            case Saved.Gone _ -> s.leaveFor(list, "ask.answered.gone");
        };
    }

    @GetMapping("/{id}")
    ResponseEntity<String> change(Screen s, Form form, @PathVariable UUID id) {
        Ask ask = asks.findOpen(id).filter(one -> one.isChangedBy(s.viewer())).orElseThrow();
        form.preset("version", Integer.toString(ask.version()))
                .preset("what", ask.what())
                .preset("minutes", Integer.toString(ask.minutes()))
                .preset("by", ask.wantedBy().map(LocalDate::toString).orElse(""));
        return s.show("spirals/ask-change", changing(form, ask, Optional.empty()));
    }

    @PostMapping("/{id}")
    ResponseEntity<String> doChange(Screen s, Form form, @PathVariable UUID id) {
        Optional<Ask> found = asks.findOpen(id);
        if (found.isEmpty()) {
            return s.leaveFor(s.to("/asks"), "ask.answered.gone");
        }
        Ask ask = found.get();
        Optional<LocalDate> by = check(form);
        if (!form.isRight()) {
            return s.again("spirals/ask-change", changing(form, ask, Optional.empty()));
        }
        Ask wanted = new Ask(
                id,
                ask.spiral(),
                ask.kind(),
                form.value("what"),
                form.number("minutes").orElseThrow(),
                ask.askedOf(),
                "",
                ask.askedBy(),
                ask.askedOn(),
                by,
                form.number("version").orElse(0));
        if (asks.isTooMuchFor(wanted)) {
            form.refuse("minutes", "ask.too-much");
            return s.again("spirals/ask-change", changing(form, ask, Optional.empty()));
        }
        if (s.may(Action.SEE_PEOPLE) && asks.findTwice(wanted).isPresent()) {
            form.refuse("what", "ask.already");
            return s.again("spirals/ask-change", changing(form, ask, Optional.empty()));
        }
        return switch (asks.change(wanted)) {
            case Saved.Yes saved ->
                s.leaveFor(s.to("/asks?spiral=" + ask.spiral()), "saved", Ask.VERSIONED.kind(), id, saved.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, FIELDS, UnaryOperator.identity());
                yield s.again("spirals/ask-change", changing(merge.form(), ask, Optional.of(merge)));
            }
            case Saved.Gone _ -> s.leaveFor(s.to("/asks?spiral=" + ask.spiral()), "ask.answered.gone");
        };
    }

    @PostMapping("/{id}/withdraw")
    ResponseEntity<String> withdraw(Screen s, Form form, @PathVariable UUID id) {
        return switch (asks.withdraw(id, form.number("version").orElse(0))) {
            case Saved.Yes saved ->
                s.leaveFor(s.to("/asks"), "ask.withdrawn", Ask.VERSIONED.kind(), id, saved.version());
            case Saved.Conflict _ -> s.leaveFor(s.to("/asks/" + id), "ask.answered.changed");
            case Saved.Gone _ -> s.leaveFor(s.to("/asks"), "ask.answered.gone");
        };
    }

    private static Map<String, Object> changing(Form form, Ask ask, Optional<Merge> merge) {
        return Map.of("form", form, "ask", ask, "merge", merge);
    }

    /** Checks what every ask must say; the day an answer is wanted by, if one is given. */
    private static Optional<LocalDate> check(Form form) {
        int minutes = form.number("minutes").orElse(0);
        if (form.value("what").length() < Ask.SHORTEST) {
            form.refuse("what", "ask.what.blank");
        }
        if (minutes < 1 || minutes > Ask.LONGEST_MINUTES) {
            form.refuse("minutes", "ask.minutes.wrong");
        }
        Optional<LocalDate> by = form.day("by");
        if (by.isEmpty() && !form.value("by").isEmpty()) {
            form.refuse("by", "ask.until.wrong");
        }
        return by;
    }

    private Map<String, Object> asking(Screen s, Form form, String already) {
        List<Option> kinds = Arrays.stream(Ask.Kind.values())
                .map(kind -> new Option(kind.key(), s.say("ask.kind." + kind.key())))
                .toList();
        Map<UUID, Integer> minutes = asks.listMinutes();
        List<Option> members = community.listMembers().stream()
                .map(member -> new Option(member.id().toString(), named(s, member, minutes)))
                .toList();
        return Map.of("form", form, "kinds", kinds, "members", members, "already", already);
    }

    /** With what they have been asked for this month, so that the next ask goes to somebody else. */
    private static String named(Screen s, Member member, Map<UUID, Integer> minutes) {
        int already = minutes.getOrDefault(member.id(), 0);
        return already == 0 ? member.name() : s.say("ask.whom.already", member.name(), s.count("minutes", already));
    }
}
