package org.whorl.engine.answer;

/**
 * One line of an answer.
 *
 * @param subject whose figure
 * @param field which
 */
public record Line(Subject subject, Field field) {}
