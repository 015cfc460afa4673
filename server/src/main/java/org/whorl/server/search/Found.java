package org.whorl.server.search;

import java.util.List;

/**
 * Something that was found.
 *
 * @param kind what kind of thing
 * @param title what it is called, piece by piece
 * @param lang the language of its title; empty for a name
 * @param words what else it says, around the first word that was looked for; empty where nothing
 * @param path its page inside the partnership
 */
public record Found(String kind, List<Piece> title, String lang, List<Piece> words, String path) {

    /**
     * A piece of text; the page writes it as text, so that nothing in it can be taken for anything else.
     *
     * @param text as it was written
     * @param sought is it what was looked for?
     */
    public record Piece(String text, boolean sought) {}
}
