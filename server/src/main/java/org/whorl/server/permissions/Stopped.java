package org.whorl.server.permissions;

import java.time.Instant;

/**
 * That a permission was stopped before its last day.
 *
 * @param at when
 * @param name by whom; blank for whoever may not see who is here
 * @param why the reason
 */
public record Stopped(Instant at, String name, String why) {}
