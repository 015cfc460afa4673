package org.whorl.server.shifts;

import org.whorl.engine.ledger.Pence;

/**
 * One line of a shift's books beside what services cost: money put into a pool or taken out of it, paid by a contract, given, or
 * agreed beside.
 *
 * @param kind {@code pool}, {@code contract}, {@code grant} or {@code payment}
 * @param about what the agreement is called, or what the payment is for
 * @param from who pays, or which pool
 * @param to who gets it, or which pool; blank for somebody outside the partnership
 * @param before over the model's time as things stand; below 0 it goes the other way
 * @param after the same with the shift
 */
public record Movement(String kind, String about, String from, String to, Pence before, Pence after) {

    /** By how much it changes. */
    public Pence change() {
        return after.minus(before);
    }
}
