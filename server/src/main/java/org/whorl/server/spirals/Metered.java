package org.whorl.server.spirals;

/**
 * What one person was asked for this month.
 *
 * @param name what they are called
 * @param minutes how many minutes
 */
public record Metered(String name, int minutes) {}
