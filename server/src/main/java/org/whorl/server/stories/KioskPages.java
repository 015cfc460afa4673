package org.whorl.server.stories;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Language;
import org.whorl.server.design.Languages;
import org.whorl.server.design.Screen;

/** Where a device that many use begins anew: with nothing of whoever was there before. */
@Controller
class KioskPages {

    private final Stories stories;

    KioskPages(Stories stories) {
        this.stories = stories;
    }

    @GetMapping("/t/{code}/kiosk/start")
    ResponseEntity<String> start(
            Screen s,
            @PathVariable String code,
            @RequestParam Optional<String> lang,
            HttpServletRequest request,
            HttpServletResponse response) {
        Where where = stories.findLink(code).orElseThrow();
        // What was typed waits in the session while the language changes, and an old form is worth nothing with a new
        // one.
        if (!s.signedIn() && request.getSession(false) != null) {
            request.getSession().invalidate();
        }
        Language first = lang.flatMap(Language::find)
                .or(() -> Language.find(where.first()))
                .orElseGet(() -> Languages.preferred(request));
        Languages.choose(first, request, response);
        return s.leaveFor("/t/" + code + "/kiosk");
    }
}
