package org.whorl.server.patterns;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.whorl.server.people.Perspective;
import org.whorl.server.stories.Heard;
import org.whorl.server.stories.Released;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** Claims: begun with one sentence, given quotes, read in several ways, published, taken back. */
@Controller
@RequestMapping("/p/{slug}/patterns/claims")
class ClaimPages {

    private static final int LONGEST = 1_000;
    private static final int LONGEST_SENTENCE = 300;

    private final Claims claims;
    private final Heard heard;
    private final Community community;
    private final Clock clock;

    ClaimPages(Claims claims, Heard heard, Community community, Clock clock) {
        this.claims = claims;
        this.heard = heard;
        this.community = community;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> all(Screen s, Form form, @RequestParam Map<String, String> put) {
        // Words may be put in by a link, as from what a gathering came to.
        return s.show("patterns/claims", listed(s, form.presetAll(put)));
    }

    @PostMapping
    ResponseEntity<String> begin(Screen s, Form form) {
        s.refuseUnless(Action.MAKE_SENSE);
        checkWords(form, "sentence", "claim.sentence.blank", LONGEST_SENTENCE);
        if (!form.isRight()) {
            return s.again("patterns/claims", listed(s, form));
        }
        UUID id = UUID.randomUUID();
        claims.begin(new Claim(
                id,
                Claim.State.DRAFT,
                form.value("sentence"),
                s.language().code(),
                clock.instant(),
                Optional.empty(),
                1));
        String from = form.value("address");
        if (from.startsWith(s.to("/")) && from.length() <= LONGEST && isLinkName(form)) {
            claims.addLink(
                    id,
                    new Claim.Link(
                            from.substring(s.to("").length()),
                            form.value("link-name"),
                            s.language().code()));
        }
        return s.leaveFor(s.to("/patterns/claims/" + id), "claim.begun");
    }

    @GetMapping("/{id}")
    ResponseEntity<String> claim(Screen s, Form form, @PathVariable UUID id) {
        return s.show("patterns/claim", parts(s, form, claims.find(id).orElseThrow()));
    }

    @PostMapping("/{id}/sentence")
    ResponseEntity<String> change(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        checkWords(form, "sentence", "claim.sentence.blank", LONGEST_SENTENCE);
        if (!form.isRight()) {
            return s.again("patterns/claim", parts(s, form, claims.find(id).orElseThrow()));
        }
        Saved saved = claims.change(id, form.number("version").orElse(0), form.value("sentence"));
        if (saved instanceof Saved.Conflict) {
            // What was typed stays in the box, beside what somebody else saved.
            form.refuse("sentence", "claim.changed-first");
            return s.again("patterns/claim", parts(s, form, claims.find(id).orElseThrow()));
        }
        return left(s, id, "saved", saved);
    }

    @PostMapping("/{id}/publish")
    ResponseEntity<String> publish(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        Claim claim = claims.find(id).orElseThrow();
        String told = s.say("claim.told", claim.sentence());
        return switch (claims.publish(
                id, form.number("version").orElse(0), told, s.language().code())) {
            case Claim.Published.Done done -> left(s, id, "claim.published", done.saved());
            case Claim.Published.NoQuote _ -> {
                form.refuse("quotes", "claim.no-quote");
                yield s.again("patterns/claim", parts(s, form, claim));
            }
        };
    }

    @PostMapping("/{id}/take-back")
    ResponseEntity<String> takeBack(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        return left(
                s,
                id,
                "claim.taken-back",
                claims.takeBack(id, form.number("version").orElse(0)));
    }

    @PostMapping("/{id}/aside")
    ResponseEntity<String> setAside(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        return claims.setAside(id, form.number("version").orElse(0)) instanceof Saved.Yes yes
                ? s.leaveFor(s.to("/patterns/claims"), "claim.aside", Claim.VERSIONED.kind(), id, yes.version())
                : refused(s, id, "claim.changed-first");
    }

    @GetMapping("/{id}/quote")
    ResponseEntity<String> choose(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        return s.show("patterns/quote-from", Map.of("claim", claims.find(id).orElseThrow(), "stories", heard.list()));
    }

    @GetMapping("/{id}/quote/{story}")
    ResponseEntity<String> quote(Screen s, Form form, @PathVariable UUID id, @PathVariable UUID story) {
        s.refuseUnless(Action.MAKE_SENSE);
        return s.show("patterns/quote", quoting(form, id, heard.find(story).orElseThrow()));
    }

    @PostMapping("/{id}/quote/{story}")
    ResponseEntity<String> doQuote(Screen s, Form form, @PathVariable UUID id, @PathVariable UUID story) {
        s.refuseUnless(Action.MAKE_SENSE);
        Released from = heard.find(story).orElseThrow();
        Optional<Passage> passage = Quotes.chosen(form, from);
        if (passage.isEmpty()) {
            form.refuse("sentence-0", "quote.blank");
            return s.again("patterns/quote", quoting(form, id, from));
        }
        boolean done = claims.addQuote(id, passage.orElseThrow());
        return done ? s.leaveFor(path(s, id), "claim.quoted") : refused(s, id, "claim.not-draft");
    }

    @PostMapping("/{id}/unquote")
    ResponseEntity<String> unquote(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        boolean done = claims.removeQuote(id, UUID.fromString(form.value("quote")));
        return done ? s.leaveFor(path(s, id), "saved") : refused(s, id, "claim.not-draft");
    }

    @PostMapping("/{id}/reading")
    ResponseEntity<String> read(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        checkWords(form, "reading", "claim.reading.blank", LONGEST);
        if (!form.isRight()) {
            return s.again("patterns/claim", parts(s, form, claims.find(id).orElseThrow()));
        }
        claims.addReading(id, form.value("reading"), s.language().code());
        return s.leaveFor(path(s, id), "claim.reading.kept");
    }

    @PostMapping("/{id}/stance")
    ResponseEntity<String> stance(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        Optional<UUID> perspective = form.chosen("perspective", community.listPerspectives(), Perspective::id);
        if (perspective.isEmpty()) {
            form.refuse("perspective", "claim.perspective.blank");
        }
        if (!Claim.Stance.KINDS.contains(form.value("stance"))) {
            form.refuse("stance", "claim.stance.blank");
        }
        checkWords(form, "how", "claim.how.blank", LONGEST);
        if (!form.isRight()) {
            return s.again("patterns/claim", parts(s, form, claims.find(id).orElseThrow()));
        }
        claims.addStance(
                id,
                perspective.orElseThrow(),
                form.value("stance"),
                form.value("how"),
                s.language().code());
        return s.leaveFor(path(s, id), "saved");
    }

    @PostMapping("/{id}/link")
    ResponseEntity<String> link(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.MAKE_SENSE);
        // Only pages of this partnership: from the address somebody copied, whatever stands before it.
        String inside = form.value("address").replaceFirst("^https?://[^/]+", "");
        if (!inside.startsWith(s.to("/")) || inside.length() > LONGEST) {
            form.refuse("address", "claim.address.wrong");
        }
        checkWords(form, "link-name", "claim.link-name.blank", LONGEST_SENTENCE);
        if (!form.isRight()) {
            return s.again("patterns/claim", parts(s, form, claims.find(id).orElseThrow()));
        }
        claims.addLink(
                id,
                new Claim.Link(
                        inside.substring(s.to("").length()),
                        form.value("link-name"),
                        s.language().code()));
        return s.leaveFor(path(s, id), "saved");
    }

