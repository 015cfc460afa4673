package org.whorl.server.stories;

/**
 * Something that could give somebody away, to be taken out or left.
 *
 * @param name which one, in the form
 * @param what what it may be, in words
 * @param around what stands around it
 * @param words what stands there
 */
public record Suggestion(String name, String what, String around, String words) {}
