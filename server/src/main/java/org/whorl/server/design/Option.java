package org.whorl.server.design;

/**
 * One of several to choose from.
 *
 * @param value what is sent
 * @param label what is read
 */
public record Option(String value, String label) {}
