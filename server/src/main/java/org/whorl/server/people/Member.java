package org.whorl.server.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Versioned;

/**
 * Somebody in the partnership.
 *
 * @param id which one
 * @param name what they are called
 * @param partner the organisation they come from, if they come from one
 * @param perspective whose voice they bring
 * @param roles what they do beside being there
 * @param circles core, reference, both or none
 * @param joinedOn since when
 * @param until the last day of somebody whose way in ends by itself
 * @param version counts the changes of where they come from and whose voice they bring, from 1
 */
public record Member(
        UUID id,
        String name,
        Optional<Partner> partner,
        Optional<Perspective> perspective,
        Set<Role> roles,
        Set<String> circles,
        LocalDate joinedOn,
        Optional<LocalDate> until,
        int version) {

    static final Versioned VERSIONED = new Versioned("member", "member", List.of("partner", "perspective"));

    /** Somebody who comes to stay. */
    public Member(
            UUID id,
            String name,
            Optional<Partner> partner,
            Optional<Perspective> perspective,
            Set<Role> roles,
            Set<String> circles,
            LocalDate joinedOn) {
        this(id, name, partner, perspective, roles, circles, joinedOn, Optional.empty(), 1);
    }
}
