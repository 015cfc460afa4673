package org.whorl.server.circles;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.whorl.server.design.Language;
import org.whorl.server.design.Texts;
import org.whorl.server.mail.Letter;
import org.whorl.server.mail.Letters;
import org.whorl.server.mail.To;
import org.whorl.server.trust.Viewer;

/**
 * Writes to those who are asked in a round that is held by links, and once more half-way to those who have not replied. It
 * goes to nobody who was not asked: whoever has no minutes left this month is not.
 */
@Component
class RoundLetters {

    /** As {@link RoundReplies} is known. */
    static final String KIND = "round";

    private final Letters letters;

    RoundLetters(Letters letters) {
        this.letters = letters;
    }

    /** A round has begun; one that is held in a meeting asks nobody by letter. */
    void opened(Circle circle, Item item, Round round, Collection<Seat> asked) {
        round.until()
                .ifPresent(until -> asked.stream()
                        .flatMap(seat -> seat.member().stream())
                        .filter(member -> !Viewer.current().member().stream().anyMatch(member::equals))
                        .map(To.Member::new)
                        .forEach(to -> {
                            Instant half = round.openedAt()
                                    .plus(Duration.between(round.openedAt(), until)
                                            .dividedBy(2));
                            letters.post(to, language -> letter("round", circle, item, round, until, language));
                            letters.post(
                                    to,
                                    language -> letter("round-half", circle, item, round, until, language)
                                            .at(half));
                        }));
    }

    /** Somebody has replied: they are not reminded. */
    void replied(UUID round, Seat seat) {
        seat.member().ifPresent(member -> letters.withdraw(about(round), new To.Member(member)));
    }

    /** Nobody is asked any more. */
    void closed(UUID round) {
        letters.withdraw(about(round));
    }

    private static Letter letter(String kind, Circle circle, Item item, Round round, Instant until, Language language) {
        Texts texts = Texts.in(language);
        return Letter.of(
                        kind,
                        List.of(
                                circle.name(language),
                                item.words().question(),
                                texts.say("letter.round.asks." + round.kind().key()),
                                texts.count("minutes", Round.MINUTES),
                                proposed(texts, item)),
                        "~/items/" + item.id())
                .about(about(round.id()))
                .answeredBy(new Letter.Answers(KIND, item.id() + " " + round.id(), until));
    }

    /** What there is to say something about: nobody agrees by return of post to what they have not read. */
    private static String proposed(Texts texts, Item item) {
        Item.Words words = item.words();
        return Stream.of(
                        part(texts, "proposal", words.proposal()),
                        part(texts, "reason", words.reason()),
                        part(texts, "affected", words.affected()))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String part(Texts texts, String which, String words) {
        return words.isBlank() ? "" : texts.say("letter.round." + which, words);
    }

    private static String about(UUID round) {
        return "round " + round;
    }
}
