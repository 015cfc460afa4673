package org.whorl.server.people;

/**
 * A key and whose it is.
 *
 * @param owner what its owner is called
 * @param token the key
 */
public record OwnedToken(String owner, Token token) {}
