package org.whorl.server.stories;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.design.Language;
import org.whorl.server.design.Share;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Disclosure;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to being answered: by a person within five working days, and by what came of it. */
@Door
public class Answering {

    private static final Duration MEASURED = Duration.ofDays(365);
    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final AnswerStore answers;
    private final Care care;
    private final Heard heard;
    private final UseStore uses;
    private final Clock clock;

    Answering(AnswerStore answers, Care care, Heard heard, UseStore uses, Clock clock) {
        this.answers = answers;
        this.care = care;
        this.heard = heard;
        this.uses = uses;
        this.clock = clock;
    }

    /** Whom nobody has answered, the longest waiting first, in whatever language. */
    @Needs(Action.SEE_CARE)
    public List<Awaited> listUnanswered() {
        return answers.listAwaited(Instant.EPOCH).stream()
                .filter(each -> each.answeredAt().isEmpty())
                .toList();
    }

    /** What the teller of one that the viewer has read was answered so far. */
    @Needs(Action.SEE_CARE)
    public List<Answer> list(UUID id) {
        return care.find(id).map(told -> answers.list(told.id())).orElse(List.of());
    }

    /** Answers its teller in the language they asked for; false if the viewer is not there today, or it is gone. */
    @Needs(Action.CARE)
    public boolean answer(UUID id, String words) {
        Note.about("contribution", id, "answered");
        Optional<Contribution> told = care.find(id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
        boolean there =
                care.findMe().filter(me -> me.today() && me.isTrained(today)).isPresent();
        if (told.isEmpty() || !there) {
            return false;
        }
        Viewer viewer = Viewer.current();
        answers.add(
                viewer.partnership().orElseThrow(),
                id,
                new Answer(words, told.get().answerIn().code(), clock.instant()),
                viewer.member().orElseThrow());
        return true;
    }

    /** How many were answered in time over the last year: of those who were answered, or whose time is over. */
    @Needs(Action.LOOK)
    public List<Promptness> listPromptness() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
        List<Awaited> counted = answers.listAwaited(clock.instant().minus(MEASURED)).stream()
                .filter(each -> each.answeredAt().isPresent() || each.isOverdue(today))
                .toList();
        return Arrays.stream(Language.values())
                .map(language -> promptness(
                        language,
                        counted.stream()
                                .filter(each -> each.language() == language)
                                .toList()))
                .toList();
    }

    private static Promptness promptness(Language language, List<Awaited> told) {
        int inTime = (int) told.stream().filter(Awaited::isInTime).count();
        return new Promptness(
                language,
                Disclosure.VOICES.show(told.size()) instanceof Disclosure.Shown.Count(int of) && of > 0
                        ? Optional.of(new Share(inTime, of))
                        : Optional.empty());
    }

    /** What the viewer may hear, and what came of it. Thanks go to whom they are for, and wait for nothing. */
    @Needs(Action.LOOK)
    public List<WhatHappened> listWhatHappened(Optional<UUID> spiral) {
        boolean names = Viewer.current().may(Action.SEE_PEOPLE);
        Map<UUID, List<Use.Said>> came = uses.listSaid();
        return heard.list().stream()
                .filter(story -> story.kind() != Kind.THANKS)
                .filter(story -> spiral.isEmpty() || story.spiral().equals(spiral))
                .map(story -> new WhatHappened(
                        story,
                        came.getOrDefault(story.id(), List.of()).stream()
                                .map(said -> names ? said : said.withoutName())
                                .toList()))
                .toList();
    }
}
