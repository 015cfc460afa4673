package org.whorl.server.gatherings;

import java.util.Optional;
import java.util.UUID;

/**
 * One phone in a gathering.
 *
 * @param number from 1, in the order in which they came; people find each other by it
 * @param name what they want to be called; mostly nothing
 * @param perspective whose voice they say they bring
 * @param team with whom they work in this step; -1 for nobody
 */
record Seat(int number, String name, Optional<UUID> perspective, int team) {}
