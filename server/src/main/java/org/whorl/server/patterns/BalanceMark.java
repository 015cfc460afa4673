package org.whorl.server.patterns;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How much of the first of two things somebody sees in a plan, or a group has agreed on.
 *
 * @param balance which two
 * @param member whose mark; of a group's, who noted it
 * @param together did a group agree on it?
 * @param share of the first, from 0 to 1
 * @param on which day
 */
record BalanceMark(Balance balance, UUID member, boolean together, double share, LocalDate on) {}
