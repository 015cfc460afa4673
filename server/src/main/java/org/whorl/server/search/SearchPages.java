package org.whorl.server.search;

import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Screen;

/** What was found. */
@Controller
class SearchPages {

    /** What is typed beyond it is passed over. */
    static final int LONGEST = 200;

    private final Search search;

    SearchPages(Search search) {
        this.search = search;
    }

    @GetMapping("/p/{slug}/search")
    ResponseEntity<String> search(Screen s, @RequestParam(defaultValue = "") String q) {
        String typed = q.strip().substring(0, Math.min(LONGEST, q.strip().length()));
        List<Found> found = search.find(typed, s.language().code());
        return s.show("search/search", Map.of("typed", typed, "found", found));
    }
}
