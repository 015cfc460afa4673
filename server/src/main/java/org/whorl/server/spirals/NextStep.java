package org.whorl.server.spirals;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Viewer;

/**
 * The one thing to do next, for whoever is looking.
 *
 * @param key names its sentences
 * @param path where it is done
 * @param parts what is put into the sentence
 */
public record NextStep(String key, String path, Object... parts) {

    /** A turn that has gone on for a quarter of a year wants closing. */
    private static final long LONG_TURN = 92;

    /** Finds it: first what others wait for, then what is missing, then what is new. */
    static NextStep of(
            Viewer viewer,
            Spiral spiral,
            List<Turn> turns,
            Plan plan,
            List<Ask> asks,
            boolean voiceMissing,
            LocalDate today) {
        Turn turn = turns.getLast();
        for (Ask ask : asks) {
            if (viewer.member().isPresent() && ask.askedOf().equals(viewer.member())) {
                return new NextStep("answer", "/asks?spiral=" + spiral.id() + "#ask-" + ask.id(), ask.minutes());
            }
        }
        if (viewer.may(Action.INVITE) && voiceMissing) {
            return new NextStep("voice", "/spirals/" + spiral.id() + "/people");
        }
        if (viewer.may(Action.PLAN) && plan.steps().isEmpty()) {
            return new NextStep("plan", "/plan?spiral=" + spiral.id());
        }
        if (viewer.may(Action.PLAN) && !plan.gaps().isEmpty()) {
            Plan.Gap gap = plan.gaps().getFirst();
            return new NextStep("gap", "/plan?spiral=" + spiral.id(), gap.from(), gap.to());
        }
        if (viewer.may(Action.CLOSE_TURN) && turn.startedOn().until(today, ChronoUnit.DAYS) > LONG_TURN) {
            return new NextStep("close", "/spirals/" + spiral.id() + "/close", turn.number());
        }
        if (viewer.may(Action.ASK) && asks.isEmpty()) {
            return new NextStep("ask", "/asks/new?spiral=" + spiral.id());
        }
        if (viewer.may(Action.ANSWER_ASK)) {
            return new NextStep("choose", "/asks?spiral=" + spiral.id());
        }
        return new NextStep("look", "/plan?spiral=" + spiral.id());
    }
}
