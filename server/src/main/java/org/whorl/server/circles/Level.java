package org.whorl.server.circles;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose it is to decide, the nearest first. */
public enum Level {
    TEAM,
    ORGANISATION,
    PARTNERSHIP,
    NATIONAL;

    /** As in the database, in forms and in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Level> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /**
     * The lowest level that can decide it: what nobody else pays for and no rule forbids is for those who do the work.
     *
     * @param money does it touch a partner's money?
     * @param staff does it touch a partner's staff?
     * @param several of more than one partner?
     * @param law would a law or a national rule have to change?
     */
    public static Level proposed(boolean money, boolean staff, boolean several, boolean law) {
        if (law) {
            return NATIONAL;
        }
        if (!money && !staff) {
            return TEAM;
        }
        return several ? PARTNERSHIP : ORGANISATION;
    }

    /** Is it above that one? */
    public boolean isAbove(Level other) {
        return compareTo(other) > 0;
    }
}
