package org.whorl.server.stories;

import com.google.zxing.WriterException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.whorl.server.design.Screen;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.people.QrPicture;

/**
 * The same questions on paper. Each sheet has a code of its own: the teller keeps it, and whoever types the sheet in opens
 * the form with it, so that a sheet typed in twice is one story.
 */
@Controller
class PaperPages {

    private final Stories stories;

    PaperPages(Stories stories) {
        this.stories = stories;
    }

    @GetMapping("/p/{slug}/tell/paper")
    ResponseEntity<String> paper(Screen s, @RequestParam Optional<UUID> spiral) throws WriterException {
        Where where = stories.find(spiral).orElseThrow();
        String code = PrivateCode.fresh();
        String typed = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(s.to("/tell"))
                .queryParam("route", "paper")
                .queryParam("key", code)
                .queryParamIfPresent("spiral", spiral)
                .toUriString();
        String own = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/t/mine")
                .toUriString();
        return s.show(
                "stories/paper",
                Map.of(
                        "where", where,
                        "code", code,
                        "own", own,
                        "qr", QrPicture.of(typed, s.say("paper-form.qr")),
                        "kinds", List.of(Kind.values()),
                        "ages", List.of(Age.values()),
                        "audiences", Arrays.asList(Audience.values())));
    }
}
