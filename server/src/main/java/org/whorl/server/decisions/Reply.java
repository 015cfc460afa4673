package org.whorl.server.decisions;

import java.time.Instant;

/**
 * What somebody who looks on says back.
 *
 * @param name what they are called
 * @param words what they say
 * @param language of the words
 * @param at when
 */
public record Reply(String name, String words, String language, Instant at) {}
