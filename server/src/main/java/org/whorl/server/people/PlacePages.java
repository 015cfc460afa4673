package org.whorl.server.people;

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
import org.whorl.server.design.Screen;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** The places of a partnership as a tree: the region, the places in it, the neighbourhoods in those. */
@Controller
@RequestMapping("/p/{slug}/places")
class PlacePages {

    private static final List<Merge.Field> FIELDS = List.of(
            new Merge.Field("name-en", "name_en", "place.name-en"),
            new Merge.Field("name-cy", "name_cy", "place.name-cy"));

    private final Community community;
    private final Structure structure;

    PlacePages(Community community, Structure structure) {
        this.community = community;
        this.structure = structure;
    }

    @GetMapping
    ResponseEntity<String> tree(Screen s) {
        return s.show("people/places", Map.of("places", community.listPlaces()));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> change(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.CHANGE_PARTNERSHIP);
        Place place = place(id);
        form.preset("version", Integer.toString(place.version()))
                .preset("name-en", place.nameEn())
                .preset("name-cy", place.nameCy());
        return s.show("people/place", parts(form, place, Optional.empty(), false));
    }

    @PostMapping("/{id}")
    ResponseEntity<String> doChange(Screen s, Form form, @PathVariable UUID id) {
        if (!isNamed(form)) {
            return s.again("people/place", parts(form, place(id), Optional.empty(), false));
        }
        Saved saved = structure.renamePlace(
                id, form.number("version").orElse(0), form.value("name-en"), form.value("name-cy"));
        return switch (saved) {
            case Saved.Yes yes -> s.leaveFor(s.to("/places"), "saved", Place.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, FIELDS, UnaryOperator.identity());
                yield s.again("people/place", parts(merge.form(), place(id), Optional.of(merge), false));
            }
            case Saved.Gone _ -> throw new NoSuchElementException("no such place");
        };
    }

    @GetMapping("/{id}/new")
    ResponseEntity<String> add(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.CHANGE_PARTNERSHIP);
        return s.show("people/place", parts(form, place(id), Optional.empty(), true));
    }

    @PostMapping("/{id}/new")
    ResponseEntity<String> doAdd(Screen s, Form form, @PathVariable UUID id) {
        if (!isNamed(form)) {
            return s.again("people/place", parts(form, place(id), Optional.empty(), true));
        }
        if (!structure.addPlace(id, form.value("name-en"), form.value("name-cy"))) {
            throw new NoSuchElementException("nothing lies in a neighbourhood");
        }
        return s.leaveFor(s.to("/places"), "saved");
    }

    private static boolean isNamed(Form form) {
        form.require("name-en", "place.name-en.blank");
        form.require("name-cy", "place.name-cy.blank");
        return form.isRight();
    }

    private static Map<String, Object> parts(Form form, Place place, Optional<Merge> merge, boolean inside) {
        return Map.of("form", form, "spot", place, "merge", merge, "inside", inside);
    }

    private Place place(UUID id) {
        return community.listPlaces().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
