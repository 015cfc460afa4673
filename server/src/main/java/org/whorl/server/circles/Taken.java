package org.whorl.server.circles;

import java.util.Locale;

/** What came of replying in a round. */
public enum Taken {
    YES,
    /** A preference was written down as a concern. */
    AS_CONCERN,
    /** The round is over. */
    OVER,
    /** They are not heard here, or lead the meeting. */
    NOT_HEARD;

    /** As in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
