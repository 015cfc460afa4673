/**
 * The mathematics of making sense together: who agrees with whom, how sure that is, and who is missing.
 *
 * <p>Start at {@link org.whorl.engine.voices.Votes}, the table of who said what about which statement.
 * {@link org.whorl.engine.voices.Polis} answers it by the published rules of Polis, {@link org.whorl.engine.voices.Opinions}
 * by rules that say "cannot tell" when the votes cannot tell. {@link org.whorl.engine.voices.Triads} compares stories that
 * their tellers placed between three ends. {@link org.whorl.engine.voices.Mix}, {@link org.whorl.engine.voices.Ties},
 * {@link org.whorl.engine.voices.Growth} and {@link org.whorl.engine.voices.TrustPulse} are about the people who took part,
 * {@link org.whorl.engine.voices.Kappa} about two who coded the same stories. The rules are in docs/method/voices.md.
 */
@NullMarked
package org.whorl.engine.voices;

import org.jspecify.annotations.NullMarked;
