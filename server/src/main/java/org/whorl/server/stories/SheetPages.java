package org.whorl.server.stories;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.whorl.server.design.Assets;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Place;

/**
 * All questions on one sheet, for where there is no signal: a telephone that has opened a link once keeps it, and what was
 * told on it, until it can be sent. With a signal and without script it is a form like any other.
 */
@Controller
class SheetPages {

    private final Stories stories;
    private final Community community;
    private final Assets assets;

    SheetPages(Stories stories, Community community, Assets assets) {
        this.stories = stories;
        this.community = community;
        this.assets = assets;
    }

    @GetMapping("/t/{code}/sheet")
    ResponseEntity<String> sheet(Screen s, Form form, @PathVariable String code) {
        Where where = stories.findLink(code).orElseThrow();
        List<Place> places = where.teller().doing(community::listPlaces);
        Map<Step, List<Option>> options = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            options.put(step, TellPages.options(s, step, places));
        }
        form.preset("answer", s.language().code());
        return s.show("stories/sheet", Map.of("form", form, "where", where, "link", "/t/" + code, "options", options));
    }

    /** What a telephone keeps the sheet with. It must come from here to look after the addresses beside it. */
    @GetMapping("/t/worker.js")
    ResponseEntity<byte[]> worker() {
        Optional<byte[]> script = assets.find("tell-worker.js");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.parseMediaType("text/javascript;charset=utf-8"))
                .body(script.orElseThrow(() -> new NoSuchElementException("no such script")));
    }
}
