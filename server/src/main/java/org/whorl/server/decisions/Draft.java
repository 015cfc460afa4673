package org.whorl.server.decisions;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whorl.files.report.Excerpt;
import org.whorl.server.design.Screen;
import org.whorl.server.shifts.Fair;
import org.whorl.server.shifts.Proposal;

/**
 * A first text for what a decision does to whom, from what the model says by fifth of deprivation and from who was involved.
 * People read it, change it and stand behind it; where the model cannot tell, the draft says so.
 */
final class Draft {

    private Draft() {}

    /** The texts, in the reader's language. */
    static Map<Field, String> of(Screen s, Decision decision, Optional<Proposal> proposal) {
        Map<Field, String> drafts = new EnumMap<>(Field.class);
        drafts.put(Field.EQUALITY, s.say("decision.draft.equality", involved(s, decision)));
        drafts.put(Field.SOCIO_ECONOMIC, socioEconomic(s, proposal));
        drafts.put(Field.SOCIAL_VALUE, socialValue(s, proposal));
        drafts.put(Field.QUALITY, quality(s, decision, proposal));
        return drafts;
    }

    private static String involved(Screen s, Decision decision) {
        String who = decision.value(Field.INVOLVEMENT).isBlank()
                ? decision.value(Field.HEARD)
                : decision.value(Field.INVOLVEMENT);
        return who.isBlank() ? s.say("decision.draft.nobody") : who;
    }

    private static String socioEconomic(Screen s, Optional<Proposal> proposal) {
        Optional<Fair> fair = proposal.flatMap(Proposal::fair);
        if (fair.isEmpty()) {
            return s.say("decision.draft.no-fifths");
        }
        List<Excerpt.Count> groups = fair.get().groups();
        String said = s.say(
                "decision.draft.fifths", fair.get().counted(), told(s, groups.getFirst()), told(s, groups.getLast()));
        return fair.get().unclear() == 0
                ? said
                : said + " " + s.say("fair.unclear", fair.get().unclear(), groups.size());
    }

    private static String socialValue(Screen s, Optional<Proposal> proposal) {
        return proposal.map(each -> s.say(
                        "decision.draft.carers", each.effect().shown().excerpt().carers(each.scenario())))
                .orElseGet(() -> s.say("decision.draft.no-carers"));
    }

    private static String quality(Screen s, Decision decision, Optional<Proposal> proposal) {
        String waits = proposal.flatMap(each -> each.effect().best().lead(each.scenario()))
                .map(count -> s.say("decision.draft.waits", told(s, count)))
                .orElseGet(() -> s.say("decision.draft.no-waits"));
        return decision.value(Field.SAFETY_NET).isBlank()
                ? waits
                : waits + " " + s.say("decision.draft.wrong", decision.value(Field.SAFETY_NET));
    }

    private static String told(Screen s, Excerpt.Count count) {
        String change = count.change().isEmpty() ? s.say("decision.draft.same") : count.change();
        return count.name() + " " + change + (count.changeRange().isEmpty() ? "" : " (" + count.changeRange() + ")");
    }
}
