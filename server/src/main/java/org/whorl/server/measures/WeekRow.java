package org.whorl.server.measures;

import java.util.Optional;

/**
 * A place in the form for this week's figures.
 *
 * @param number its place in the form
 * @param site what it is called; blank where there is but one
 * @param before the figure before, if there is one
 */
public record WeekRow(int number, String site, Optional<Seen> before) {}
