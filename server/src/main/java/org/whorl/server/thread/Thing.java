package org.whorl.server.thread;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something the thread runs through.
 *
 * @param kind what kind of thing
 * @param id which of its kind
 * @param title what it is called, in the reader's language where it has a name in both
 * @param lang the language of its title; empty for a name
 * @param path its page inside the partnership
 * @param day since when; empty where that is not kept
 */
public record Thing(String kind, String id, String title, String lang, String path, Optional<LocalDate> day) {

    /** Which one it is, of all kinds. */
    public Key key() {
        return new Key(kind, id);
    }

    /** Names one thing of all there are. */
    public record Key(String kind, String id) {}
}
