package org.whorl.server.pulses;

import com.google.zxing.WriterException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Perspective;
import org.whorl.server.people.QrPicture;
import org.whorl.server.spirals.Spiral;
import org.whorl.server.spirals.Spirals;
import org.whorl.server.trust.Action;

/** How sure people feel before a turn and after it: the rounds, their links, and what may be told. */
@Controller
@RequestMapping("/p/{slug}/patterns/confidence")
class ConfidencePages {

    private final Confidences confidences;
    private final Pulses pulses;
    private final Spirals spirals;
    private final Community community;

    ConfidencePages(Confidences confidences, Pulses pulses, Spirals spirals, Community community) {
        this.confidences = confidences;
        this.pulses = pulses;
        this.spirals = spirals;
        this.community = community;
    }

    @GetMapping
    ResponseEntity<String> show(Screen s, @RequestParam Optional<UUID> spiral) throws WriterException {
        List<Spiral> all = spirals.listAll();
        Optional<Spiral> chosen = spiral.isPresent()
                ? Optional.of(spirals.find(spiral.get()).orElseThrow())
                : all.stream().findFirst();
        List<Pulse> rounds = chosen.map(each -> confidences.list(each.id())).orElse(List.of());
        Optional<Integer> turn =
                chosen.map(each -> spirals.listTurns(each.id()).getLast().number());
        Map<String, Object> parts = new HashMap<>();
        parts.put("spirals", all);
        parts.put("spiral", chosen);
        parts.put("turn", turn.orElse(0));
        parts.put("open", open(s, rounds));
        parts.put("free", free(rounds, turn.orElse(0)));
        parts.put(
                "asked",
                rounds.stream()
                        .filter(each -> each.kind() == Pulse.Kind.AFTER && !each.isOpen())
                        .anyMatch(after -> rounds.stream()
                                .anyMatch(each -> each.kind() == Pulse.Kind.BEFORE
                                        && !each.isOpen()
                                        && each.turn() == after.turn())));
        parts.put("lines", chosen.map(each -> lines(s, each.id())).orElse(List.of()));
        return s.show("pulses/confidence", parts);
    }

    @PostMapping("/open")
    ResponseEntity<String> open(Screen s, Form form) {
        s.refuseUnless(Action.ASK_TRUST);
        UUID spiral = form.chosen("spiral", spirals.listAll(), Spiral::id).orElseThrow();
        Pulse.Kind kind = form.value("kind").equals("after") ? Pulse.Kind.AFTER : Pulse.Kind.BEFORE;
        return pulses.open(spiral, kind)
                ? s.leaveFor(to(s, spiral), "confidence.opened")
                : s.refused("confidence.had", to(s, spiral));
    }

    @PostMapping("/{id}/close")
    ResponseEntity<String> close(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.ASK_TRUST);
        UUID spiral = form.chosen("spiral", spirals.listAll(), Spiral::id).orElseThrow();
        return pulses.close(id)
                ? s.leaveFor(to(s, spiral), "pulse.closed")
                : s.refused("confidence.over", to(s, spiral));
    }

    /** The rounds that go on, each with its link and a picture of it. */
    private static List<ConfidenceLink> open(Screen s, List<Pulse> rounds) throws WriterException {
        List<ConfidenceLink> open = new ArrayList<>();
        for (Pulse round : rounds) {
            if (round.isOpen() && round.code().isPresent()) {
                String typed = ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/c")
                        .toUriString();
                String address = typed + "/" + round.code().get();
                open.add(new ConfidenceLink(
                        round,
                        address,
                        typed.replaceFirst("^https?://", ""),
                        QrPicture.of(address, s.say("gather.qr", address))));
            }
        }
        return open;
    }

    /** What may still be asked in the turn that goes on. */
    private static List<Pulse.Kind> free(List<Pulse> rounds, int turn) {
        return List.of(Pulse.Kind.BEFORE, Pulse.Kind.AFTER).stream()
                .filter(kind -> rounds.stream().noneMatch(each -> each.turn() == turn && each.kind() == kind))
                .toList();
    }

    private List<ConfidenceLine> lines(Screen s, UUID spiral) {
        Map<UUID, String> names = community.listPerspectives().stream()
                .collect(Collectors.toMap(Perspective::id, each -> s.pick(each.nameEn(), each.nameCy())));
        return confidences.listTold(spiral).stream()
                .map(told -> new ConfidenceLine(
                        told.group()
                                .map(each -> names.getOrDefault(each, ""))
                                .orElseGet(() -> s.say("confidence.everybody")),
                        s.say("confidence.ask." + told.question().key()),
                        told.turns().stream()
                                .map(each -> new ConfidenceLine.Turn(
                                        Line.Cell.of(each.before()),
                                        Line.Cell.of(each.after()),
                                        s.say("confidence.way." + each.way().key())))
                                .toList()))
                .toList();
    }

    /** The groups somebody may say they speak for. */
    static List<Option> groups(Screen s, Community community) {
        return community.listPerspectives().stream()
                .map(each -> new Option(each.id().toString(), s.pick(each.nameEn(), each.nameCy())))
                .toList();
    }

    private static String to(Screen s, UUID spiral) {
        return s.to("/patterns/confidence?spiral=" + spiral);
    }
}
