package org.whorl.server.strengths;

import java.util.UUID;

/**
 * What a member is good at, as they say it themselves.
 *
 * @param member who
 * @param name what they are called
 * @param words in their own words
 * @param language of the words: en or cy
 * @param forMembers for everybody inside, or for those only who look after spirals
 */
public record OwnStrength(UUID member, String name, String words, String language, boolean forMembers) {}
