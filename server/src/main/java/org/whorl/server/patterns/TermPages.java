package org.whorl.server.patterns;

import java.util.ArrayList;
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
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.people.Partner;
import org.whorl.server.trust.Action;

/** One word, several meanings: what each organisation means by it, and what it means here. */
@Controller
@RequestMapping("/p/{slug}/patterns/words")
class TermPages {

    private static final int LONGEST_WORD = 80;
    private static final int LONGEST = 600;
    private static final String NOBODYS = "none";

    private final Terms terms;
    private final Community community;

    TermPages(Terms terms, Community community) {
        this.terms = terms;
        this.community = community;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s, Form form) {
        return s.show("patterns/words", Map.of("form", form, "terms", terms.list()));
    }

    @PostMapping
    ResponseEntity<String> add(Screen s, Form form) {
        form.require("word", "term.word.blank");
        if (form.value("word").length() > LONGEST_WORD) {
            form.refuse("word", "term.word.long");
        }
        if (!form.isRight()) {
            return s.again("patterns/words", Map.of("form", form, "terms", terms.list()));
        }
        return s.leaveFor(s.to(
                "/patterns/words/" + terms.add(form.value("word"), s.language().code())));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> one(Screen s, Form form, @PathVariable UUID id) {
        return s.show("patterns/word", parts(s, form, terms.find(id).orElseThrow()));
    }

    @PostMapping("/{id}")
    ResponseEntity<String> mean(Screen s, Form form, @PathVariable UUID id) {
        Term term = terms.find(id).orElseThrow();
        require(form, "says", "term.says.blank");
        Optional<Option> partner = partners(s).stream()
                .filter(option -> option.value().equals(form.value("partner")))
                .findFirst();
        if (partner.isEmpty()) {
            form.refuse("partner", "term.partner.blank");
        }
        if (!form.isRight()) {
            return s.again("patterns/word", parts(s, form, term));
        }
        terms.mean(
                id,
                partner.map(Option::value)
                        .filter(value -> !value.equals(NOBODYS))
                        .map(UUID::fromString),
                form.value("says"),
                s.language().code());
        return s.leaveFor(s.to("/patterns/words/" + id), "saved");
    }

    @PostMapping("/{id}/here")
    ResponseEntity<String> agree(Screen s, Form form, @PathVariable UUID id) {
        Term term = terms.find(id).orElseThrow();
        require(form, "agreed", "term.agreed.blank");
        require(form, "why", "term.why.blank");
        if (!form.isRight()) {
            return s.again("patterns/word", parts(s, form, term));
        }
        terms.agree(id, form.value("agreed"), s.language().code(), form.value("why"));
        return s.leaveFor(s.to("/patterns/words/" + id), "saved");
    }

    private static void require(Form form, String field, String blank) {
        form.require(field, blank);
        if (form.value(field).length() > LONGEST) {
            form.refuse(field, "term.long");
        }
    }

    private Map<String, Object> parts(Screen s, Form form, Term term) {
        if (s.may(Action.SEE_PEOPLE)) {
            s.viewer()
                    .member()
                    .flatMap(community::findMember)
                    .flatMap(Member::partner)
                    .ifPresent(partner -> form.preset("partner", partner.id().toString()));
        }
        List<Option> partners = partners(s);
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("term", term);
        parts.put("earlier", terms.listEarlier(term.id()));
        parts.put("partners", partners);
        parts.put("names", Option.names(partners));
        parts.put("nobodys", NOBODYS);
        return parts;
    }

    private List<Option> partners(Screen s) {
        List<Option> partners = new ArrayList<>();
        for (Partner partner : community.listPartners()) {
            partners.add(new Option(partner.id().toString(), s.pick(partner.nameEn(), partner.nameCy())));
        }
        partners.add(new Option(NOBODYS, s.say("term.nobodys")));
        return partners;
    }
}
