package org.whorl.server.stories;

/**
 * A line of what is about to be sent.
 *
 * @param label the name of the sentence that asked
 * @param words what was answered
 * @param own are they the teller's own words?
 */
public record Line(String label, String words, boolean own) {}
