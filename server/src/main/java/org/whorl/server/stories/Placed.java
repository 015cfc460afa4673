package org.whorl.server.stories;

import java.util.UUID;

/**
 * A placement with what it may be counted by. There is no word of the story in it; what is told of several together goes
 * through {@link org.whorl.server.trust.Disclosure}.
 *
 * @param contribution of what was told
 * @param placement where its teller put it
 * @param language the language it was told in
 * @param route by which route
 * @param place the id of a place, or a country
 * @param kind what it is
 * @param teller own, typed, authority or bereaved
 */
public record Placed(
        UUID contribution,
        Placement placement,
        String language,
        String route,
        String place,
        String kind,
        String teller) {}
