package org.whorl.server.models;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.engine.model.Name;
import org.whorl.server.design.Language;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.design.Texts;

/** The picture: the model alive, with a slider for every number. */
@Controller
@RequestMapping("/p/{slug}")
class PicturePages {

    private final Models models;
    private final Pictures pictures;
    private final SlidersFirst sliders;
    private final Newest newest;
    private final Shows shows;

    PicturePages(Models models, Pictures pictures, SlidersFirst sliders, Newest newest, Shows shows) {
        this.models = models;
        this.pictures = pictures;
        this.sliders = sliders;
        this.newest = newest;
        this.shows = shows;
    }

    @GetMapping("/picture")
    ResponseEntity<String> first(Screen s, HttpServletRequest request) {
        List<Kept> all = models.listAll();
        return all.isEmpty()
                ? s.show("models/none", Map.of())
                : s.leaveFor(s.to("/picture/" + all.getFirst().id())
                        + Optional.ofNullable(request.getQueryString())
                                .map(query -> "?" + query)
                                .orElse(""));
    }

    @GetMapping("/picture/{id}")
    ResponseEntity<String> picture(
            Screen s, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> address) {
        Kept kept = models.find(id).orElseThrow();
        // Without script, how sure an answer is comes with the page, for whoever asks for it.
        boolean sure = address.containsKey("sure");
        Shown shown = shown(s, kept, address, sure, () -> false);
        Map<String, Object> parts = parts(kept, shown, sure);
        Optional<Shows.Show> show = shows.find(id);
        boolean mine = show.isPresent()
                && s.viewer().member().filter(show.get().member()::equals).isPresent();
        parts.put("show", show);
        parts.put("mine", mine);
        parts.put("along", show.isPresent() && !mine && address.containsKey("along"));
        List<KnobGroup> groups = Knobs.of(
                shown.answer(), shown.tried(), shown.excerpt(), s.language().code(), s.say("picture.coming"));
        parts.put("kept", kept);
        parts.put("others", models.listAll());
        parts.put("groups", groups);
        parts.put("scenarios", scenarios(s, shown.ready()));
        parts.put(
                "more",
                Knobs.others(shown.ready().model(), groups, shown.excerpt()).entrySet().stream()
                        .map(e -> new Option(e.getKey(), e.getValue()))
                        .sorted((a, b) -> s.texts().order().compare(a.label(), b.label()))
                        .toList());
        return s.show("models/picture", parts);
    }

    /** Only what changes when a slider moves. */
    @GetMapping("/picture/{id}/answer")
    ResponseEntity<String> answer(
            Screen s,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> address,
            @RequestHeader(name = Newest.PAGE, defaultValue = "") String page) {
        boolean sure = address.containsKey("sure");
        BooleanSupplier overtaken = newest.asks(page);
        try {
            return sure
                    ? answer(s, id, address, true, overtaken)
                    : sliders.now(() -> answer(s, id, address, false, overtaken));
        } catch (CancellationException _) {
            return ResponseEntity.noContent().build();
        }
    }

    private ResponseEntity<String> answer(
            Screen s, UUID id, MultiValueMap<String, String> address, boolean sure, BooleanSupplier overtaken) {
        Kept kept = models.find(id).orElseThrow();
        return s.show("models/answer", parts(kept, shown(s, kept, address, sure, overtaken), sure));
    }

    private Shown shown(
            Screen s, Kept kept, MultiValueMap<String, String> address, boolean sure, BooleanSupplier overtaken) {
        Ready ready = models.ready(kept.id(), version(kept, address)).orElseThrow();
        Tried tried = Tried.of(ready.model(), address);
        return pictures.show(
                ready, tried, tried.scenario(name()), sure, s.language().words(), overtaken);
    }

    /** The version an address asks for; the latest when it asks for none. */
    static int version(Kept kept, MultiValueMap<String, String> address) {
        return Optional.ofNullable(address.getFirst("version"))
                .filter(v -> v.matches("[0-9]{1,6}"))
                .map(Integer::valueOf)
                .orElse(kept.latest());
    }

    private static Map<String, Object> parts(Kept kept, Shown shown, boolean sure) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("id", kept.id());
        parts.put("shown", shown);
        parts.put("sure", sure);
        return parts;
    }

    /** What a trial is called among a model's scenarios. */
    static Name name() {
        return new Name(
                Texts.in(Language.EN).say("picture.tried"),
                Texts.in(Language.CY).say("picture.tried"));
    }

    private static List<Option> scenarios(Screen s, Ready ready) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", s.say("picture.as-it-stands")));
        ready.model()
                .scenarios()
                .forEach(scenario -> options.add(new Option(
                        scenario.id(), scenario.name().in(s.language().code()))));
        return options;
    }
}
