package org.whorl.engine.load;

import org.jspecify.annotations.Nullable;

/**
 * How a model comes to its first measured day. The warm-up always runs the model as it stands, so it is lived through
 * once, and every scenario goes on from there.
 *
 * @param begin the first day that is lived through; the days before it were all like it
 * @param longRun does it begin in the long run, rather than with the opening census?
 * @param anchors by service the number of taken places at which curves are exact; 0 for their plain load
 * @param offered the offered load up to the first measured day
 * @param path the path up to there
 */
record WarmUp(int begin, boolean longRun, double[] anchors, OfferedLoad offered, Path path) {

    /**
     * Lives through the warm-up.
     *
     * @param steady the long run in which it ends; null to live through it from the opening census
     */
    static WarmUp of(Schedule base, SteadyState.@Nullable Found steady) {
        int until = base.time.warmUp();
        int begin = steady == null ? 0 : until;
        Opened opening = steady == null ? Opened.census(base) : steady.opened().copy();
        double[] anchors = steady == null ? new double[base.services()] : steady.anchors();
        OfferedLoad offered = new OfferedLoad(base, opening, begin).live(base, begin, until);
        Path path = new Path(base, opening, new Curves(base, anchors), begin).live(begin, until);
        return new WarmUp(begin, steady != null, anchors, offered, path);
    }
}
