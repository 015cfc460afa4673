package org.whorl.server.news;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.whorl.server.design.Listed;
import org.whorl.server.design.Screen;

/** For programs: what the key's owner has been told. */
@RestController
@RequestMapping("/api/v1/p/{slug}/news")
class NewsApi {

    private final News news;
    private final OwnNews own;

    NewsApi(News news, OwnNews own) {
        this.news = news;
        this.own = own;
    }

    @GetMapping
    Listed<Notice> listNews(
            Screen s, @RequestParam(defaultValue = "0") int from, @RequestParam(defaultValue = "50") int limit) {
        return Listed.of(s, news.listMine(), from, limit);
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readNotice(@PathVariable UUID id) {
        if (own.read(id).isEmpty()) {
            throw new java.util.NoSuchElementException("no such notice");
        }
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAllNews() {
        own.readAll();
    }
}
