package org.whorl.server.people;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Screen;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** Whose voice is wanted, and whose must be there. */
@Controller
@RequestMapping("/p/{slug}/perspectives")
class PerspectivePages {

    private static final List<Merge.Field> FIELDS = List.of(
            new Merge.Field("name-en", "name_en", "perspective.name-en"),
            new Merge.Field("name-cy", "name_cy", "perspective.name-cy"),
            new Merge.Field("required", "required", "perspective.required"));

    private final Community community;
    private final Structure structure;

    PerspectivePages(Community community, Structure structure) {
        this.community = community;
        this.structure = structure;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s) {
        return s.show("people/perspectives", Map.of("perspectives", community.listPerspectives()));
    }

    @GetMapping("/new")
    ResponseEntity<String> add(Screen s, Form form) {
        s.refuseUnless(Action.CHANGE_PARTNERSHIP);
        return s.show("people/perspective", parts(form.preset("required", "yes"), Optional.empty(), "perspective.new"));
    }

    @PostMapping("/new")
    ResponseEntity<String> doAdd(Screen s, Form form) {
        if (!isNamed(form)) {
            return s.again("people/perspective", parts(form, Optional.empty(), "perspective.new"));
        }
        structure.add(read(form, UUID.randomUUID()));
        return s.leaveFor(s.to("/perspectives"), "saved");
    }

    @GetMapping("/{id}")
    ResponseEntity<String> change(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.CHANGE_PARTNERSHIP);
        Perspective perspective = community.listPerspectives().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        if (form.isEmpty() && perspective.required()) {
            form.preset("required", "yes");
        }
        form.preset("version", Integer.toString(perspective.version()))
                .preset("name-en", perspective.nameEn())
                .preset("name-cy", perspective.nameCy());
        return s.show("people/perspective", parts(form, Optional.empty(), "perspective.change"));
    }

    @PostMapping("/{id}")
    ResponseEntity<String> doChange(Screen s, Form form, @PathVariable UUID id) {
        if (!isNamed(form)) {
            return s.again("people/perspective", parts(form, Optional.empty(), "perspective.change"));
        }
        return switch (structure.change(read(form, id))) {
            case Saved.Yes yes ->
                s.leaveFor(s.to("/perspectives"), "saved", Perspective.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, FIELDS, PerspectivePages::inForm);
                yield s.again("people/perspective", parts(merge.form(), Optional.of(merge), "perspective.change"));
            }
            case Saved.Gone _ -> throw new NoSuchElementException("no such perspective");
        };
    }

    /** A box that is ticked says yes, one that is not says nothing. */
    private static String inForm(String kept) {
        return switch (kept) {
            case "true" -> "yes";
            case "false" -> "";
            default -> kept;
        };
    }

    private static boolean isNamed(Form form) {
        form.require("name-en", "perspective.name-en.blank");
        form.require("name-cy", "perspective.name-cy.blank");
        return form.isRight();
    }

    private static Perspective read(Form form, UUID id) {
        return new Perspective(
                id,
                form.value("name-en"),
                form.value("name-cy"),
                form.ticked("required"),
                form.number("version").orElse(0));
    }

    private static Map<String, Object> parts(Form form, Optional<Merge> merge, String title) {
        return Map.of("form", form, "merge", merge, "title", title);
    }
}
