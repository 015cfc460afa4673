package org.whorl.server.decisions;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whorl.server.circles.Decided;
import org.whorl.server.design.Language;
import org.whorl.server.design.Screen;

/** What the record of a decision takes over from the circle that came to it. */
final class FromCircle {

    private FromCircle() {}

    /** What was adopted, with who does it, by when, and the last day of a trial; in the language of the words. */
    static String decided(Screen s, Decided decided) {
        Screen said = s.in(Language.of(decided.language()));
        String does = decided.by()
                .map(by -> said.say("decision.from.does-by", decided.who(), said.date(by)))
                .orElseGet(() -> said.say("decision.from.does", decided.who()));
        String trial = decided.proposal()
                .trialUntil()
                .map(each -> "\n" + said.say("decision.from.trial", said.date(each)))
                .orElse("");
        return decided.proposal().words() + "\n" + does + trial;
    }

    /** The fields it fills in, beside those its writer has seen and could change. */
    static Map<Field, String> said(Screen s, Decided decided, LocalDate today) {
        Map<Field, String> said = new EnumMap<>(Field.class);
        said.put(Field.RULE, decided.rule().key());
        said.put(Field.LEVEL, decided.level().key());
        said.put(Field.HEARD, names(s, decided.present()));
        said.put(Field.NOT_HEARD, names(s, decided.absent()));
        // Who sees to it is whoever was named to do it; where nobody was, whose item it was.
        said.put(
                Field.OWNER,
                decided.doer().or(decided::ownerMember).map(UUID::toString).orElse(""));
        // A trial ends by itself: that is the day to look at it again, unless it is over.
        decided.proposal()
                .trialUntil()
                .filter(each -> !each.isBefore(today))
                .ifPresent(each -> said.put(Field.REVIEW_ON, each.toString()));
        return said;
    }

    /**
     * What was a concern and what an objection, with how it was taken up: in people's own words and without their names. They
     * said it to their circle, some of them by a private link; who wants to be named says so on the decision itself.
     */
    static List<Dissent> dissent(Screen s, Decided decided) {
        return Stream.concat(
                        decided.concerns().stream()
                                .map(each -> new Dissent("", each.words(), each.language(), decided.on())),
                        decided.objections().stream()
                                .map(each -> new Dissent(
                                        "",
                                        s.say("decision.from.objection", each.words(), each.taken()),
                                        each.language(),
                                        decided.on())))
                .toList();
    }

    private static String names(Screen s, List<Decided.Name> names) {
        return names.stream().map(each -> s.pick(each.en(), each.cy())).collect(Collectors.joining(", "));
    }
}
