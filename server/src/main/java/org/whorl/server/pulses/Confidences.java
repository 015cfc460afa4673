package org.whorl.server.pulses;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.whorl.engine.voices.TrustPulse;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Disclosure;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/**
 * The door to how sure people feel, before a turn and after it. Whoever has the link answers, without a login; nobody is known
 * again the second time, so the two times are two groups of answers, and not the same people's.
 */
@Door
public class Confidences {

    private final ConfidenceStore store;
    private final PulseStore pulses;

    Confidences(ConfidenceStore store, PulseStore pulses) {
        this.store = store;
        this.pulses = pulses;
    }

    /** The rounds of a spiral, the first first. */
    @Needs(Action.LOOK)
    public List<Pulse> list(UUID spiral) {
        return rounds(spiral);
    }

    /** Who somebody is who follows the link with that code: nobody in particular, in the partnership whose it is. */
    @Needs(Action.SEE_OPEN)
    public Optional<Viewer> findVisitor(String code) {
        return store.findPartnership(code)
                .map(partnership -> new Viewer(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(partnership),
                        EnumSet.of(Role.ANYBODY, Role.GUEST)));
    }

    /** The round that link leads to. */
    @Needs(Action.LOOK)
    public Optional<Pulse> find(String code) {
        return pulses.list().stream()
                .filter(each -> each.code().equals(Optional.of(code)))
                .findFirst();
    }

    /**
     * Answers. That somebody did is noted in the record, not what or who.
     *
     * @param key of one sheet: sent twice it counts once
     * @param group whose voice they say they bring
     * @param marks 1 to 5 for each question
     * @return false if the round is over, or that sheet was sent
     */
    @Needs(Action.SAY_CONFIDENCE)
    public boolean answer(UUID pulse, String key, Optional<UUID> group, Map<Confidence.Question, Integer> marks) {
        Note.about("pulse", pulse, "answered");
        UUID here = Viewer.current().partnership().orElseThrow();
        if (!store.give(here, pulse, PrivateCode.fingerprint(key))) {
            return false;
        }
        store.answer(here, pulse, new Confidence.Answer(group, marks));
        return true;
    }

    /**
     * How it went, question by question: everybody first, then group by group. Of a turn it is told once both its rounds are
     * over and enough have answered both times; of a group, if the others could not be worked out from it either.
     */
    @Needs(Action.LOOK)
    public List<Confidence> listTold(UUID spiral) {
        record Line(Optional<UUID> group, Confidence.Question question) {}
        Map<Line, List<Confidence.Change>> lines = new LinkedHashMap<>();
        for (Pulse before : over(spiral, Pulse.Kind.BEFORE)) {
            Optional<Pulse> after = over(spiral, Pulse.Kind.AFTER).stream()
                    .filter(each -> each.turn() == before.turn())
                    .findFirst();
            if (after.isEmpty()) {
                continue;
            }
            List<Confidence.Answer> first = store.list(before.id());
            List<Confidence.Answer> second = store.list(after.get().id());
            for (Optional<UUID> group : shown(first, second)) {
                for (Confidence.Question question : Confidence.Question.values()) {
                    lines.computeIfAbsent(new Line(group, question), _ -> new ArrayList<>())
                            .add(new Confidence.Change(
                                    point(before, first, group, question),
                                    point(after.get(), second, group, question)));
                }
            }
        }
        return lines.entrySet().stream()
                .map(each -> new Confidence(each.getKey().group(), each.getKey().question(), each.getValue()))
                .sorted(Comparator.comparing(each -> each.group().isPresent()))
                .toList();
    }

    /** Everybody, if they may be told of, and each group that may be told of both times. */
    private static List<Optional<UUID>> shown(List<Confidence.Answer> first, List<Confidence.Answer> second) {
        if (!isEnough(first.size()) || !isEnough(second.size())) {
            return List.of();
        }
        List<Optional<UUID>> groups = IntStream.range(0, first.size() + second.size())
                .mapToObj(i -> i < first.size() ? first.get(i) : second.get(i - first.size()))
                .map(Confidence.Answer::group)
                .distinct()
                .sorted(Comparator.comparing(each -> each.map(UUID::toString).orElse("")))
                .toList();
        Set<Integer> both = apart(groups, first).stream()
                .filter(apart(groups, second)::contains)
                .collect(Collectors.toSet());
        List<Optional<UUID>> shown = new ArrayList<>(List.of(Optional.empty()));
        IntStream.range(0, groups.size())
                .filter(i -> both.contains(i) && groups.get(i).isPresent())
                .mapToObj(groups::get)
                .forEach(shown::add);
        return shown;
    }

    private static Set<Integer> apart(List<Optional<UUID>> groups, List<Confidence.Answer> answers) {
        return Disclosure.VOICES.showApart(groups.stream()
                .map(group -> (int) answers.stream()
                        .filter(each -> each.group().equals(group))
                        .count())
                .toList());
    }

    private static boolean isEnough(int answers) {
        return Disclosure.VOICES.show(answers) instanceof Disclosure.Shown.Count(int value) && value > 0;
    }

    /** The mean with its interval, worked out as that of trust is. */
    private static Trend.Point point(
            Pulse round, List<Confidence.Answer> answers, Optional<UUID> group, Confidence.Question question) {
        List<TrustPulse.Answer> marks = answers.stream()
                .filter(each -> group.isEmpty() || each.group().equals(group))
                .map(each -> new TrustPulse.Answer("", question.key(), each.mark(question)))
                .toList();
        TrustPulse told = TrustPulse.of(marks).getFirst();
        return new Trend.Point(round.turn(), told.answers(), Optional.ofNullable(told.mean()));
    }

    private List<Pulse> over(UUID spiral, Pulse.Kind kind) {
        return rounds(spiral).stream()
                .filter(each -> each.kind() == kind && !each.isOpen())
                .toList();
    }

    private List<Pulse> rounds(UUID spiral) {
        return pulses.list().stream()
                .filter(each -> each.spiral().equals(spiral) && each.kind() != Pulse.Kind.TRUST)
                .toList();
    }
}
