package org.whorl.server.patterns;

import org.whorl.server.trust.Disclosure;

/**
 * A question in the list of them.
 *
 * @param triad which
 * @param marks how many put their story somewhere
 * @param sentence what they say together
 */
public record TriadLine(Triad triad, Disclosure.Shown marks, String sentence) {}
