package org.whorl.server.news;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;

/** What one has been told, and what one wants to be told. */
@Controller
@RequestMapping("/p/{slug}/news")
class NewsPages {

    private final News news;
    private final OwnNews own;

    NewsPages(News news, OwnNews own) {
        this.news = news;
        this.own = own;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s) {
        return s.show("news/news", Map.of("notices", news.listMine(), "unread", news.countUnread()));
    }

    /** Opens what a notice is about; from then on it has been read. */
    @GetMapping("/{id}")
    ResponseEntity<String> open(Screen s, @PathVariable UUID id) {
        return s.leaveFor(s.to(own.read(id).orElseThrow()));
    }

    @PostMapping("/read")
    ResponseEntity<String> readAll(Screen s) {
        own.readAll();
        return s.leaveFor(s.to("/news"), "news.all-read");
    }

    @GetMapping("/choices")
    ResponseEntity<String> choices(Screen s, Form form) {
        List<String> muted = news.listMuted();
        if (form.isEmpty()) {
            Arrays.stream(What.values())
                    .filter(what -> !muted.contains(what.key()))
                    .forEach(what -> form.preset(what.key(), "yes"));
        }
        return s.show("news/choices", Map.of("form", form, "kinds", kinds()));
    }

    @PostMapping("/choices")
    ResponseEntity<String> choose(Screen s, Form form) {
        own.mute(Arrays.stream(What.values())
                .filter(what -> !form.ticked(what.key()))
                .toList());
        return s.leaveFor(s.to("/news"), "saved");
    }

    private static List<String> kinds() {
        return Arrays.stream(What.values()).map(What::key).toList();
    }
}
