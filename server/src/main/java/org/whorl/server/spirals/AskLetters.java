package org.whorl.server.spirals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.whorl.server.design.Language;
import org.whorl.server.design.Texts;
import org.whorl.server.mail.Letter;
import org.whorl.server.mail.Letters;
import org.whorl.server.mail.To;
import org.whorl.server.trust.Viewer;

/** Writes to whoever is asked for something, in their language; they may answer by return. */
@Component
class AskLetters {

    /** As {@link AskReplies} is known. */
    static final String KIND = "ask";

    /** Where no day is named, an answer is taken for so long. */
    private static final Duration OPEN = Duration.ofDays(60);

    private final Letters letters;
    private final Clock clock;

    AskLetters(Letters letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    void ask(Ask ask) {
        ask.askedOf()
                .filter(whom -> !Viewer.current().member().equals(ask.askedOf()))
                .ifPresent(whom -> letters.post(new To.Member(whom), language -> letter(ask, language)));
    }

    /** What has been answered or taken back asks nobody any more. */
    void withdraw(UUID ask) {
        letters.withdraw(about(ask));
    }

    private Letter letter(Ask ask, Language language) {
        Texts texts = Texts.in(language);
        Instant until = ask.wantedBy()
                .map(day ->
                        day.plusDays(1).atStartOfDay(ZoneId.of("Europe/London")).toInstant())
                .filter(clock.instant()::isBefore)
                .orElseGet(() -> clock.instant().plus(OPEN));
        return Letter.of("asked", List.of(ask.what(), texts.count("minutes", ask.minutes())), "~" + Asks.path(ask))
                .about(about(ask.id()))
                .answeredBy(new Letter.Answers(KIND, ask.id().toString(), until));
    }

    private static String about(UUID ask) {
        return "ask " + ask;
    }
}
