package org.whorl.server.decisions;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.trust.Action;

/** Who sees to what: first what nobody does, then one's own, then everybody's. */
@Controller
@RequestMapping("/p/{slug}/responsibilities")
public class ChargePages {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final int LONGEST = 1_000;

    private final Charges charges;
    private final List<Charged> charged;
    private final Community community;
    private final Clock clock;

    ChargePages(Charges charges, List<Charged> charged, Community community, Clock clock) {
        this.charges = charges;
        this.charged = List.copyOf(charged);
        this.community = community;
        this.clock = clock;
    }

    /**
     * Somebody, and what they see to.
     *
     * @param name what they are called; blank for whoever may not see who takes part
     * @param charges what they see to
     */
    public record Person(String name, List<Charge> charges) {

        /** Keeps a copy. */
        public Person {
            charges = List.copyOf(charges);
        }
    }

    @GetMapping
    ResponseEntity<String> map(Screen s, Form form) {
        return map(s, form, Optional.empty());
    }

    private ResponseEntity<String> map(Screen s, Form form, Optional<String> wrong) {
        List<Charge> all = all(s);
        Optional<UUID> me = s.viewer().member();
        Map<String, List<Charge>> people = new LinkedHashMap<>();
        all.stream()
                .filter(each ->
                        !isNobodys(each) && (me.isEmpty() || !each.owner().equals(me)))
                .sorted((a, b) -> s.texts().order().compare(a.ownerName(), b.ownerName()))
                .forEach(each -> people.computeIfAbsent(each.ownerName(), _ -> new ArrayList<>())
                        .add(each));
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("wrong", wrong.orElse(""));
        parts.put("today", LocalDate.ofInstant(clock.instant(), HERE));
        parts.put("nobodys", all.stream().filter(ChargePages::isNobodys).toList());
        parts.put(
                "mine",
                all.stream()
                        .filter(each -> me.isPresent() && each.owner().equals(me))
                        .toList());
        parts.put(
                "people",
                people.entrySet().stream()
                        .map(each -> new Person(each.getKey(), each.getValue()))
                        .toList());
        parts.put(
                "members",
                s.may(Action.TAKE_CHARGE)
                        ? community.listMembers().stream()
                                .map(each -> new Option(each.id().toString(), each.name()))
                                .toList()
                        : List.of());
        return form.isRight()
                ? s.show("decisions/responsibilities", parts)
                : s.again("decisions/responsibilities", parts);
    }

    /** A number answered for by somebody who is no member is answered for. */
    private static boolean isNobodys(Charge charge) {
        return charge.isNobodys()
                && !(charge.thing().kind().equals("numbers")
                        && !charge.thing().ownerName().isEmpty());
    }

    @PostMapping("/give")
    ResponseEntity<String> give(Screen s, Form form) {
        mayTake(s);
        Charge charge = find(s, form).filter(each -> each.thing().isNamedHere()).orElseThrow();
        Optional<UUID> member = form.chosen("member", community.listMembers(), Member::id);
        if (member.isEmpty()) {
            form.refuse("member-" + charge.thing().kind() + "-" + charge.thing().subject(), "charge.member.blank");
            return map(s, form, Optional.of(charge.thing().subject()));
        }
        boolean given =
                charges.give(charge.thing(), member.get(), form.number("seen").orElse(0));
        return came(s, given, "charge.given", "charge.given-first");
    }

    @PostMapping("/accept")
    ResponseEntity<String> accept(Screen s, Form form) {
        mayTake(s);
        boolean done = charges.answer(
                find(s, form).orElseThrow(), true, "", s.language().code());
        return came(s, done, "charge.accepted", "charge.not-yours");
    }

    @PostMapping("/hand-back")
    ResponseEntity<String> handBack(Screen s, Form form) {
        mayTake(s);
        Charge charge = find(s, form).orElseThrow();
        String why = form.value("why");
        if (why.isBlank() || why.length() > LONGEST) {
            form.refuse("why-" + charge.thing().kind() + "-" + charge.thing().subject(), "charge.why.blank");
            return map(s, form, Optional.of(charge.thing().subject()));
        }
        boolean done = charges.answer(charge, false, why, s.language().code());
        return came(s, done, "charge.handed-back", "charge.not-yours");
    }

    private static ResponseEntity<String> came(Screen s, boolean done, String notice, String refusal) {
        String page = s.to("/responsibilities");
        return done ? s.leaveFor(page, notice) : s.refused(refusal, page);
    }

    private List<Charge> all(Screen s) {
        return charges.of(
                charged.stream().flatMap(each -> each.list(s).stream()).toList());
    }

    private Optional<Charge> find(Screen s, Form form) {
        return all(s).stream()
                .filter(each -> each.thing().kind().equals(form.value("kind"))
                        && each.thing().subject().equals(form.value("subject")))
                .findFirst();
    }

    private static void mayTake(Screen s) {
        s.refuseUnless(Action.TAKE_CHARGE);
    }
}
