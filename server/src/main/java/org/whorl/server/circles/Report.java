package org.whorl.server.circles;

import java.util.List;

/**
 * What came of a meeting, on one page.
 *
 * @param meeting the meeting, and who was there
 * @param in how people said they were on coming; none of fewer than five
 * @param out and on going
 * @param items what was spoken of
 */
public record Report(MeetingSight meeting, List<String> in, List<String> out, List<Sight> items) {

    /** Keeps copies. */
    public Report {
        in = List.copyOf(in);
        out = List.copyOf(out);
        items = List.copyOf(items);
    }
}
