package org.whorl.server.experiments;

import java.util.UUID;

/**
 * An experiment was written down because of something that was noted elsewhere.
 *
 * @param experiment which one
 * @param noted what it came of
 */
public record Begun(UUID experiment, UUID noted) {}
