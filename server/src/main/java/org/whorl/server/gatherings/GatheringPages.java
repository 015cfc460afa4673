package org.whorl.server.gatherings;

import com.google.zxing.WriterException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.QrPicture;
import org.whorl.server.trust.Action;

/** Gatherings from the partnership's side: opening and leading one, the wall, and what came of it. */
@Controller
@RequestMapping("/p/{slug}/patterns/gatherings")
class GatheringPages {

    private static final int LONGEST = 200;

    private final Gatherings gatherings;
    private final Live live;

    GatheringPages(Gatherings gatherings, Live live) {
        this.gatherings = gatherings;
        this.live = live;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s, Form form) {
        return s.show("gatherings/list", listed(s, form));
    }

    @PostMapping
    ResponseEntity<String> open(Screen s, Form form) {
        s.refuseUnless(Action.GATHER);
        form.require("question", "gather.question.blank");
        form.require("group", "gather.group.blank");
        for (String field : List.of("question", "group")) {
            if (form.value(field).length() > LONGEST) {
                form.refuse(field, "gather.too-long");
            }
        }
        if (Recipe.of(form.value("recipe")).filter(Recipe::isOffered).isEmpty()) {
            form.refuse("recipe", "gather.recipe.blank");
        }
        if (!form.isRight()) {
            return s.again("gatherings/list", listed(s, form));
        }
        UUID id = gatherings.open(
                form.value("question"),
                form.value("group"),
                s.language().code(),
                Recipe.of(form.value("recipe")).orElseThrow());
        return s.leaveFor(s.to("/patterns/gatherings/" + id));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> one(Screen s, @PathVariable UUID id) throws WriterException {
        Gathering gathering = gatherings.find(id).orElseThrow();
        boolean leads = s.may(Action.GATHER) && gathering.state() != Gathering.State.ENDED;
        return leads ? s.show("gatherings/lead", onWall(s, id)) : s.show("gatherings/outcome", outcome(id));
    }

    @PostMapping("/{id}")
    ResponseEntity<String> move(Screen s, Form form, @PathVariable UUID id) throws WriterException {
        Gathering.Move move = Gathering.Move.of(form.value("move")).orElseThrow();
        if (move == Gathering.Move.BACK && !gatherings.find(id).orElseThrow().mayGoBack()) {
            return one(s.refuse("gather.no-back", s.to("/patterns/gatherings/" + id)), id);
        }
        gatherings.move(id, form.number("at").orElse(-2), move);
        live.tell(id);
        return s.leaveFor(s.to("/patterns/gatherings/" + id));
    }

    @PostMapping("/{id}/ideas/{idea}")
    ResponseEntity<String> hide(Screen s, Form form, @PathVariable UUID id, @PathVariable UUID idea) {
        gatherings.hide(id, idea, !form.ticked("back"));
        live.tell(id);
        return s.leaveFor(s.to("/patterns/gatherings/" + id));
    }

    /** For everybody in the room to see. */
    @GetMapping("/{id}/wall")
    ResponseEntity<String> wall(Screen s, @PathVariable UUID id) throws WriterException {
        return s.show("gatherings/wall", onWall(s, id));
    }

    @GetMapping("/{id}/live")
    SseEmitter live(@PathVariable UUID id) {
        gatherings.look(id);
        return live.listen(id);
    }

    @GetMapping("/{id}/outcome.csv")
    ResponseEntity<byte[]> csv(Screen s, @PathVariable UUID id) {
        byte[] table =
                OutcomeTable.of(s, gatherings.findOutcome(id).orElseThrow()).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=utf-8"))
                .header("Content-Disposition", "attachment; filename=\"gathering.csv\"")
                .body(table);
    }

    private Map<String, Object> listed(Screen s, Form form) {
        List<Gathering> all = gatherings.list();
        return Map.of(
                "form",
                form,
                "open",
                all.stream().filter(each -> each.endedAt().isEmpty()).toList(),
                "past",
                all.stream()
                        .filter(each -> each.endedAt().isPresent())
                        .map(each -> gatherings.findOutcome(each.id()).orElseThrow())
                        .toList(),
                "recipes",
                Recipe.offered().stream()
                        .map(each -> new Option(each.key(), s.say("recipe." + each.key())))
                        .toList());
    }

    private Map<String, Object> outcome(UUID id) {
        return Map.of("outcome", gatherings.findOutcome(id).orElseThrow());
    }

    private Map<String, Object> onWall(Screen s, UUID id) throws WriterException {
        Sight sight = gatherings.look(id);
        Map<String, Object> parts = new HashMap<>();
        String base =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        String address = base + "/j/" + sight.gathering().code();
        parts.put("sight", sight);
        parts.put("here", base.replaceFirst("^https?://", "") + "/j");
        parts.put("qr", QrPicture.of(address, s.say("gather.qr", address)));
        return parts;
    }
}
