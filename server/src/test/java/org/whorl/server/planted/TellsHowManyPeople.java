package org.whorl.server.planted;

/**
 * Gives a count of people away as a plain number.
 *
 * @param people how many
 */
public record TellsHowManyPeople(int people) {}
