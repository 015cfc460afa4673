package org.whorl.server.circles;

import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Viewer;

/**
 * Somebody who is heard in a circle, with an account or without.
 *
 * @param id which one
 * @param circle in which circle
 * @param name what they are called
 * @param member which member they are, if they sign in
 * @param perspective whose voice they bring
 * @param lived do they live with what the circle decides about?
 * @param minutes how many minutes a month they have offered
 * @param visits the one meeting they are heard in; none for those who belong to the circle
 * @param here are they in it still?
 * @param replies may they reply? Who is in the partnership only to look on may not
 */
public record Seat(
        UUID id,
        UUID circle,
        String name,
        Optional<UUID> member,
        Optional<UUID> perspective,
        boolean lived,
        int minutes,
        Optional<UUID> visits,
        boolean here,
        boolean replies) {

    /** The minutes somebody is thought to offer who has not said. */
    public static final int MINUTES = 120;

    /** Is it the viewer's? */
    public boolean isOf(Viewer viewer) {
        return member.isPresent() && member.equals(viewer.member());
    }

    /** Is it somebody whose voice the circle is to hear: who belongs to it, is in it still, and may reply? */
    public boolean counts() {
        return here && belongs() && replies;
    }

    /** Does somebody sit here who belongs to the circle, rather than visit it? */
    public boolean belongs() {
        return visits.isEmpty();
    }
}
