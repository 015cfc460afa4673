package org.whorl.server.decisions;

import java.time.Instant;

/**
 * What a board was given. The same pack is the same bytes for good.
 *
 * @param number from 1 for each decision
 * @param version of the decision in it
 * @param fingerprint SHA-256 of its bytes, in hexadecimal digits
 * @param madeAt when
 * @param kilobytes how large it is
 */
public record Pack(int number, int version, String fingerprint, Instant madeAt, int kilobytes) {}
