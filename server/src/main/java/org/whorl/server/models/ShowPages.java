package org.whorl.server.models;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Screen;

/** Showing a picture to others while one moves it, and looking along. Without script, each look is a page anew. */
@Controller
@RequestMapping("/p/{slug}/picture/{id}/show")
class ShowPages {

    static final String NUMBER = "Whorl-Show";

    private final Models models;
    private final Shows shows;

    ShowPages(Models models, Shows shows) {
        this.models = models;
        this.shows = shows;
    }

    /** Goes to what is shown just now. */
    @GetMapping
    ResponseEntity<String> look(Screen s, @PathVariable UUID id) {
        Kept kept = models.find(id).orElseThrow();
        Optional<Shows.Show> show = shows.find(id);
        String here = s.to("/picture/" + kept.id());
        if (show.isEmpty()) {
            return s.leaveFor(here, "show.over");
        }
        String address = show.get().address();
        return s.leaveFor(here + address + (address.isEmpty() ? "?" : "&") + "along=yes");
    }

    /** For the script of whoever looks along: the address that is shown, and which move it was; nothing if it is over. */
    @GetMapping("/now")
    ResponseEntity<String> now(@PathVariable UUID id) {
        Kept kept = models.find(id).orElseThrow();
        return shows.find(kept.id())
                .map(show -> ResponseEntity.ok()
                        .header(NUMBER, Long.toString(show.number()))
                        .header("Cache-Control", "no-store")
                        .contentType(MediaType.TEXT_PLAIN)
                        .body(show.address()))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping
    ResponseEntity<String> show(
            Screen s,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String stop,
            @RequestParam(defaultValue = "") String moved,
            @RequestParam MultiValueMap<String, String> put) {
        Kept kept = models.find(id).orElseThrow();
        String here = s.to("/picture/" + id);
        if (!stop.isEmpty()) {
            shows.stop(id);
            return s.leaveFor(here, "show.stopped");
        }
        Ready ready = models.ready(id, PicturePages.version(kept, put)).orElseThrow();
        String address = Tried.of(ready.model(), put).address();
        shows.show(id, address);
        if (!moved.isEmpty()) {
            return ResponseEntity.noContent().build();
        }
        return s.leaveFor(here + address, "show.begun");
    }
}
