package org.whorl.server.patterns;

import org.whorl.server.stories.Released;

/**
 * A story with how far the viewer has got with reading it.
 *
 * @param story the story
 * @param state {@code new}, {@code begun} or {@code done}
 * @param two have two closed their reading of it?
 */
public record ToRead(Released story, String state, boolean two) {}
