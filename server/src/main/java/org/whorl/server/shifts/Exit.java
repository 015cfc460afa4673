package org.whorl.server.shifts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a shift ends.
 *
 * @param terms what a partner may do when it turns out badly, in words; empty when nobody has said
 * @param on the day it ends, or is decided again; empty when no day is agreed
 * @param noticeMonths how many months before somebody must say that they leave; 0 when nothing is agreed
 */
public record Exit(String terms, Optional<LocalDate> on, int noticeMonths) {

    /** Nobody has said anything. */
    public static Exit none() {
        return new Exit("", Optional.empty(), 0);
    }

    /** Has nobody said anything? */
    @JsonIgnore
    public boolean isUnsaid() {
        return equals(none());
    }
}
