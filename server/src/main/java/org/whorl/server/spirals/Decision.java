package org.whorl.server.spirals;

import java.time.LocalDate;
import java.util.List;

/**
 * That the scope of a spiral was changed, and why.
 *
 * @param direction one of {@link #DIRECTIONS}
 * @param why the reason given
 * @param on the day
 */
public record Decision(String direction, String why, LocalDate on) {

    /** Did it become wider, narrower, or neither? As in the database and in message keys. */
    public static final List<String> DIRECTIONS = List.of("same", "wider", "narrower");
}
