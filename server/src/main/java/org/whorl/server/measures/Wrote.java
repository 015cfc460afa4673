package org.whorl.server.measures;

import java.util.List;

/** What came of writing figures down. All of them are, or none. */
public sealed interface Wrote {

    /**
     * They are written down.
     *
     * @param fresh how many were not there before
     */
    record Yes(int fresh) implements Wrote {}

    /**
     * Other figures stand there already; they are corrected one by one.
     *
     * @param there which of them
     */
    record There(List<Entry> there) implements Wrote {
        public There {
            there = List.copyOf(there);
        }
    }

    /** There would be more places than a chart page holds. */
    record TooManySites() implements Wrote {}

    /** A figure that this kind of chart has no place for. */
    record NoPlace() implements Wrote {}
}
