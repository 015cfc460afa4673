package org.whorl.server.stories;

import com.google.zxing.WriterException;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Place;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.people.QrPicture;
import org.whorl.server.trust.Action;

/**
 * A board for a workshop: a card, Enter, the next card. The codes of the cards stand on the page alone and go along with its
 * form, since of a code only the fingerprint is kept; they are printed as slips before the page is left.
 */
@Controller
@RequestMapping("/p/{slug}/workshops")
class WorkshopPages {

    private static final int MOST_CODES = 300;

    private final Workshops workshops;
    private final Stories stories;
    private final Intake intake;
    private final Community community;

    WorkshopPages(Workshops workshops, Stories stories, Community community, Intake intake) {
        this.intake = intake;
        this.workshops = workshops;
        this.stories = stories;
        this.community = community;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s, Form form, @RequestParam Optional<UUID> spiral) {
        s.refuseUnless(Action.SHARE_TELLING);
        form.preset("said", s.say("workshop.said.usual"))
                .preset("teller", "typed")
                .preset("age", "adult");
        return s.show("stories/workshops", listed(s, form, stories.find(spiral).orElseThrow()));
    }

    @PostMapping
    ResponseEntity<String> open(Screen s, Form form, @RequestParam Optional<UUID> spiral) {
        s.refuseUnless(Action.SHARE_TELLING);
        Where where = stories.find(spiral).orElseThrow();
        List<Place> places = community.listPlaces();
        form.require("name", "workshop.name.blank");
        form.require("said", "workshop.said.blank");
        if (form.value("name").length() > TellForm.LONGEST_LINE) {
            form.refuse("name", "tell.too-long");
        }
        if (form.value("said").length() > TellForm.LONGEST) {
            form.refuse("said", "tell.too-long");
        }
        List.of(Step.TELLER, Step.AGE, Step.PLACE, Step.AUDIENCE).forEach(step -> TellForm.check(step, form, places));
        if (!form.isRight()) {
            return s.again("stories/workshops", listed(s, form, where));
        }
        Optional<UUID> place = TellForm.place(form, places);
        Workshop workshop = new Workshop(
                UUID.randomUUID(),
                form.value("name"),
                where.spiral(),
                form.value("said"),
                form.value("teller"),
                TellForm.age(form).orElseThrow(),
                place.isPresent() ? where.nation() : form.value("where"),
                place,
                TellForm.audiences(form),
                true);
        workshops.open(workshop);
        // No notice: it would take the place of the card under the keys.
        return s.leaveFor(s.to("/workshops/" + workshop.id()));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> board(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.SHARE_TELLING);
        return s.show("stories/workshop", board(s, workshops.find(id).orElseThrow(), form, false));
    }

    /** Takes in a card. Sent twice it is one, for its code is the form's key. */
    @PostMapping("/{id}")
    ResponseEntity<String> add(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.SHARE_TELLING);
        Workshop workshop = workshops.find(id).orElseThrow();
        List<Place> places = community.listPlaces();
        if (!workshop.open()) {
            form.refuse("words", "workshop.closed");
        }
        List.of(Step.KIND, Step.WORDS, Step.TELLER, Step.AGE, Step.PLACE, Step.AUDIENCE)
                .forEach(step -> TellForm.check(step, form, places));
        // A card is read aloud and typed by others: what says who somebody is has no place on it.
        if (!Identifying.list(form.value("words")).isEmpty()) {
            form.refuse("words", "workshop.identifying");
        }
        if (!form.isRight()) {
            return s.again("stories/workshop", board(s, workshop, form, false));
        }
        TellForm.begin(form);
        Where where = stories.find(workshop.spiral()).orElseThrow();
        Telling card = TellForm.telling(
                form.replace("name-choice", "none")
                        .replace("answer", form.value("words-in"))
                        .replace("contact", ""),
                where,
                places,
                new Came("workshop", Optional.empty(), Optional.of(id)));
        intake.take(where, card);
        Map<String, String> next =
                new HashMap<>(Map.of("kind", form.value("kind"), "words-in", form.value("words-in")));
        next.put("where", form.value("where"));
        next.put("codes", String.join(" ", with(codes(form), card.code())));
        return s.show("stories/workshop", board(s, workshop, new Form(next), true));
    }

    @PostMapping("/{id}/slips")
    ResponseEntity<String> slips(Screen s, Form form, @PathVariable UUID id) throws WriterException {
        s.refuseUnless(Action.SHARE_TELLING);
        List<Option> slips = new ArrayList<>();
        for (String code : codes(form)) {
            String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                    .path("/t/mine/" + code)
                    .toUriString();
            slips.add(new Option(code, QrPicture.of(address, s.say("workshop.qr", code))));
        }
        String own = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/t/mine")
                .toUriString();
        return s.show(
                "stories/workshop-slips",
                Map.of("workshop", workshops.find(id).orElseThrow(), "slips", slips, "own", own));
    }

    @PostMapping("/{id}/close")
    ResponseEntity<String> close(Screen s, Form form, @PathVariable UUID id) {
        workshops.close(id);
        if (!codes(form).isEmpty()) {
            // They stand nowhere else, and somebody may want to print them still.
            return s.show("stories/workshop", board(s, workshops.find(id).orElseThrow(), form, false));
        }
        return s.leaveFor(s.to("/workshops"), "workshop.is-closed");
    }

    private static List<String> codes(Form form) {
        return Arrays.stream(form.value("codes").split(" ", -1))
                .filter(PrivateCode::isOne)
                .distinct()
                .limit(MOST_CODES)
                .toList();
    }

    private static List<String> with(List<String> codes, String code) {
        List<String> all = new ArrayList<>(codes);
        if (!all.contains(code)) {
            all.add(code);
        }
        return all;
    }

    private Map<String, Object> listed(Screen s, Form form, Where where) {
        List<Place> places = community.listPlaces();
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("where", where);
        parts.put("workshops", workshops.list());
        parts.put("tellers", TellPages.options(s, Step.TELLER, places));
        parts.put("ages", TellPages.options(s, Step.AGE, places));
        parts.put("places", TellPages.options(s, Step.PLACE, places));
        return parts;
    }

    /** The board with an empty card, or with one that something is wrong with. */
    private Map<String, Object> board(Screen s, Workshop workshop, Form form, boolean added) {
        TellForm.begin(form);
        boolean fresh = form.value("age").isEmpty();
        form.preset("kind", Kind.STORY.key())
                .preset("words-in", s.language().code())
                .preset("where", workshop.where())
                .preset("teller", workshop.teller())
                .preset("age", workshop.age().key());
        if (fresh) {
            for (Audience audience : workshop.audiences()) {
                form.preset(TellForm.field(audience), "yes");
            }
        }
        List<Place> places = community.listPlaces();
        Map<String, Object> parts = new HashMap<>();
        parts.put("workshop", workshop);
        parts.put("form", form);
        parts.put("where", stories.find(workshop.spiral()).orElseThrow());
        parts.put("codes", codes(form));
        parts.put("given", workshops.countCards(workshop.id()));
        parts.put("added", added);
        parts.put("kinds", TellPages.options(s, Step.KIND, places));
        parts.put("languages", TellPages.options(s, Step.ANSWER, places));
        parts.put("places", TellPages.options(s, Step.PLACE, places));
        parts.put("tellers", TellPages.options(s, Step.TELLER, places));
        parts.put("ages", TellPages.options(s, Step.AGE, places));
        return parts;
    }
}
