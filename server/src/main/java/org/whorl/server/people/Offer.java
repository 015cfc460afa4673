package org.whorl.server.people;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What comes with an invitation, beside a role.
 *
 * @param perspective whose voice the guest brings
 * @param partner the organisation they come from
 * @param circle core, reference or blank for none
 * @param spiral the one spiral a guest expert is invited to; none for all
 * @param until the last day of it; none for as long as they like
 */
public record Offer(
        Optional<UUID> perspective,
        Optional<UUID> partner,
        String circle,
        Optional<UUID> spiral,
        Optional<LocalDate> until) {}
