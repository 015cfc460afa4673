package org.whorl.server.strengths;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Place;

/** Places to choose from, and which lies in which. */
final class Places {

    private Places() {}

    static List<Option> options(Screen s, Community community) {
        return community.listPlaces().stream()
                .map(place -> new Option(place.id().toString(), s.pick(place.nameEn(), place.nameCy())))
                .toList();
    }

    /** The one that was chosen, if it is one of ours. */
    static Optional<UUID> chosen(Community community, String value) {
        return community.listPlaces().stream()
                .map(Place::id)
                .filter(id -> id.toString().equals(value))
                .findFirst();
    }

    /** What it is called; blank for nowhere in particular. */
    static String name(Screen s, Community community, Optional<UUID> place) {
        return find(community.listPlaces(), place)
                .map(each -> s.pick(each.nameEn(), each.nameCy()))
                .orElse("");
    }

    static Optional<Place> find(List<Place> places, Optional<UUID> place) {
        return places.stream()
                .filter(each -> place.equals(Optional.of(each.id())))
                .findFirst();
    }

    /** Is it that place, or somewhere in it? */
    static boolean within(List<Place> places, UUID place, String whole) {
        Optional<Place> at = find(places, Optional.of(place));
        while (at.isPresent()) {
            if (at.get().id().toString().equals(whole)) {
                return true;
            }
            at = find(places, at.get().parent());
        }
        return false;
    }
}
