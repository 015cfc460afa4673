package org.whorl.engine.model;

/**
 * Someone who pays or provides: a health board, a council, a charity.
 *
 * @param id its name in paths
 * @param name what people call it
 * @param kind such as {@code health}, {@code council}, {@code third-sector}
 */
public record Partner(String id, Name name, String kind) {}