    private static boolean isLinkName(Form form) {
        int length = form.value("link-name").length();
        return length > 0 && length <= LONGEST_SENTENCE;
    }

    private ResponseEntity<String> left(Screen s, UUID id, String notice, Saved saved) {
        return saved instanceof Saved.Yes yes
                ? s.leaveFor(path(s, id), notice, Claim.VERSIONED.kind(), id, yes.version())
                : refused(s, id, "claim.changed-first");
    }

    private ResponseEntity<String> refused(Screen s, UUID id, String why) {
        return claim(s.refuse(why, path(s, id)), Form.empty(), id);
    }

    private Map<String, Object> listed(Screen s, Form form) {
        return Map.of(
                "form",
                form,
                "published",
                claims.listPublished(),
                "drafts",
                s.may(Action.SEE_DRAFTS) ? claims.listDrafts() : List.of());
    }

    private static Map<String, Object> quoting(Form form, UUID id, Released story) {
        return Map.of("form", form, "story", story, "claim", id);
    }

    private Map<String, Object> parts(Screen s, Form form, Claim claim) {
        List<Perspective> perspectives = community.listPerspectives();
        form.preset("sentence", claim.sentence());
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("claim", claim);
        parts.put("quotes", claims.listQuotes(claim.id()));
        parts.put("readings", claims.listReadings(claim.id()));
        parts.put("stances", claims.listStances(claim.id()));
        parts.put("links", claims.listLinks(claim.id()));
        parts.put("perspectives", perspectives);
        parts.put(
                "groups",
                perspectives.stream()
                        .map(each -> new Option(each.id().toString(), s.pick(each.nameEn(), each.nameCy())))
                        .toList());
        parts.put(
                "kinds",
                Claim.Stance.KINDS.stream()
                        .map(kind -> new Option(kind, s.say("claim.stance." + kind)))
                        .toList());
        return parts;
    }

    private static void checkWords(Form form, String field, String blank, int longest) {
        form.require(field, blank);
        if (form.value(field).length() > longest) {
            form.refuse(field, "tell.too-long");
        }
    }

    private static String path(Screen s, UUID id) {
        return s.to("/patterns/claims/" + id);
    }
}
