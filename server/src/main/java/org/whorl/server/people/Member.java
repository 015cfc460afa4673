package org.whorl.server.people;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.whorl.server.trust.Role;

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
 */
public record Member(
        UUID id,
        String name,
        Optional<Partner> partner,
        Optional<Perspective> perspective,
        Set<Role> roles,
        Set<String> circles,
        LocalDate joinedOn) {}
