package org.whorl.server.stories;

import com.google.zxing.WriterException;
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
import org.whorl.server.design.Screen;
import org.whorl.server.people.QrPicture;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Refused;

/** Links to tell by, and their pictures to hang up. */
@Controller
@RequestMapping("/p/{slug}/telling")
class LinkPages {

    private final Stories stories;

    LinkPages(Stories stories) {
        this.stories = stories;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s, @RequestParam Optional<UUID> spiral) {
        refuseUnless(s);
        Where where = stories.find(spiral).orElseThrow();
        return s.show("stories/links", Map.of("links", stories.listLinks(), "where", where));
    }

    @PostMapping
    ResponseEntity<String> make(Screen s, @RequestParam Optional<UUID> spiral) {
        Where where = stories.find(spiral).orElseThrow();
        return s.leaveFor(s.to("/telling/" + stories.share(where.spiral()).id()), "saved");
    }

    @GetMapping("/{id}")
    ResponseEntity<String> show(Screen s, @PathVariable UUID id) throws WriterException {
        refuseUnless(s);
        Link link = found(stories.listLinks(), id);
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/t/" + link.code())
                .toUriString();
        return s.show(
                "stories/link",
                Map.of("link", link, "address", address, "qr", QrPicture.of(address, s.say("telling.qr"))));
    }

    @PostMapping("/{id}/end")
    ResponseEntity<String> end(Screen s, @PathVariable UUID id) {
        stories.end(id);
        return s.leaveFor(s.to("/telling"), "telling.ended");
    }

    private static void refuseUnless(Screen s) {
        if (!s.may(Action.SHARE_TELLING)) {
            throw new Refused(Action.SHARE_TELLING);
        }
    }

    private static Link found(List<Link> links, UUID id) {
        return links.stream().filter(link -> link.id().equals(id)).findFirst().orElseThrow();
    }
}
