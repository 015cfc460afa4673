package org.whorl.server.circles;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody proposes, in one of its versions.
 *
 * @param number from 1
 * @param words what is proposed
 * @param why why it was changed from the version before; blank for the first
 * @param trialUntil the last day of a smaller trial, if it is one
 */
public record Proposal(int number, String words, String why, Optional<LocalDate> trialUntil) {}
