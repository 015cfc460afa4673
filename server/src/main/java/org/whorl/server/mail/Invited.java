package org.whorl.server.mail;

import java.time.Instant;

/**
 * A meeting as a calendar knows it. Sent again with a higher sequence it moves in people's calendars; sent as cancelled it
 * goes from them.
 *
 * @param uid which meeting, the same for as long as there is one
 * @param sequence counts its changes, from 0
 * @param from when it begins
 * @param to when it ends
 * @param title in the reader's language; no person's name
 * @param place where; may be blank
 * @param link where more stands: a path as in {@link Letter#path}, or a whole address
 * @param cancelled does it not take place?
 */
public record Invited(
        String uid,
        int sequence,
        Instant from,
        Instant to,
        String title,
        String place,
        String link,
        boolean cancelled) {

    /** Checks that it ends after it begins. */
    public Invited {
        if (!to.isAfter(from) || sequence < 0 || uid.isBlank()) {
            throw new IllegalArgumentException("a meeting ends after it begins, and is known by something");
        }
    }

    /** The same, with more of it at another address. */
    public Invited at(String address) {
        return new Invited(uid, sequence, from, to, title, place, address, cancelled);
    }
}
