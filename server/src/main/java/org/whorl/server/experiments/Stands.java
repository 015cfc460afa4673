package org.whorl.server.experiments;

/**
 * Something an experiment stands on.
 *
 * @param name what it is called
 * @param path its page, inside the partnership
 */
public record Stands(String name, String path) {}
