package org.whorl.server.strengths;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Partner;
import org.whorl.server.stories.Heard;
import org.whorl.server.stories.Kind;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** What people offer: members here, and beside them what residents have told and may be heard. */
@Controller
@RequestMapping("/p/{slug}/offers")
class OfferPages {

    private static final int LONGEST = 500;

    private static final List<Merge.Field> FIELDS = List.of(
            new Merge.Field("give", "give", "offer.give"),
            new Merge.Field("what", "what", "offer.what"),
            new Merge.Field("minutes", "minutes", "offer.minutes"),
            new Merge.Field("amount", "amount", "offer.amount"),
            new Merge.Field("place", "place", "asset.place"),
            new Merge.Field("times", "times", "offer.times"),
            new Merge.Field("from", "from_day", "offer.from"),
            new Merge.Field("until", "until_day", "offer.until"),
            new Merge.Field("partner", "partner", "offer.partner"));

    private final Offers offers;
    private final Heard heard;
    private final Community community;
    private final Clock clock;

    OfferPages(Offers offers, Heard heard, Community community, Clock clock) {
        this.offers = offers;
        this.heard = heard;
        this.community = community;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> all(Screen s) {
        return s.show(
                "strengths/offers",
                Map.of(
                        "offers",
                        offers.list(),
                        "told",
                        heard.list().stream()
                                .filter(each -> each.kind() == Kind.OFFER)
                                .toList(),
                        "places",
                        Option.names(Places.options(s, community)),
                        "partners",
                        Option.names(partners(s))));
    }

    @GetMapping("/new")
    ResponseEntity<String> start(Screen s, Form form, @RequestParam Map<String, String> put) {
        s.refuseUnless(Action.OFFER);
        return s.show("strengths/offer-edit", editing(s, form.presetAll(put), Optional.empty(), Optional.empty()));
    }

    @PostMapping("/new")
    ResponseEntity<String> doStart(Screen s, Form form) {
        s.refuseUnless(Action.OFFER);
        UUID id = UUID.randomUUID();
        Optional<Offer> offer =
                offer(form, id, s.viewer().member().orElseThrow(), s.language().code());
        if (offer.isEmpty()) {
            return s.again("strengths/offer-edit", editing(s, form, Optional.empty(), Optional.empty()));
        }
        offers.offer(offer.get());
        return s.leaveFor(s.to("/offers"), "offer.done");
    }

    @GetMapping("/{id}")
    ResponseEntity<String> change(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.OFFER);
        Offer offer = offers.findMine(id).orElseThrow();
        Form form = new Form(Map.of(
                "version",
                Integer.toString(offer.version()),
                "give",
                offer.give().key(),
                "what",
                offer.what(),
                "minutes",
                offer.minutes().map(String::valueOf).orElse(""),
                "amount",
                offer.amount(),
                "place",
                offer.place().map(UUID::toString).orElse(""),
                "times",
                offer.when().times(),
                "from",
                offer.when().from().map(LocalDate::toString).orElse(""),
                "until",
                offer.when().until().map(LocalDate::toString).orElse(""),
                "partner",
                offer.partner().map(UUID::toString).orElse("")));
        return s.show("strengths/offer-edit", editing(s, form, Optional.of(offer), Optional.empty()));
    }

    @PostMapping("/{id}")
    ResponseEntity<String> doChange(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.OFFER);
        Optional<Offer> before = offers.findMine(id);
        if (before.isEmpty()) {
            return s.refused("offer.gone", s.to("/offers"));
        }
        Optional<Offer> wanted =
                offer(form, id, before.get().member(), before.get().language());
        if (wanted.isEmpty()) {
            return s.again("strengths/offer-edit", editing(s, form, before, Optional.empty()));
        }
        return switch (offers.change(wanted.get())) {
            case Saved.Yes yes -> s.leaveFor(s.to("/offers"), "saved", Offer.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, FIELDS, UnaryOperator.identity());
                yield s.again("strengths/offer-edit", editing(s, merge.form(), before, Optional.of(merge)));
            }
            case Saved.Gone _ -> s.refused("offer.gone", s.to("/offers"));
        };
    }

    @PostMapping("/{id}/withdraw")
    ResponseEntity<String> withdraw(Screen s, Form form, @PathVariable UUID id) {
        return switch (offers.withdraw(id, form.number("version").orElse(0))) {
            case Saved.Yes yes ->
                s.leaveFor(s.to("/offers"), "offer.withdrawn", Offer.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict _ -> s.refused("asset.changed-first", s.to("/offers/" + id));
            case Saved.Gone _ -> s.refused("offer.gone", s.to("/offers"));
        };
    }

    /** What was put in; nothing while something of it is wrong. */
    private Optional<Offer> offer(Form form, UUID id, UUID member, String language) {
        Optional<Give> give = Give.find(form.value("give"));
        if (give.isEmpty()) {
            form.refuse("give", "offer.give.blank");
        }
        form.require("what", "offer.what.blank");
        if (form.value("what").length() > LONGEST) {
            form.refuse("what", "offer.what.long");
        }
        Optional<Integer> minutes = form.number("minutes").filter(number -> number > 0);
        if (minutes.isEmpty() && !form.value("minutes").isEmpty()) {
            form.refuse("minutes", "offer.minutes.wrong");
        }
        Optional<LocalDate> from = form.day("from", "day.wrong");
        Optional<LocalDate> until = form.day("until", "day.wrong");
        if (until.isPresent() && until.get().isBefore(from.orElse(until.get()))) {
            form.refuse("until", "offer.until.wrong");
        }
        if (!form.isRight()) {
            return Optional.empty();
        }
        return Optional.of(new Offer(
                id,
                give.orElseThrow(),
                form.value("what"),
                language,
                minutes,
                cut(form.value("amount")),
                Places.chosen(community, form.value("place")),
                new Offer.When(cut(form.value("times")), from, until),
                member,
                "",
                form.chosen("partner", community.listPartners(), Partner::id),
                LocalDate.now(clock),
                form.number("version").orElse(1)));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private Map<String, Object> editing(Screen s, Form form, Optional<Offer> before, Optional<Merge> merge) {
        List<Option> gives = Arrays.stream(Give.values())
                .map(give -> new Option(give.key(), s.say("give." + give.key())))
                .toList();
        List<Option> places = Places.options(s, community);
        Map<String, String> names = new HashMap<>();
        List.of(gives, places, partners(s)).forEach(options -> names.putAll(Option.names(options)));
        return Map.of(
                "form",
                form,
                "before",
                before,
                "merge",
                merge,
                "gives",
                gives,
                "places",
                places,
                "partners",
                partners(s),
                "names",
                names);
    }

    private List<Option> partners(Screen s) {
        return community.listPartners().stream()
                .map(partner -> new Option(partner.id().toString(), s.pick(partner.nameEn(), partner.nameCy())))
                .toList();
    }
}
