package org.whorl.server.experiments;

/**
 * A figure about the loop of learning, as it is read.
 *
 * @param what is told
 * @param figure in words, with its interval, or that it cannot be told
 * @param source what it is counted from
 */
public record LearningRow(String what, String figure, String source) {}
