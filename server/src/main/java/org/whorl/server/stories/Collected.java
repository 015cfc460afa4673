package org.whorl.server.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.whorl.server.trust.Disclosure;

/**
 * What came of what somebody has collected, for themselves and for those who look after the links.
 *
 * @param collector who
 * @param nameEn for which partnership, in English
 * @param nameCy the same in Welsh
 * @param total how much they have collected
 * @param stages how far it is: waiting, read, offered, agreed
 * @param audiences how much of it each audience may hear, as its tellers chose
 */
public record Collected(
        Collector collector,
        String nameEn,
        String nameCy,
        Disclosure.Shown total,
        List<RouteMix.Part> stages,
        List<RouteMix.Part> audiences) {

    /** Keeps copies. */
    public Collected {
        stages = List.copyOf(stages);
        audiences = List.copyOf(audiences);
    }

    static Collected of(CollectorStore.Held held, Map<String, Integer> stages, Map<String, Integer> consents) {
        int total = stages.values().stream().mapToInt(Integer::intValue).sum();
        List<RouteMix.Part> audiences = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            int yes = consents.getOrDefault(audience.key(), 0);
            // Beside the total a count says also how many did not choose it.
            audiences.add(new RouteMix.Part(
                    audience.key(),
                    Disclosure.VOICES.showParts(List.of(yes, total - yes)).getFirst()));
        }
        List<String> order = List.of("waiting", "read", "offered", "agreed");
        List<Disclosure.Shown> shown = Disclosure.VOICES.showParts(
                order.stream().map(stage -> stages.getOrDefault(stage, 0)).toList());
        List<RouteMix.Part> parts = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            parts.add(new RouteMix.Part(order.get(i), shown.get(i)));
        }
        return new Collected(
                held.collector(), held.nameEn(), held.nameCy(), Disclosure.VOICES.show(total), parts, audiences);
    }

    /** How far something is, for whoever collected it: no more than what its teller sees, too. */
    static String stage(State state) {
        return switch (state) {
            case HELD -> "waiting";
            case RESTRICTED, QUARANTINED, CONTACT, LOOKED_AT -> "read";
            case OFFERED -> "offered";
            case APPROVED, RELEASED -> "agreed";
        };
    }
}
