package org.whorl.server.shifts;

/**
 * How plans were found.
 *
 * @param version of the model
 * @param draws how often its numbers were drawn
 * @param times how often each plan was played through
 * @param proved whether nothing better than the first can exist
 */
public record PlansHow(int version, int draws, int times, boolean proved) {}
