package org.whorl.server.people;

import java.time.LocalDate;
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

/** The organisations of a partnership, since when they are there, and what they were before. */
@Controller
@RequestMapping("/p/{slug}/partners")
class PartnerPages {

    private static final List<Merge.Field> FIELDS = List.of(
            new Merge.Field("name-en", "name_en", "partner.name-en"),
            new Merge.Field("name-cy", "name_cy", "partner.name-cy"),
            new Merge.Field("kind", "kind", "partner.kind"),
            new Merge.Field("began", "began_on", "partner.began"),
            new Merge.Field("ended", "ended_on", "partner.ended"));

    private final Community community;
    private final Structure structure;

    PartnerPages(Community community, Structure structure) {
        this.community = community;
        this.structure = structure;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s) {
        return s.show(
                "people/partners",
                Map.of("partners", community.listPartners(), "earlier", structure.listEarlierPartners()));
    }

    @GetMapping("/new")
    ResponseEntity<String> add(Screen s, Form form) {
        s.refuseUnless(Action.CHANGE_PARTNERSHIP);
        return s.show("people/partner", parts(s, form.preset("kind", "health"), Optional.empty(), "partner.new"));
    }

    @PostMapping("/new")
    ResponseEntity<String> doAdd(Screen s, Form form) {
        Partner wanted = read(form, UUID.randomUUID());
        if (!form.isRight()) {
            return s.again("people/partner", parts(s, form, Optional.empty(), "partner.new"));
        }
        structure.add(wanted);
        return s.leaveFor(s.to("/partners"), "saved");
    }

    @GetMapping("/{id}")
    ResponseEntity<String> change(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.CHANGE_PARTNERSHIP);
        Partner partner = community.listPartners().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        form.preset("version", Integer.toString(partner.version()))
                .preset("name-en", partner.nameEn())
                .preset("name-cy", partner.nameCy())
                .preset("kind", partner.kind())
                .preset("began", partner.beganOn().map(LocalDate::toString).orElse(""))
                .preset("ended", partner.endedOn().map(LocalDate::toString).orElse(""));
        return s.show("people/partner", parts(s, form, Optional.empty(), "partner.change"));
    }

    @PostMapping("/{id}")
    ResponseEntity<String> doChange(Screen s, Form form, @PathVariable UUID id) {
        Partner wanted = read(form, id);
        if (!form.isRight()) {
            return s.again("people/partner", parts(s, form, Optional.empty(), "partner.change"));
        }
        return switch (structure.change(wanted)) {
            case Saved.Yes yes -> s.leaveFor(s.to("/partners"), "saved", Partner.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, FIELDS, UnaryOperator.identity());
                yield s.again("people/partner", parts(s, merge.form(), Optional.of(merge), "partner.change"));
            }
            case Saved.Gone _ -> throw new NoSuchElementException("no such partner");
        };
    }

    private static Partner read(Form form, UUID id) {
        form.require("name-en", "partner.name-en.blank");
        form.require("name-cy", "partner.name-cy.blank");
        String kind = Partner.KINDS.contains(form.value("kind")) ? form.value("kind") : "other";
        Optional<LocalDate> began = form.day("began", "day.wrong");
        Optional<LocalDate> ended = form.day("ended", "day.wrong");
        if (began.isPresent() && ended.isPresent() && ended.get().isBefore(began.get())) {
            form.refuse("ended", "partner.ended.order");
        }
        return new Partner(
                id,
                form.value("name-en"),
                form.value("name-cy"),
                kind,
                began,
                ended,
                form.number("version").orElse(0));
    }

    private static Map<String, Object> parts(Screen s, Form form, Optional<Merge> merge, String title) {
        List<Option> kinds = Partner.KINDS.stream()
                .map(kind -> new Option(kind, s.say("partner.kind." + kind)))
                .toList();
        return Map.of("form", form, "kinds", kinds, "merge", merge, "title", title);
    }
}
