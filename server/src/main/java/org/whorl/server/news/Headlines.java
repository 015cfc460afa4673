package org.whorl.server.news;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What an account has been told in all its partnerships and has not looked at: for a letter that gathers it. */
@Component
public class Headlines {

    private final NewsStore store;

    Headlines(NewsStore store) {
        this.store = store;
    }

    /**
     * Something that happened in one partnership.
     *
     * @param slug in which partnership
     * @param nameEn what that is called in English
     * @param nameCy what it is called in Welsh
     * @param kind as {@link What#key}
     * @param times how often
     */
    public record Headline(String slug, String nameEn, String nameCy, String kind, int times) {}

    /** What happened after one moment and until another; across partnerships, so only where all may be seen. */
    public List<Headline> list(UUID account, Instant after, Instant until) {
        return store.listHeadlines(account, after, until);
    }
}
