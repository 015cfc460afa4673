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
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.QrPicture;
import org.whorl.server.trust.Action;

/** Links to tell by, their pictures to hang up, and slips to give out. */
@Controller
@RequestMapping("/p/{slug}/telling")
class LinkPages {

    private final Stories stories;
    private final Collecting collecting;

    LinkPages(Stories stories, Collecting collecting) {
        this.stories = stories;
        this.collecting = collecting;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s, Form form, @RequestParam Optional<UUID> spiral) {
        s.refuseUnless(Action.SHARE_TELLING);
        Where where = stories.find(spiral).orElseThrow();
        return s.show(
                "stories/links",
                Map.of(
                        "links", stories.listLinks(),
                        "where", where,
                        "form", form,
                        "collectors", collectors(),
                        "cared", stories.isCaredFor()));
    }

    @PostMapping
    ResponseEntity<String> make(Screen s, Form form, @RequestParam Optional<UUID> spiral) {
        Where where = stories.find(spiral).orElseThrow();
        Optional<UUID> collector = form.chosen("collector", collecting.list(), Collector::id);
        return s.leaveFor(
                s.to("/telling/" + stories.share(where.spiral(), collector).id()), "saved");
    }

    @GetMapping("/{id}")
    ResponseEntity<String> show(Screen s, @PathVariable UUID id) throws WriterException {
        s.refuseUnless(Action.SHARE_TELLING);
        Link link = found(stories.listLinks(), id);
        String address = address("/t/" + link.code());
        String kiosk = address + "/kiosk/start";
        return s.show(
                "stories/link",
                Map.of(
                        "link", link,
                        "address", address,
                        "kiosk", kiosk,
                        "qr", QrPicture.of(address, s.say("telling.qr")),
                        "kioskQr", QrPicture.of(kiosk, s.say("telling.kiosk.qr"))));
    }

    /** A sheet of slips to give out: the link, and that nobody learns who takes one. */
    @GetMapping("/{id}/slips")
    ResponseEntity<String> slips(Screen s, @PathVariable UUID id) throws WriterException {
        s.refuseUnless(Action.SHARE_TELLING);
        Link link = found(stories.listLinks(), id);
        String address = address("/t/" + link.code());
        return s.show(
                "stories/slips",
                Map.of("link", link, "address", address, "qr", QrPicture.of(address, s.say("telling.qr"))));
    }

    @PostMapping("/{id}/end")
    ResponseEntity<String> end(Screen s, @PathVariable UUID id) {
        stories.end(id);
        return s.leaveFor(s.to("/telling"), "telling.ended");
    }

    private List<Option> collectors() {
        return collecting.list().stream()
                .map(each -> new Option(each.id().toString(), each.name()))
                .toList();
    }

    private static String address(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }

    private static Link found(List<Link> links, UUID id) {
        return links.stream().filter(link -> link.id().equals(id)).findFirst().orElseThrow();
    }
}
