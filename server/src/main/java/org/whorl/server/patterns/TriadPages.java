package org.whorl.server.patterns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Language;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Place;
import org.whorl.server.stories.Heard;
import org.whorl.server.stories.Placed;
import org.whorl.server.stories.Placements;
import org.whorl.server.stories.Released;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Disclosure;
import org.whorl.server.trust.Saved;

/** What tellers' marks say together, question by question; and asking. */
@Controller
@RequestMapping("/p/{slug}/patterns/triads")
class TriadPages {

    private static final int MOST_STORIES = 60;

    private final TriadQuestions questions;
    private final Placements placements;
    private final Heard heard;
    private final Community community;
    private final Clock clock;

    TriadPages(TriadQuestions questions, Placements placements, Heard heard, Community community, Clock clock) {
        this.questions = questions;
        this.placements = placements;
        this.heard = heard;
        this.community = community;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> all(Screen s) {
        List<TriadLine> lines = questions.list().stream()
                .map(triad -> {
                    List<Placed> all = placements.listCounted(triad.id());
                    long marks = all.stream()
                            .filter(each -> each.placement().applies())
                            .count();
                    return new TriadLine(
                            triad, Disclosure.VOICES.show((int) marks), new TriadInWords(s, triad, all).sentence());
                })
                .toList();
        return s.show("patterns/triads", Map.of("lines", lines));
    }

    @GetMapping("/new")
    ResponseEntity<String> start(Screen s, Form form, @RequestParam(defaultValue = "triad") String shape) {
        s.refuseUnless(Action.ASK_TRIADS);
        int ends = shape.equals("dyad") ? 2 : 3;
        for (Language language : Language.values()) {
            Screen in = s.in(language);
            String kind = ends == 2 ? "triad.begin.dyad." : "triad.begin.triad.";
            for (String part : TriadForm.parts(ends)) {
                form.preset(part + "-" + language.code(), in.say(kind + part));
            }
        }
        return s.show("patterns/triad-edit", editing(form, ends, Optional.empty(), Optional.empty()));
    }

    @PostMapping("/new")
    ResponseEntity<String> ask(Screen s, Form form, @RequestParam(defaultValue = "triad") String shape) {
        s.refuseUnless(Action.ASK_TRIADS);
        int ends = shape.equals("dyad") ? 2 : 3;
        Optional<Triad> triad = TriadForm.read(form, ends, UUID.randomUUID(), LocalDate.now(clock));
        if (triad.isEmpty()) {
            return s.again("patterns/triad-edit", editing(form, ends, Optional.empty(), Optional.empty()));
        }
        questions.ask(triad.get());
        return s.leaveFor(s.to("/patterns/triads"), "triad.asked");
    }

    @GetMapping("/{id}")
    ResponseEntity<String> one(Screen s, @PathVariable UUID id) {
        Triad triad = questions.find(id).orElseThrow();
        List<Placed> all = placements.listCounted(id);
        TriadInWords inWords = new TriadInWords(s, triad, all);
        return s.show(
                "patterns/triad",
                Map.of(
                        "triad",
                        triad,
                        "seen",
                        inWords,
                        "comparisons",
                        inWords.comparisons(places(s)),
                        "readable",
                        inWords.isTold() ? readable(all) : List.of(),
                        "today",
                        LocalDate.now(clock)));
    }

    @GetMapping("/{id}/change")
    ResponseEntity<String> change(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.ASK_TRIADS);
        Triad triad = questions.find(id).orElseThrow();
        return s.show(
                "patterns/triad-edit",
                editing(TriadForm.of(triad), triad.ends(), Optional.of(triad), Optional.empty()));
    }

    @PostMapping("/{id}/change")
    ResponseEntity<String> doChange(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.ASK_TRIADS);
        Triad before = questions.find(id).orElseThrow();
        Optional<Triad> wanted = TriadForm.read(form, before.ends(), id, before.askedOn());
        if (wanted.isEmpty()) {
            return s.again("patterns/triad-edit", editing(form, before.ends(), Optional.of(before), Optional.empty()));
        }
        String page = s.to("/patterns/triads/" + id);
        return switch (questions.change(wanted.get())) {
            case Saved.Yes yes -> s.leaveFor(page, "saved", Triad.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, TriadForm.fields(before.ends()), column -> column);
                yield s.again(
                        "patterns/triad-edit",
                        editing(merge.form(), before.ends(), Optional.of(before), Optional.of(merge)));
            }
            case Saved.Gone _ -> s.refused("triad.gone", s.to("/patterns/triads"));
        };
    }

    @PostMapping("/{id}/asked")
    ResponseEntity<String> setAsked(Screen s, Form form, @PathVariable UUID id) {
        boolean asked = form.value("asked").equals("yes");
        String page = s.to("/patterns/triads/" + id);
        return switch (questions.setAsked(id, form.number("version").orElse(0), asked)) {
            case Saved.Yes yes ->
                s.leaveFor(page, asked ? "triad.asked" : "triad.ended", Triad.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict _, Saved.Gone _ -> s.refused("triad.gone", page);
        };
    }

    /** Those whose story the reader may read anyway, with where it was put. */
    private List<TriadReadable> readable(List<Placed> all) {
        Map<UUID, Placed> placed = all.stream().collect(Collectors.toMap(Placed::contribution, Function.identity()));
        List<TriadReadable> readable = new ArrayList<>();
        for (Released story : heard.list()) {
            Placed mark = placed.get(story.id());
            if (mark != null && mark.placement().applies()) {
                readable.add(new TriadReadable(story, TriadMark.percent(mark.placement())));
            }
        }
        readable.sort(Comparator.comparing((TriadReadable each) -> each.parts().getFirst())
                .reversed());
        return readable.subList(0, Math.min(MOST_STORIES, readable.size()));
    }

    private Map<String, String> places(Screen s) {
        Map<String, String> places = new HashMap<>();
        for (Place place : community.listPlaces()) {
            places.put(place.id().toString(), s.pick(place.nameEn(), place.nameCy()));
        }
        for (String country : List.of("wales", "england", "elsewhere")) {
            places.put(country, s.say("tell.where." + country));
        }
        return places;
    }

    private static Map<String, Object> editing(Form form, int ends, Optional<Triad> before, Optional<Merge> merge) {
        return Map.of("form", form, "parts", TriadForm.parts(ends), "before", before, "merge", merge);
    }
}
