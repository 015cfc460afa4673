package org.whorl.server.circles;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    /**
     * A round has begun; one that is held in a meeting asks nobody by letter.
     *
     * @param proposal the version of the proposal that it asks about; none where nothing is proposed
     * @param blocks does it hold the proposal up if somebody says nothing?
     */
    void opened(
            Circle circle,
            Item item,
            Optional<Proposal> proposal,
            Round round,
            boolean blocks,
            Collection<Seat> asked) {
        round.until()
                .ifPresent(until -> asked.stream()
                        .flatMap(seat -> seat.member().stream())
                        .filter(member -> !Viewer.current().member().stream().anyMatch(member::equals))
                        .map(To.Member::new)
                        .forEach(to -> {
                            letters.post(
                                    to,
                                    language -> letter("round", circle, item, proposal, round, until, "", language));
                            halfway(to, circle, item, proposal, round, blocks);
                        }));
    }

    /** Those who have not replied are told half-way that all have to be heard; it had been said otherwise to them. */
    void silenceBlocks(
            Circle circle, Item item, Optional<Proposal> proposal, Round round, Collection<Seat> asked, Instant now) {
        letters.withdraw(half(round.id()));
        if (now.isBefore(halftime(round))) {
            asked.stream()
                    .flatMap(seat -> seat.member().stream())
                    .map(To.Member::new)
                    .forEach(to -> halfway(to, circle, item, proposal, round, true));
        }
    }

    private static Instant halftime(Round round) {
        Instant until = round.until().orElseThrow();
        return round.openedAt().plus(Duration.between(round.openedAt(), until).dividedBy(2));
    }

    private void halfway(To to, Circle circle, Item item, Optional<Proposal> proposal, Round round, boolean blocks) {
        Instant until = round.until().orElseThrow();
        String silence = "letter.round.silence." + (blocks ? "blocks" : "free");
        letters.post(
                to,
                language -> letter("round-half", circle, item, proposal, round, until, silence, language)
                        .about(half(round.id()))
                        .at(halftime(round)));
    }

    /** Somebody has replied: they are not reminded. */
    void replied(UUID round, Seat seat) {
        seat.member().map(To.Member::new).ifPresent(member -> {
            letters.withdraw(about(round), member);
            letters.withdraw(half(round), member);
        });
    }

    /** Nobody is asked any more. */
    void closed(UUID round) {
        letters.withdraw(about(round));
        letters.withdraw(half(round));
    }

    private static Letter letter(
            String kind,
            Circle circle,
            Item item,
            Optional<Proposal> proposal,
            Round round,
            Instant until,
            String silence,
            Language language) {
        Texts texts = Texts.in(language);
        String asks = texts.say("letter.round.asks." + round.kind().key());
        return Letter.of(
                        kind,
                        List.of(
                                circle.name(language),
                                item.words().question(),
                                silence.isEmpty() ? asks : asks + " " + texts.say(silence),
                                texts.count("minutes", Round.MINUTES),
                                proposed(texts, language, item, proposal)),
                        "~/items/" + item.id())
                .about(about(round.id()))
                .answeredBy(new Letter.Answers(KIND, item.id() + " " + round.id(), until));
    }

    /** What there is to say something about: nobody agrees by return of post to what they have not read. */
    private static String proposed(Texts texts, Language language, Item item, Optional<Proposal> proposal) {
        Item.Words words = item.words();
        return Stream.of(
                        part(texts, "proposal", proposal.map(Proposal::words).orElse("")),
                        part(
                                texts,
                                "trial",
                                proposal.flatMap(Proposal::trialUntil)
                                        .map(language.words()::date)
                                        .orElse("")),
                        part(texts, "changed", proposal.map(Proposal::why).orElse("")),
                        part(texts, "reason", words.reason()),
                        part(texts, "affected", words.affected()))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String part(Texts texts, String which, String words) {
        return words.isBlank() ? "" : texts.say("letter.round." + which, words);
    }

    private static String half(UUID round) {
        return "half of round " + round;
    }

    private static String about(UUID round) {
        return "round " + round;
    }
}
