package org.whorl.server.stories;

import java.util.List;
import java.util.Optional;
import org.whorl.server.design.Share;
import org.whorl.server.spirals.FirstAsk;
import org.whorl.server.trust.Disclosure;

/**
 * How much of what stands on a page has an answer. Each of them may be heard there, so each can be counted there.
 *
 * @param answered how many have an answer
 * @param all how many there are
 * @param share the same with its interval, where there are enough to say how it would go on
 */
public record Closure(Disclosure.Shown answered, Disclosure.Shown all, Optional<Share> share) {

    static Closure of(List<WhatHappened> told, List<FirstAsk> asks) {
        int all = told.size() + asks.size();
        int answered = (int) (told.stream().filter(WhatHappened::isAnswered).count()
                + asks.stream().filter(Closure::isAnswered).count());
        Disclosure shown = Disclosure.TAKING_PART;
        return new Closure(
                shown.show(answered),
                shown.show(all),
                all < Disclosure.VOICES.least() ? Optional.empty() : Optional.of(new Share(answered, all)));
    }

    private static boolean isAnswered(FirstAsk ask) {
        return switch (ask.state()) {
            case OPEN, BEGUN -> false;
            case ANSWERED, NOT_NOW -> true;
        };
    }
}
