package org.whorl.server.people;

import java.util.List;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;

/** What this feature's forms share. */
final class Choices {

    private Choices() {}

    static List<Option> perspectives(Screen s, Community community) {
        return community.listPerspectives().stream()
                .map(voice -> new Option(voice.id().toString(), s.pick(voice.nameEn(), voice.nameCy())))
                .toList();
    }

    /** The organisations that have not ended. */
    static List<Option> partners(Screen s, Community community) {
        return community.listPartners().stream()
                .filter(partner -> partner.endedOn().isEmpty())
                .map(partner -> new Option(partner.id().toString(), s.pick(partner.nameEn(), partner.nameCy())))
                .toList();
    }
}
