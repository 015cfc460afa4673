package org.whorl.server.strengths;

import java.util.UUID;

/**
 * A member one may come to for help, in private.
 *
 * @param member who
 * @param name what they are called
 * @param sentence what they say about themselves
 * @param language of the sentence: en or cy
 * @param namedOutside may those read their name who have no account here?
 */
public record Trusted(UUID member, String name, String sentence, String language, boolean namedOutside) {}
