package org.whorl.server.strengths;

/**
 * A place and how much is listed in it.
 *
 * @param place which one; blank for what is nowhere in particular
 * @param name what it is called
 * @param assets how many
 */
public record PlaceCount(String place, String name, long assets) {}
