package org.whorl.server.stories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;

/** Taking out of a story what could give somebody away: the machine suggests, a person decides, the teller agrees. */
@Controller
@RequestMapping("/p/{slug}/care/{id}")
class EditPages {

    /** What a photograph is looked at for; as in the form and in message keys. */
    private static final List<String> LOOKED_FOR = List.of("people", "house", "plate");

    private final Care care;
    private final Community community;
    private final Attachments attachments;

    EditPages(Care care, Community community, Attachments attachments) {
        this.care = care;
        this.community = community;
        this.attachments = attachments;
    }

    @GetMapping("/words")
    ResponseEntity<String> suggest(Screen s, Form form, @PathVariable UUID id) {
        Contribution told = told(id);
        return told.isOnlySpoken() && !told.isEdited()
                ? s.show("stories/care-listen", Map.of("form", form, "told", told))
                : s.show("stories/care-words", suggesting(s, form, told));
    }

    @PostMapping("/words")
    ResponseEntity<String> take(Screen s, Form form, @PathVariable UUID id) {
        Contribution told = told(id);
        if (form.value("listened").equals("no")) {
            form.require("heard", "care.listen.blank");
            return form.isRight()
                    ? s.show("stories/care-words", suggesting(s, form, told))
                    : s.again("stories/care-listen", Map.of("form", form, "told", told));
        }
        Contribution.Text text = begun(told, form);
        form.replace("version", Integer.toString(told.version()));
        form.replace("strength", taken(form, "strength", text.strength()));
        form.replace("words", taken(form, "words", text.words()));
        return s.show("stories/care-text", textParts(form, told));
    }

    private Map<String, Object> textParts(Form form, Contribution told) {
        Attachments.Held came = attachments.list(told.id());
        for (Photograph photograph : came.photographs()) {
            form.preset(
                    "photo-on-" + photograph.number(),
                    photograph.edited().isEmpty() ? photograph.description() : photograph.edited());
        }
        return Map.of("form", form, "told", told, "came", came);
    }

    @PostMapping("/offer")
    ResponseEntity<String> offer(Screen s, Form form, @PathVariable UUID id) {
        Contribution told = told(id);
        form.require("words", "care.text.blank");
        boolean perhaps = form.value("neighbour").equals("perhaps");
        if (!perhaps && !form.value("neighbour").equals("no")) {
            form.refuse("neighbour", "care.neighbour.blank");
        }
        Map<Integer, String> photographs =
                photographs(form, attachments.list(id).photographs());
        if (!form.isRight()) {
            return s.again("stories/care-text", textParts(form, told));
        }
        boolean done = care.offer(
                id,
                form.number("version").orElse(0),
                new Contribution.Text(form.value("strength"), form.value("words")),
                photographs,
                perhaps);
        return s.leaveFor(s.to("/care"), done ? "care.offered" : "care.changed");
    }

    /** Which photographs go with the text; each was looked at for what could give somebody away. */
    private static Map<Integer, String> photographs(Form form, List<Photograph> all) {
        Map<Integer, String> shown = new TreeMap<>();
        for (Photograph photograph : all) {
            int number = photograph.number();
            String choice = form.value("photo-" + number);
            if (choice.equals("show")) {
                form.require("photo-on-" + number, "tell.photo.on.blank");
                if (!LOOKED_FOR.stream().allMatch(what -> form.ticked("photo-%s-%d".formatted(what, number)))) {
                    form.refuse("photo-" + LOOKED_FOR.getFirst() + "-" + number, "care.photo.looked");
                }
                shown.put(number, form.value("photo-on-" + number));
            } else if (!choice.equals("leave")) {
                form.refuse("photo-" + number, "care.photo.blank");
            }
        }
        return shown;
    }

    private Contribution told(UUID id) {
        return care.find(id).filter(told -> told.state() == State.LOOKED_AT).orElseThrow();
    }

    /** What the teller did not agree with is where the next one begins. */
    private static Contribution.Text begun(Contribution told, Form form) {
        // Whom thanks are for is between them; which rule a barrier is about is what it says.
        String said = told.isOnlySpoken() ? form.value("heard") : told.words();
        String words = told.kind() == Kind.BARRIER ? told.about() + "\n\n" + said : said;
        return told.isEdited() ? told.edited() : new Contribution.Text(told.strength(), words);
    }

    private Map<String, Object> suggesting(Screen s, Form form, Contribution told) {
        Contribution.Text text = begun(told, form);
        List<Suggestion> suggestions = new ArrayList<>();
        suggestions.addAll(suggestions(s, form, "strength", text.strength(), told));
        suggestions.addAll(suggestions(s, form, "words", text.words(), told));
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("told", told);
        parts.put("text", text);
        parts.put("suggestions", suggestions);
        return parts;
    }

    private List<Suggestion> suggestions(Screen s, Form form, String field, String text, Contribution told) {
        List<Recognisable.Found> found = Recognisable.in(text, places());
        List<Suggestion> suggestions = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Recognisable.Found one = found.get(i);
            String name = field + "-" + i;
            form.preset(
                    "put-" + name,
                    s.in(told.language()).say("care.instead." + one.what().key()));
            suggestions.add(
                    new Suggestion(name, s.say("care.found." + one.what().key()), around(text, one), one.words()));
        }
        return suggestions;
    }

    private static String around(String text, Recognisable.Found one) {
        int from = Math.max(0, one.from() - 30);
        int to = Math.min(text.length(), one.to() + 30);
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }

    private String taken(Form form, String field, String text) {
        List<Recognisable.Found> found = Recognisable.in(text, places());
        List<Recognisable.Found> taken = new ArrayList<>();
        List<String> instead = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (form.ticked("take-" + field + "-" + i)) {
                taken.add(found.get(i));
                instead.add(form.value("put-" + field + "-" + i));
            }
        }
        return Recognisable.without(text, taken, instead);
    }

    private List<String> places() {
        return community.listPlaces().stream()
                .flatMap(place -> Stream.of(place.nameEn(), place.nameCy()))
                .distinct()
                .toList();
    }
}
