package org.whorl.server.permissions;

/**
 * A rule worth giving up.
 *
 * @param rule which one
 * @param daysSuspended for how many days people have done without it, by permissions that nobody had to stop
 */
public record Suggested(Rule rule, int daysSuspended) {}
