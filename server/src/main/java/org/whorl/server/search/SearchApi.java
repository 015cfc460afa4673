package org.whorl.server.search;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whorl.server.design.Listed;
import org.whorl.server.design.Screen;

/** For programs: finding. */
@RestController
@RequestMapping("/api/v1/p/{slug}/search")
class SearchApi {

    private final Search search;

    SearchApi(Search search) {
        this.search = search;
    }

    /**
     * Something that was found.
     *
     * @param kind what kind of thing
     * @param title what it is called
     * @param words what else it says, around the first word that was looked for
     * @param page its page inside the partnership
     */
    record Hit(String kind, String title, String words, String page) {}

    /** As the page does, it gives no more than fifty in all. */
    @GetMapping
    Listed<Hit> find(
            Screen s,
            @RequestParam String q,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "50") int limit) {
        String typed = q.strip();
        List<Hit> hits =
                search
                        .find(
                                typed.substring(0, Math.min(SearchPages.LONGEST, typed.length())),
                                s.language().code())
                        .stream()
                        .map(found -> new Hit(found.kind(), text(found.title()), text(found.words()), found.path()))
                        .toList();
        return Listed.of(s, hits, from, limit);
    }

    private static String text(List<Found.Piece> pieces) {
        return pieces.stream().map(Found.Piece::text).collect(Collectors.joining());
    }
}
