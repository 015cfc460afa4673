package org.whorl.server.shifts;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Money that does not hang on use: paid once, or agreed between partners.
 *
 * @param from who pays, by its id in the model
 * @param to who gets it, by its id in the model; empty for somebody outside the partnership (a builder, a trainer)
 * @param pounds how much in the model's time, above 0
 * @param what for
 */
public record Payment(String from, String to, double pounds, String what) {

    /** Does it stay among the partners? Then what one pays another gets, and together they pay nothing. */
    @JsonIgnore
    public boolean isBetweenPartners() {
        return !to.isEmpty();
    }
}
