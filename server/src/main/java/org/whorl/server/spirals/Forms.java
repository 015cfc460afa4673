package org.whorl.server.spirals;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Place;

/** What this feature's forms share. */
final class Forms {

    private Forms() {}
    /** Does not show a page about a spiral that is not there. */
    static void refuseUnlessThere(Spirals spirals, UUID id) {
        if (spirals.find(id).isEmpty()) {
            throw new NoSuchElementException("no such spiral");
        }
    }

    /** The places to choose from. */
    static List<Option> places(Screen s, Community community) {
        return community.listPlaces().stream()
                .map(place -> new Option(place.id().toString(), s.pick(place.nameEn(), place.nameCy())))
                .toList();
    }

    /** The place that was chosen, if it is one of ours. */
    static Optional<UUID> place(Form form, Community community) {
        return form.chosen("place", community.listPlaces(), Place::id);
    }

    /** The spiral a page is about: the one in its address, or the first. */
    static Spiral spiral(Spirals spirals, Optional<UUID> id) {
        return id.isPresent()
                ? spirals.find(id.get()).orElseThrow()
                : spirals.listAll().stream().findFirst().orElseThrow(() -> new NoSuchElementException("no spiral yet"));
    }
}
