package org.whorl.server.findings;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The analysis a finding was read from. It does not change afterwards.
 *
 * @param title what its page was called
 * @param asked the address of that page inside the partnership, with all that was asked; empty when it is not known
 * @param model on which model; none where no model was asked
 * @param modelVersion on which version of it
 * @param figure the figure as it was read
 * @param readAt when
 */
public record Origin(
        String title, String asked, Optional<UUID> model, int modelVersion, String figure, Instant readAt) {}
