package org.whorl.engine.load;

/**
 * What keeps a queue from growing for ever.
 *
 * @param room how many may wait; those who come then are lost, or, where nobody is lost, cannot come yet
 * @param throttle the share by which the stream of new people falls with each person who waits: those blocked upstream are
 *     not in a stay that could end
 * @param impatience how much faster, as a share of all places emptying, the queue shrinks with each person in it: mean
 *     stay / (mean patience x places)
 */
record Relief(double room, double throttle, double impatience) {

    /** Nothing but the places themselves. */
    static final Relief NONE = new Relief(Double.POSITIVE_INFINITY, 0, 0);

    /** Whether the queue stays finite when the load exceeds the places. */
    boolean bounds() {
        return !Double.isInfinite(room) || throttle > 0 || impatience > 0;
    }
}
