package org.whorl.engine.model;

/**
 * Where people go next.
 *
 * @param to a service or an exit
 * @param share of those whose stay ends
 */
public record Route(String to, Parameter share) {}
