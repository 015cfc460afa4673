package org.whorl.server.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.whorl.server.design.Language;
import org.whorl.server.design.Texts;
import org.whorl.server.news.Headlines;

/**
 * Gathers what somebody has been told and has not looked at into one letter, on the mornings they chose. A letter and the
 * note of it are one transaction, so that nobody gets the same one twice; when there is nothing new, there is no letter.
 */
@Component
class Digests {

    /** As much as fits on a page that is read in two minutes. */
    private static final int MOST_LINES = 20;

    private final MailboxStore store;
    private final Letters letters;
    private final Headlines headlines;
    private final Clock clock;

    Digests(MailboxStore store, Letters letters, Headlines headlines, Clock clock) {
        this.store = store;
        this.letters = letters;
        this.headlines = headlines;
        this.clock = clock;
    }

    /** Posts the next letter that is due; false if there is none. To be done in a transaction that sees all. */
    boolean postOne() {
        Instant now = clock.instant();
        Optional<MailboxStore.DueNews> next = store.findDue(now);
        next.ifPresent(due -> {
            List<Headlines.Headline> news = headlines.list(due.account(), due.since(), now);
            if (!news.isEmpty()) {
                letters.add(
                        Sort.NEWS,
                        Optional.empty(),
                        new LetterStore.Box(Optional.of(due.account()), Optional.empty(), due.language(), true),
                        "",
                        letter(due, news));
            }
            store.told(due, now);
        });
        return next.isPresent();
    }

    private static Letter letter(MailboxStore.DueNews due, List<Headlines.Headline> news) {
        Texts texts = Texts.in(due.language());
        List<String> lines = new ArrayList<>();
        List<String> slugs =
                news.stream().map(Headlines.Headline::slug).distinct().toList();
        for (String slug : slugs) {
            List<Headlines.Headline> here =
                    news.stream().filter(each -> each.slug().equals(slug)).toList();
            lines.add(name(due.language(), here.getFirst()) + ":");
            here.forEach(each -> lines.add("– " + texts.say("news." + each.kind())
                    + (each.times() > 1 ? " " + texts.say("letter.times", each.times()) : "")));
        }
        List<String> shown = lines.size() > MOST_LINES ? lines.subList(0, MOST_LINES) : lines;
        String more = lines.size() > MOST_LINES ? texts.say("letter.more") : "";
        String path = slugs.size() == 1 ? "/p/" + slugs.getFirst() + "/news" : "/";
        return Letter.of("news-" + due.news().key(), List.of(String.join("\n", shown) + "\n" + more), path);
    }

    private static String name(Language language, Headlines.Headline headline) {
        return language.pick(headline.nameEn(), headline.nameCy());
    }
}
