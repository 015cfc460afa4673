package org.whorl.server.pulses;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Partner;
import org.whorl.server.spirals.Spiral;
import org.whorl.server.spirals.Spirals;
import org.whorl.server.trust.Action;

/** How far partners trust each other: answering in private, and what may be told, as a table. */
@Controller
@RequestMapping("/p/{slug}/patterns/trust")
class PulsePages {

    private static final int LONGEST = 300;

    private final Pulses pulses;
    private final Spirals spirals;
    private final Community community;

    PulsePages(Pulses pulses, Spirals spirals, Community community) {
        this.pulses = pulses;
        this.spirals = spirals;
        this.community = community;
    }

    @GetMapping
    ResponseEntity<String> show(Screen s, Form form, @RequestParam Optional<UUID> spiral) {
        s.refuseUnless(Action.SEE_TRUST);
        return s.show("pulses/trust", parts(s, form, spiral));
    }

    @PostMapping
    ResponseEntity<String> answer(Screen s, Form form, @RequestParam Optional<UUID> spiral) {
        s.refuseUnless(Action.SAY_TRUST);
        Optional<UUID> about = form.chosen("about", pulses.listOthers(), Partner::id);
        Optional<Integer> trust = form.number("trust").filter(each -> each >= 1 && each <= 5);
        if (about.isEmpty()) {
            form.refuse("about", "pulse.about.blank");
        }
        if (trust.isEmpty()) {
            form.refuse("trust", "pulse.trust.blank");
        }
        if (form.value("note").length() > LONGEST) {
            form.refuse("note", "tell.too-long");
        }
        if (!form.isRight()) {
            return s.again("pulses/trust", parts(s, form, spiral));
        }
        UUID id = chosen(spiral).orElseThrow().id();
        boolean taken = going(id)
                .filter(round ->
                        pulses.answer(round.id(), about.orElseThrow(), trust.orElseThrow(), form.value("note")))
                .isPresent();
        return taken ? s.leaveFor(to(s, id), "pulse.answered") : refused(s, id, "pulse.not-taken");
    }

    @PostMapping("/open")
    ResponseEntity<String> open(Screen s, Form form) {
        s.refuseUnless(Action.ASK_TRUST);
        UUID spiral = form.chosen("spiral", spirals.listAll(), Spiral::id).orElseThrow();
        return pulses.open(spiral, Pulse.Kind.TRUST)
                ? s.leaveFor(to(s, spiral), "pulse.opened")
                : refused(s, spiral, "pulse.had");
    }

    @PostMapping("/{id}/close")
    ResponseEntity<String> close(Screen s, Form form, @PathVariable UUID id) {
        pulses.close(id);
        return s.leaveFor(s.to("/patterns/trust?spiral=" + form.value("spiral")), "pulse.closed");
    }

    private ResponseEntity<String> refused(Screen s, UUID spiral, String why) {
        return show(s.refuse(why, to(s, spiral)), Form.empty(), Optional.of(spiral));
    }

    private Map<String, Object> parts(Screen s, Form form, Optional<UUID> wanted) {
        Map<String, String> names = community.listPartners().stream()
                .collect(Collectors.toMap(each -> each.id().toString(), each -> s.pick(each.nameEn(), each.nameCy())));
        Optional<Spiral> spiral = chosen(wanted);
        Optional<Pulse> going = spiral.flatMap(each -> going(each.id()));
        Map<UUID, String> given = going.map(each -> pulses.listGiven(each.id())).orElse(Map.of());
        List<Partner> others = pulses.listOthers();
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("spirals", spirals.listAll());
        parts.put("spiral", spiral);
        parts.put("going", going);
        List<Pulse> rounds = spiral.map(each -> pulses.list(each.id())).orElse(List.of());
        parts.put("had", rounds.size());
        parts.put("ended", rounds.stream().anyMatch(each -> each.closedOn().isPresent()));
        parts.put(
                "hadNow",
                spiral.filter(each -> {
                            int turn = spirals.listTurns(each.id()).getLast().number();
                            return rounds.stream().anyMatch(round -> round.turn() == turn);
                        })
                        .isPresent());
        parts.put(
                "mine",
                pulses.findMine()
                        .map(each -> s.pick(each.nameEn(), each.nameCy()))
                        .orElse(""));
        parts.put(
                "abouts",
                others.stream()
                        .filter(each -> !given.containsKey(each.id()))
                        .map(each -> option(s, each))
                        .toList());
        parts.put(
                "given",
                others.stream()
                        .filter(each -> given.containsKey(each.id()))
                        .map(each ->
                                new Option(s.pick(each.nameEn(), each.nameCy()), given.getOrDefault(each.id(), "")))
                        .toList());
        parts.put(
                "marks",
                IntStream.rangeClosed(1, 5)
                        .mapToObj(each -> new Option(Integer.toString(each), s.say("pulse.mark." + each)))
                        .toList()
                        .reversed());
        parts.put("lines", spiral.map(each -> lines(s, names, each)).orElse(List.of()));
        return parts;
    }

    private List<Line> lines(Screen s, Map<String, String> names, Spiral spiral) {
        return pulses.listTrends(spiral.id()).stream()
                .map(trend -> new Line(
                        trend.from()
                                .map(each -> names.getOrDefault(each, ""))
                                .orElseGet(() -> s.say("pulse.everybody")),
                        names.getOrDefault(trend.to(), ""),
                        trend.points().stream().map(Line.Cell::of).toList(),
                        s.say("pulse.way." + trend.way().key())))
                .toList();
    }

    private Optional<Spiral> chosen(Optional<UUID> wanted) {
        List<Spiral> all = spirals.listAll();
        return wanted.isPresent()
                ? all.stream().filter(each -> each.id().equals(wanted.get())).findFirst()
                : all.stream().findFirst();
    }

    private Optional<Pulse> going(UUID spiral) {
        return pulses.list(spiral).stream()
                .filter(each -> each.closedOn().isEmpty())
                .reduce((_, last) -> last);
    }

    private static Option option(Screen s, Partner partner) {
        return new Option(partner.id().toString(), s.pick(partner.nameEn(), partner.nameCy()));
    }

    private static String to(Screen s, UUID spiral) {
        return s.to("/patterns/trust?spiral=" + spiral);
    }
}
