package org.whorl.server.spirals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** How far what was first asked for has got. */
@Controller
@RequestMapping("/p/{slug}/spirals/{id}/first-ask")
class FirstAskPages {

    private static final List<Merge.Field> FIELDS = List.of(
            new Merge.Field("state", "state", "first-ask.state"), new Merge.Field("note", "note", "first-ask.note"));

    private final Spirals spirals;

    FirstAskPages(Spirals spirals) {
        this.spirals = spirals;
    }

    @GetMapping
    ResponseEntity<String> show(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.CHANGE_SCOPE);
        FirstAsk ask = spirals.findFirstAsk(id).orElseThrow();
        form.preset("version", Integer.toString(ask.version()))
                .preset("state", ask.state().key())
                .preset("note", ask.note());
        return s.show("spirals/first-ask", parts(s, form, ask, Optional.empty()));
    }

    @PostMapping
    ResponseEntity<String> change(Screen s, Form form, @PathVariable UUID id) {
        FirstAsk ask = spirals.findFirstAsk(id).orElseThrow();
        Optional<FirstAsk.State> state = Arrays.stream(FirstAsk.State.values())
                .filter(each -> each.key().equals(form.value("state")))
                .findFirst();
        if (state.isEmpty()) {
            form.refuse("state", "first-ask.state.blank");
        } else if (state.get() != FirstAsk.State.OPEN) {
            form.require("note", "first-ask.note.blank");
        }
        if (!form.isRight()) {
            return s.again("spirals/first-ask", parts(s, form, ask, Optional.empty()));
        }
        int version = form.number("version").orElse(0);
        return switch (spirals.changeFirstAsk(id, version, state.orElseThrow(), form.value("note"))) {
            case Saved.Yes yes ->
                s.leaveFor(s.to("/spirals/" + id), "saved", FirstAsk.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, FIELDS, UnaryOperator.identity());
                yield s.again("spirals/first-ask", parts(s, merge.form(), ask, Optional.of(merge)));
            }
            case Saved.Gone _ -> throw new NoSuchElementException("no such spiral");
        };
    }

    private static Map<String, Object> parts(Screen s, Form form, FirstAsk ask, Optional<Merge> merge) {
        List<Option> states = Arrays.stream(FirstAsk.State.values())
                .map(state -> new Option(state.key(), s.say("first-ask.is." + state.key())))
                .toList();
        return Map.of("form", form, "ask", ask, "states", states, "merge", merge);
    }
}
